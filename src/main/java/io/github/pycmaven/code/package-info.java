/**
 * Code objects and the constants in them, as values: what the compiler makes, {@code marshal}
 * writes and reads, and the disassembler shows.
 *
 * <p>Start with {@link io.github.pycmaven.code.CodeObject}. Identity of {@link
 * io.github.pycmaven.code.Constant}s is part of what a code object is, since {@code marshal} shows
 * which constants are one object.
 */
package io.github.pycmaven.code;
