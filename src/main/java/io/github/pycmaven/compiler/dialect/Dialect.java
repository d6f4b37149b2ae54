package io.github.pycmaven.compiler.dialect;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.compiler.assemble.AssembleDialect;
import io.github.pycmaven.compiler.codegen.CodegenDialect;
import io.github.pycmaven.compiler.flowgraph.FlowgraphDialect;
import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.ConstantCache;
import io.github.pycmaven.compiler.ir.LinearCode;
import io.github.pycmaven.target.Target;

/**
 * The strategies of all stages for one version. It keeps no state and serves any number of threads.
 *
 * @param target the version
 * @param codegen what the code generator asks
 * @param flowgraph how instructions are optimised
 * @param assemble how code objects are laid out
 */
public record Dialect(
    Target target, CodegenDialect codegen, FlowgraphDialect flowgraph, AssembleDialect assemble) {
  /**
   * The code object of what the code generator made: the back end in one step.
   *
   * @param cache the constants of the module that the unit belongs to
   * @param filename what {@code co_filename} will hold
   */
  public CodeObject assemble(CodeUnit unit, ConstantCache cache, String filename) {
    LinearCode linear = flowgraph.optimize(unit, cache);
    return assemble.assemble(linear, unit, cache, filename);
  }
}
