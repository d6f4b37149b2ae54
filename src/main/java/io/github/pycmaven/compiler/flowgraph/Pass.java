package io.github.pycmaven.compiler.flowgraph;

/** One step of the work on a flow graph. Passes keep no state between graphs. */
interface Pass {
  /** Does the step. */
  void run(FlowGraph graph);
}
