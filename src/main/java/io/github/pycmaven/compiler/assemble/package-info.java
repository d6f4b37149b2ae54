/**
 * From instructions in their final order to a code object: offsets of jumps, prefixes for large
 * arguments, the tables of places and of exception handlers, and the list of locals. Entry point:
 * {@link io.github.pycmaven.compiler.assemble.AssembleDialect#assemble}.
 */
package io.github.pycmaven.compiler.assemble;
