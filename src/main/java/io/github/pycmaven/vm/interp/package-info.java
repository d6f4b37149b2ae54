/**
 * Tier 1: the loop over decoded code. Frequent operations are in {@link
 * io.github.pycmaven.vm.interp.Interpreter}, the rest in {@code ColdOperations}; the loop's method
 * must stay below 8,000 bytes of JVM code.
 *
 * <p>{@code Tracing} runs the same loop one instruction at a time while a thread has a trace or
 * profile function.
 */
package io.github.pycmaven.vm.interp;
