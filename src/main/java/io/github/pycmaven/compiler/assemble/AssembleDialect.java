package io.github.pycmaven.compiler.assemble;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.ConstantCache;
import io.github.pycmaven.compiler.ir.LinearCode;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.OpcodeTable;
import io.github.pycmaven.target.Target;

/**
 * How one version lays out code objects. It keeps no state, so it serves any number of threads.
 *
 * @cpython Python/assemble.c:_PyAssemble_MakeCodeObject
 */
public final class AssembleDialect {
  private final OpcodeTable ops;
  private final boolean tellsArgumentsApart;
  private final int leastStack;

  /** Whether instructions one after another at the same place share an entry of the table. */
  private final boolean joinsPlaces;

  private AssembleDialect(
      OpcodeTable ops, boolean tellsArgumentsApart, int leastStack, boolean joinsPlaces) {
    this.ops = ops;
    this.joinsPlaces = joinsPlaces;
    this.leastStack = leastStack;
    this.tellsArgumentsApart = tellsArgumentsApart;
  }

  /** The dialect of 3.11, whose instructions have a place each. */
  public static AssembleDialect v311(Target target) {
    return new AssembleDialect(target.opcodes(), target.has(Feature.ARGUMENT_KINDS), 0, false);
  }

  /** The dialect of 3.12, whose code may need no stack at all. */
  public static AssembleDialect v312(Target target) {
    return new AssembleDialect(target.opcodes(), target.has(Feature.ARGUMENT_KINDS), 0, true);
  }

  /** The dialect of 3.13 and later. */
  public static AssembleDialect v313(Target target) {
    return new AssembleDialect(target.opcodes(), target.has(Feature.ARGUMENT_KINDS), 1, true);
  }

  /** The code object of a unit whose instructions are in their final order. */
  public CodeObject assemble(
      LinearCode linear, CodeUnit unit, ConstantCache cache, String filename) {
    Layout layout = Layout.of(linear, ops);
    byte[] exceptionTable = ExceptionTable.write(linear, layout);
    byte[] lineTable = LocationTable.write(linear, layout, ops, unit.firstLine, joinsPlaces);
    byte[] code = BytecodeWriter.write(linear, layout, ops);
    return new CodeObjectBuilder(cache, tellsArgumentsApart, leastStack)
        .build(unit, linear, filename, code, lineTable, exceptionTable);
  }
}
