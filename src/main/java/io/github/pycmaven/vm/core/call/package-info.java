/**
 * Calls: tables of builtins with their signatures, builtin functions and method descriptors, Python
 * functions and methods, and the state of a thread.
 *
 * <p>Up to three arguments travel without an array ({@code call0} to {@code call3}); keywords
 * travel as names beside the array, values last. {@link io.github.pycmaven.vm.core.call.CallTarget}
 * is the only way from here up to frames.
 */
package io.github.pycmaven.vm.core.call;
