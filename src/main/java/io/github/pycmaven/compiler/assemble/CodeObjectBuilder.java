package io.github.pycmaven.compiler.assemble;

import io.github.pycmaven.code.CodeFlags;
import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.ConstantCache;
import io.github.pycmaven.compiler.ir.LinearCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts a code object together: tables of names and constants, shared with the rest of the module,
 * and the list of locals with their kinds.
 *
 * @cpython Python/assemble.c:makecode
 */
final class CodeObjectBuilder {
  private static final int LOCAL = 0x20;
  private static final int CELL = 0x40;
  private static final int FREE = 0x80;
  private static final int HIDDEN = 0x10;
  private static final int BY_POSITION = 0x02;
  private static final int BY_KEYWORD = 0x04;
  private static final int VARIADIC = 0x08;

  private final ConstantCache cache;
  private final boolean tellsArgumentsApart;
  private final int leastStack;

  CodeObjectBuilder(ConstantCache cache, boolean tellsArgumentsApart, int leastStack) {
    this.leastStack = leastStack;
    this.cache = cache;
    this.tellsArgumentsApart = tellsArgumentsApart;
  }

  /** Tables enter the cache in CPython's order, since the first of equal values stays. */
  CodeObject build(
      CodeUnit unit,
      LinearCode linear,
      String filename,
      byte[] code,
      byte[] lineTable,
      byte[] exceptionTable) {
    Constant.Bytes exceptions = cache.bytes(exceptionTable);
    Constant.Bytes lines = cache.bytes(lineTable);
    Constant.Tuple names = cache.nameTuple(unit.names.names());
    Constant.Tuple consts = cache.tuple(linear.consts().toArray(new Constant[0]));
    List<String> localNames = new ArrayList<>(linear.localsPlusCount());
    byte[] kinds = new byte[linear.localsPlusCount()];
    fillLocals(unit, localNames, kinds);
    Constant.Tuple locals = cache.nameTuple(localNames);
    cache.publish(consts);
    Constant.Str name = cache.codeName(unit.name);
    return new CodeObject(
        unit.argCount,
        unit.posOnlyArgCount,
        unit.kwOnlyArgCount,
        Math.max(linear.stackDepth(), leastStack),
        unit.flags,
        new Constant.Bytes(code),
        consts,
        names,
        locals,
        new Constant.Bytes(kinds),
        cache.fileName(filename),
        name,
        unit.qualnameText == null ? name : cache.qualifiedName(unit.qualnameText, name),
        unit.firstLine,
        lines,
        exceptions);
  }

  /**
   * Locals, then cells that are no locals, then free variables.
   *
   * @cpython Python/assemble.c:compute_localsplus_info
   */
  private void fillLocals(CodeUnit unit, List<String> names, byte[] kinds) {
    List<String> locals = unit.varnames.names();
    byte[] argumentKinds = argumentKinds(unit, locals.size());
    for (int i = 0; i < locals.size(); i++) {
      String name = locals.get(i);
      int kind = LOCAL | argumentKinds[i];
      kind |= unit.fastHidden.contains(name) ? HIDDEN : 0;
      kind |= unit.cellvars.indexOf(name) >= 0 ? CELL : 0;
      kinds[names.size()] = (byte) kind;
      names.add(name);
    }
    for (String name : unit.cellvars.names()) {
      if (unit.varnames.indexOf(name) < 0) {
        kinds[names.size()] = CELL;
        names.add(name);
      }
    }
    for (String name : unit.freevars.names()) {
      kinds[names.size()] = (byte) FREE;
      names.add(name);
    }
  }

  private byte[] argumentKinds(CodeUnit unit, int locals) {
    byte[] kinds = new byte[locals];
    if (tellsArgumentsApart) {
      int at = fill(kinds, 0, unit.posOnlyArgCount, BY_POSITION);
      at = fill(kinds, at, unit.argCount - unit.posOnlyArgCount, BY_POSITION | BY_KEYWORD);
      at = fill(kinds, at, unit.kwOnlyArgCount, BY_KEYWORD);
      at = fill(kinds, at, has(unit, CodeFlags.VARARGS), VARIADIC | BY_POSITION);
      fill(kinds, at, has(unit, CodeFlags.VARKEYWORDS), VARIADIC | BY_KEYWORD);
    }
    return kinds;
  }

  private static int has(CodeUnit unit, int flag) {
    return (unit.flags & flag) != 0 ? 1 : 0;
  }

  private static int fill(byte[] kinds, int from, int count, int kind) {
    int to = Math.min(from + count, kinds.length);
    Arrays.fill(kinds, Math.min(from, to), to, (byte) kind);
    return to;
  }
}
