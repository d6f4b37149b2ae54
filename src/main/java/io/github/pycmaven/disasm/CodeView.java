package io.github.pycmaven.disasm;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.code.ExceptionTable;
import io.github.pycmaven.code.LegacyCodeObject;
import io.github.pycmaven.code.LineTable;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * A code object of any version, with the same things under the same names.
 *
 * @param locals what local operations name
 * @param frees what operations on cells and free variables name
 * @param kinds words for each local, cell and free variable; empty until 3.10
 */
record CodeView(
    String qualname,
    String filename,
    int firstLine,
    String numbers,
    byte[] code,
    List<Constant> consts,
    List<String> names,
    List<String> locals,
    List<String> frees,
    List<String> kinds,
    LineTable lines,
    List<ExceptionTable.Entry> handlers) {

  static CodeView of(Constant value, Target target) {
    if (value instanceof Constant.Code code) {
      return of(code.code());
    }
    if (value instanceof Constant.LegacyCode code) {
      return of(code.code(), target);
    }
    throw new IllegalArgumentException("no code object: " + value);
  }

  private static CodeView of(CodeObject c) {
    byte[] code = c.code().value();
    List<String> locals = texts(c.localsPlusNames());
    List<String> kinds = new ArrayList<>();
    for (byte kind : c.localsPlusKinds().value()) {
      kinds.add(kind(kind));
    }
    return new CodeView(
        c.qualname().value(),
        c.filename().value(),
        c.firstLine(),
        numbers(c.argCount(), c.posOnlyArgCount(), c.kwOnlyArgCount(), c.stackSize(), c.flags()),
        code,
        c.consts().elements(),
        texts(c.names()),
        locals,
        locals,
        kinds,
        LineTable.ofLocations(c.lineTable().value(), c.firstLine(), code.length / 2),
        ExceptionTable.entries(c.exceptionTable().value()));
  }

  private static CodeView of(LegacyCodeObject c, Target target) {
    byte[] code = c.code().value();
    byte[] table = c.lineTable().value();
    List<String> frees = new ArrayList<>(texts(c.cellVars()));
    frees.addAll(texts(c.freeVars()));
    LineTable lines =
        target.has(Feature.RANGE_LINE_TABLE)
            ? LineTable.ofRanges(table, c.firstLine(), code.length / 2)
            : LineTable.ofSteps(table, c.firstLine(), code.length / 2);
    return new CodeView(
        c.name().value(),
        c.filename().value(),
        c.firstLine(),
        numbers(c.argCount(), c.posOnlyArgCount(), c.kwOnlyArgCount(), c.stackSize(), c.flags()),
        code,
        c.consts().elements(),
        texts(c.names()),
        texts(c.varNames()),
        frees,
        List.of(),
        lines,
        List.of());
  }

  private static String numbers(int args, int posOnly, int kwOnly, int stack, int flags) {
    return "arguments "
        + args
        + ", positional-only "
        + posOnly
        + ", keyword-only "
        + kwOnly
        + ", stack "
        + stack
        + ", flags 0x"
        + Integer.toHexString(flags);
  }

  private static List<String> texts(Constant.Tuple names) {
    List<String> texts = new ArrayList<>();
    for (Constant name : names.elements()) {
      texts.add(((Constant.Str) name).value());
    }
    return texts;
  }

  private static String kind(int bits) {
    StringBuilder words = new StringBuilder();
    String[] names = {null, "positional", "keyword", "variadic", "hidden", "local", "cell", "free"};
    for (int i = 1; i < names.length; i++) {
      if ((bits >> i & 1) != 0) {
        words.append(words.length() == 0 ? "" : " ").append(names[i]);
      }
    }
    return words.toString();
  }
}
