/**
 * The bridge to the compiler: sources that a program hands to {@code compile}, {@code exec} and
 * {@code eval}, or that the import system finds without a cache.
 *
 * <p>The only package of the virtual machine that may use the compiler. {@code KnownStrings} spares
 * it for the texts that library modules execute when they are imported.
 */
package io.github.pycmaven.vm.compile;
