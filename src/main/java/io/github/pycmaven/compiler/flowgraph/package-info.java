/**
 * The control-flow graph of one code object, and the passes over it: from what the code generator
 * emitted to instructions in their final order. Entry point: {@link
 * io.github.pycmaven.compiler.flowgraph.FlowgraphDialect#optimize}.
 *
 * <p>Passes are verbs, one to a class, and their order is fixed in {@link
 * io.github.pycmaven.compiler.flowgraph.FlowgraphDialect}: the bytes depend on it. Instructions
 * that are not needed any more become NOPs first and are removed by later passes, since a NOP may
 * carry a line on which a debugger stops.
 *
 * <p>Operations on constants are folded here too, by Python's rules for each type and with the
 * limits that CPython sets.
 */
package io.github.pycmaven.compiler.flowgraph;
