/**
 * What happens to the tree between parser and symbol table: {@code __debug__} becomes a constant,
 * doc strings go at level 2, {@code "…" % (…)} with simple fields becomes an f-string, signed
 * numbers in patterns become constants, and jumps out of {@code finally} are warned about.
 *
 * <p>Entry: {@link io.github.pycmaven.compiler.fold.AstPreprocessor#process}. Trees are immutable;
 * a node is made anew only where something below it changed. All other constant folding is done on
 * the flow graph.
 */
package io.github.pycmaven.compiler.fold;
