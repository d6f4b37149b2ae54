/**
 * Listings of code objects for people and for tests: {@link
 * io.github.pycmaven.disasm.Disassembler}; and what a module imports: {@link
 * io.github.pycmaven.disasm.ImportList}.
 *
 * <p>It reads what any supported CPython wrote; what an argument means in a version is asked of its
 * {@link io.github.pycmaven.target.Target}.
 */
package io.github.pycmaven.disasm;
