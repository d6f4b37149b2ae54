package io.github.pycmaven.compiler.dialect;

import io.github.pycmaven.compiler.assemble.AssembleDialect;
import io.github.pycmaven.compiler.codegen.CodegenDialect;
import io.github.pycmaven.compiler.flowgraph.FlowgraphDialect;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import io.github.pycmaven.target.Target;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which strategy serves which version: the change log of CPython's compiler. Nothing else but
 * {@code target} compares versions.
 */
public final class Dialects {
  private static final Map<Release, Dialect> MADE = new EnumMap<>(Release.class);

  /**
   * The lowest bits of COMPARE_OP's operand are a mask, and the next says whether to make a bool.
   */
  private static final int COMPARE_SHIFT_313 = 5;

  /** Without that bit. */
  private static final int COMPARE_SHIFT_312 = 4;

  /** The operand is the comparison's number. */
  private static final int COMPARE_SHIFT_311 = 0;

  /** {@code CO_MAXBLOCKS}, up to 3.12.1. */
  private static final int MAX_BLOCKS_311 = 20;

  /** With room for the body of a generator. */
  private static final int MAX_BLOCKS_313 = 21;

  private Dialects() {}

  /** Whether we can compile for a version. */
  public static boolean has(PythonVersion version) {
    return !Release.allOf(version).isEmpty();
  }

  /** The dialect of a release. */
  public static Dialect of(Release release) {
    synchronized (MADE) {
      Dialect dialect = MADE.get(release);
      if (dialect == null) {
        dialect = make(release);
        MADE.put(release, dialect);
      }
      return dialect;
    }
  }

  private static Dialect make(Release release) {
    Target target = Target.of(release);
    switch (release) {
      case V3_14_3:
        return v314r3(target);
      case V3_14_10:
        return v314(target);
      case V3_15_2:
        return v315(target);
      case V3_11_7:
        return v311(target);
      case V3_12_7:
        return v312(target, MAX_BLOCKS_313);
      case V3_12_1:
        return v312(target, MAX_BLOCKS_311);
      case V3_13_18:
        return v313(target, true);
      case V3_13_0:
        return v313(target, false);
      default:
        throw new IllegalArgumentException("no compiler for Python " + release);
    }
  }

  private static Dialect v314(Target target) {
    return new Dialect(
        target,
        new CodegenDialect(target, COMPARE_SHIFT_313, MAX_BLOCKS_313, false, false),
        FlowgraphDialect.v314(target),
        AssembleDialect.v313(target));
  }

  private static Dialect v311(Target target) {
    return new Dialect(
        target,
        new CodegenDialect(target, COMPARE_SHIFT_311, MAX_BLOCKS_311, false, false),
        FlowgraphDialect.v311(target),
        AssembleDialect.v311(target));
  }

  private static Dialect v312(Target target, int maxBlocks) {
    return new Dialect(
        target,
        new CodegenDialect(target, COMPARE_SHIFT_312, maxBlocks, false, false),
        FlowgraphDialect.v312(target),
        AssembleDialect.v312(target));
  }

  private static Dialect v315(Target target) {
    return new Dialect(
        target,
        new CodegenDialect(target, COMPARE_SHIFT_313, MAX_BLOCKS_313, false, false),
        FlowgraphDialect.v315(target),
        AssembleDialect.v313(target));
  }

  private static Dialect v313(Target target, boolean repeatsGetIter) {
    return new Dialect(
        target,
        new CodegenDialect(target, COMPARE_SHIFT_313, MAX_BLOCKS_313, false, repeatsGetIter),
        FlowgraphDialect.v313(target),
        AssembleDialect.v313(target));
  }

  private static Dialect v314r3(Target target) {
    return new Dialect(
        target,
        new CodegenDialect(target, COMPARE_SHIFT_313, MAX_BLOCKS_313, true, false),
        FlowgraphDialect.v314r3(target),
        AssembleDialect.v313(target));
  }
}
