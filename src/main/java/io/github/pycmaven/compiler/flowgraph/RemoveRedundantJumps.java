package io.github.pycmaven.compiler.flowgraph;

/**
 * Makes NOPs of the jumps that go to where control would go anyway.
 *
 * @cpython Python/flowgraph.c:remove_redundant_jumps (3.12)
 */
final class RemoveRedundantJumps implements Pass {
  @Override
  public void run(FlowGraph graph) {
    RemoveRedundantNopsAndJumps.removeJumps(graph);
  }
}
