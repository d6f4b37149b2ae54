package io.github.pycmaven.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each version has its target file, and the tables derived from it hang together. */
class TargetTest {
  /** As in the header of caches; {@code importlib.util.MAGIC_NUMBER} of each CPython. */
  private static final Map<PythonVersion, Integer> MAGIC =
      Map.of(
          PythonVersion.V3_8, 3413,
          PythonVersion.V3_9, 3425,
          PythonVersion.V3_10, 3439,
          PythonVersion.V3_11, 3495,
          PythonVersion.V3_12, 3531,
          PythonVersion.V3_13, 3571,
          PythonVersion.V3_14, 3627,
          PythonVersion.V3_15, 3666);

  @ParameterizedTest
  @EnumSource
  void knowsEachVersion(PythonVersion version) {
    Target target = Target.of(version);
    assertEquals(MAGIC.get(version), target.magic());
    assertEquals("cpython-3" + version.minor(), target.cacheTag());
    assertTrue(target.release().startsWith(version + "."));
    assertSame(target, Target.of(version));
    assertSame(version, PythonVersion.of(version.toString()));
  }

  @ParameterizedTest
  @EnumSource
  void numbersLeadBackToOperations(PythonVersion version) {
    OpcodeTable ops = Target.of(version).opcodes();
    int known = 0;
    for (Op op : Op.values()) {
      if (ops.has(op)) {
        known++;
        assertSame(op, ops.op(ops.number(op)));
        assertTrue(ops.isPseudo(op) == ops.number(op) >= 256, op.name());
        assertFalse(ops.hasTarget(op) && !ops.hasArg(op), op.name());
      } else {
        assertEquals(-1, ops.number(op));
      }
    }
    assertTrue(known > 100);
    assertTrue(ops.has(Op.LOAD_CONST) && ops.hasConst(Op.LOAD_CONST));
    assertTrue(ops.isScopeExit(Op.RETURN_VALUE) && ops.isTerminator(Op.RETURN_VALUE));
  }

  @Test
  void computesStackEffects() {
    OpcodeTable ops = Target.of(PythonVersion.V3_14).opcodes();
    assertEquals(1, ops.effect(Op.LOAD_GLOBAL, 4));
    assertEquals(2, ops.effect(Op.LOAD_GLOBAL, 5));
    assertEquals(-3, ops.effect(Op.CALL, 2));
    assertEquals(-2, ops.effect(Op.BUILD_SLICE, 3));
    assertEquals(3, ops.effect(Op.UNPACK_SEQUENCE, 4));
    assertEquals(2 + 3, ops.effect(Op.UNPACK_EX, 2 | 3 << 8));
    assertEquals(0, ops.effect(Op.SETUP_FINALLY, 0));
    assertEquals(1, ops.jumpEffect(Op.SETUP_FINALLY, 0));
    assertEquals(2, ops.jumpEffect(Op.SETUP_CLEANUP, 0));
    assertEquals(2, ops.popped(Op.BINARY_OP, 0));
    assertEquals(5, ops.popped(Op.CALL, 3));
    OpcodeTable old = Target.of(PythonVersion.V3_8).opcodes();
    assertEquals(-1 - 2, old.effect(Op.MAKE_FUNCTION, 1 | 8));
    assertEquals(-1, old.effect(Op.FORMAT_VALUE, 4));
  }

  @Test
  void tellsFeatures() {
    assertTrue(Target.of(PythonVersion.V3_12).has(Feature.INLINED_COMPREHENSIONS));
    assertFalse(Target.of(PythonVersion.V3_11).has(Feature.INLINED_COMPREHENSIONS));
    assertThrows(IllegalArgumentException.class, () -> PythonVersion.of("2.7"));
  }

  @Test
  void knowsTextsOfStartUp() {
    Target target = Target.of(PythonVersion.V3_14);
    assertTrue(target.isInternedAtStart("append"));
    assertTrue(target.isInternedAtStart("__annotate__"));
    assertFalse(target.isInternedAtStart("no_such_name_anywhere"));
  }
}
