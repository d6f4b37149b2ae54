package io.github.pycmaven.compiler.assemble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pycmaven.code.ExceptionTable;
import io.github.pycmaven.code.LineTable;
import io.github.pycmaven.compiler.ir.LinearCode;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the tables say when they are decoded is what went into them. */
class TablesTest {
  private static final OpcodeTable OPS = Target.of(PythonVersion.V3_14).opcodes();

  @Test
  void keepsPlaces() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      LinearCode code = new LinearCode(8, List.of(), 1, 0);
      int line = 1 + random.nextInt(100);
      int first = line;
      for (int i = 0; i < 40; i++) {
        line = Math.max(1, line + random.nextInt(7) - 2 + (random.nextInt(9) == 0 ? 300 : 0));
        code.add(random.nextBoolean() ? Op.NOP : Op.CALL, 0, span(line, random), -1, 0);
      }
      Layout layout = Layout.of(code, OPS);
      byte[] table = LocationTable.write(code, layout, OPS, first, true);
      int units = layout.offsets[code.size()];
      LineTable decoded = LineTable.ofLocations(table, first, units);
      for (int i = 0; i < code.size(); i++) {
        for (int unit = layout.offsets[i]; unit < layout.offsets[i + 1]; unit++) {
          Span found =
              new Span(
                  decoded.line(unit),
                  decoded.column(unit),
                  decoded.endLine(unit),
                  decoded.endColumn(unit));
          assertEquals(code.span(i), found);
        }
      }
    }
  }

  private static Span span(int line, Random random) {
    switch (random.nextInt(5)) {
      case 0:
        return Span.NONE;
      case 1:
        return new Span(line, -1, line, -1);
      case 2:
        return new Span(line, random.nextInt(300), line + random.nextInt(90), random.nextInt(300));
      default:
        int column = random.nextInt(140);
        return new Span(line, column, line, column + random.nextInt(30));
    }
  }

  @Test
  void takesThePlaceOfTheNextInstruction() {
    LinearCode code = new LinearCode(8, List.of(), 1, 0);
    Span span = new Span(3, 1, 3, 4);
    code.add(Op.NOP, 0, Span.NEXT, -1, 0);
    code.add(Op.NOP, 0, Span.NEXT, -1, 0);
    code.add(Op.NOP, 0, span, -1, 0);
    code.add(Op.RETURN_VALUE, 0, Span.NEXT, -1, 0);
    Layout layout = Layout.of(code, OPS);
    byte[] table = LocationTable.write(code, layout, OPS, 1, true);
    LineTable decoded = LineTable.ofLocations(table, 1, 4);
    assertEquals(3, decoded.line(0));
    assertEquals(1, decoded.column(1));
    assertEquals(-1, decoded.line(3));
  }

  @Test
  void keepsHandlers() {
    LinearCode code = new LinearCode(8, List.of(), 1, 0);
    int handlerAt = 9000;
    for (int i = 0; i < 9001; i++) {
      boolean isInside = i >= 10 && i < 20 || i >= 70 && i < 8000;
      code.add(Op.NOP, 0, Span.NONE, isInside ? handlerAt : LinearCode.NO_HANDLER, 2 * 5 + 1);
    }
    Layout layout = Layout.of(code, OPS);
    byte[] table = io.github.pycmaven.compiler.assemble.ExceptionTable.write(code, layout);
    assertEquals(
        List.of(
            new ExceptionTable.Entry(10, 20, handlerAt, 5, true),
            new ExceptionTable.Entry(70, 8000, handlerAt, 5, true)),
        ExceptionTable.entries(table));
  }

  @Test
  void lengthensJumpsUntilTheyHold() {
    LinearCode code = new LinearCode(8, List.of(), 1, 0);
    code.add(Op.JUMP, 256, Span.NONE, -1, 0);
    for (int i = 1; i < 256; i++) {
      code.add(Op.NOP, 0, Span.NONE, -1, 0);
    }
    code.add(Op.JUMP, 1, Span.NONE, -1, 0);
    Layout layout = Layout.of(code, OPS);
    assertEquals(Op.JUMP_FORWARD, code.op(0));
    assertEquals(Op.JUMP_BACKWARD, code.op(256));
    assertEquals(255, layout.args[0]);
    // From behind the jump, its prefix and its cache back to the second instruction.
    assertEquals(255 + 3, layout.args[256]);
    byte[] bytes = BytecodeWriter.write(code, layout, OPS);
    assertEquals(2 * layout.offsets[257], bytes.length);
  }
}
