package io.github.pycmaven.compiler.dialect;

import io.github.pycmaven.compiler.assemble.AssembleDialect;
import io.github.pycmaven.compiler.codegen.CodegenDialect;
import io.github.pycmaven.compiler.flowgraph.FlowgraphDialect;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which strategy serves which version: the change log of CPython's compiler. Nothing else but
 * {@code target} compares versions.
 */
public final class Dialects {
  private static final Map<PythonVersion, Dialect> MADE = new EnumMap<>(PythonVersion.class);

  /**
   * The lowest bits of COMPARE_OP's operand are a mask, and the next says whether to make a bool.
   */
  private static final int COMPARE_SHIFT_313 = 5;

  /** {@code CO_MAXBLOCKS}. */
  private static final int MAX_BLOCKS_313 = 21;

  private Dialects() {}

  /** Whether we can compile for a version. */
  public static boolean has(PythonVersion version) {
    return version == PythonVersion.V3_14;
  }

  /**
   * The dialect of a version.
   *
   * @throws IllegalArgumentException if we cannot compile for it
   */
  public static Dialect of(PythonVersion version) {
    if (!has(version)) {
      throw new IllegalArgumentException("no compiler for Python " + version);
    }
    synchronized (MADE) {
      return MADE.computeIfAbsent(version, Dialects::v314);
    }
  }

  private static Dialect v314(PythonVersion version) {
    Target target = Target.of(version);
    return new Dialect(
        target,
        new CodegenDialect(target, COMPARE_SHIFT_313, MAX_BLOCKS_313),
        FlowgraphDialect.v314(target),
        AssembleDialect.v314(target));
  }
}
