package io.github.pycmaven.disasm;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a module imports, anywhere in its code, and the texts in it by which it may load more.
 *
 * @param imports in the order of the code
 * @param texts its constant texts, those in tuples too
 */
public record ImportList(List<Import> imports, Set<String> texts) {
  /**
   * One import.
   *
   * @param level how many packages up it starts; 0 for absolute ones
   * @param name the module's name as it is written; may be empty behind dots
   * @param from the names taken from it, which may be modules as well
   */
  public record Import(int level, String name, List<String> from) {}

  /**
   * Reads a module's code.
   *
   * @throws IllegalArgumentException if the value is no code object
   */
  public static ImportList of(Constant code, Target target) {
    ImportList list = new ImportList(new ArrayList<>(), new TreeSet<>());
    list.add(CodeView.of(code, target), target);
    return list;
  }

  private void add(CodeView code, Target target) {
    Constant before = null;
    Constant last = null;
    for (Instruction instruction : Instruction.decode(code.code(), target)) {
      if (instruction.op() == Op.IMPORT_NAME) {
        String name = code.names().get(instruction.arg());
        imports.add(new Import(level(before), name, names(last)));
      } else if (instruction.op() == Op.LOAD_CONST) {
        before = last;
        last = code.consts().get(instruction.arg());
      } else if (instruction.op() == Op.LOAD_SMALL_INT) {
        before = last;
        last = new Constant.Int(instruction.arg());
      }
    }
    for (Constant constant : code.consts()) {
      if (constant instanceof Constant.Code || constant instanceof Constant.LegacyCode) {
        add(CodeView.of(constant, target), target);
      } else {
        text(constant);
      }
    }
  }

  private static int level(Constant constant) {
    return constant instanceof Constant.Int number ? (int) number.value() : 0;
  }

  private static List<String> names(Constant from) {
    List<String> names = new ArrayList<>();
    if (from instanceof Constant.Tuple tuple) {
      for (Constant name : tuple.elements()) {
        if (name instanceof Constant.Str text) {
          names.add(text.value());
        }
      }
    }
    return names;
  }

  private void text(Constant constant) {
    if (constant instanceof Constant.Str text) {
      texts.add(text.value());
    } else if (constant instanceof Constant.Tuple tuple) {
      tuple.elements().forEach(this::text);
    }
  }
}
