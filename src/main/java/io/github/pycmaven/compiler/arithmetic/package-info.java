/**
 * Python's operators on constants, with the limits that keep folded code small: what the compiler
 * computes instead of the interpreter. Until 3.13 the tree is folded, from 3.14 on the
 * instructions, by the same rules.
 *
 * <p>Entry: {@link io.github.pycmaven.compiler.arithmetic.BinaryFolding} and {@link
 * io.github.pycmaven.compiler.arithmetic.UnaryFolding}; null stands for a result that there is none
 * of, or that would be too large.
 */
package io.github.pycmaven.compiler.arithmetic;
