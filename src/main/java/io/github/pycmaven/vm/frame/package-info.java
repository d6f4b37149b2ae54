/**
 * Code objects, decoded code, frames, generators and coroutines, the binding of arguments, and the
 * interface {@link io.github.pycmaven.vm.frame.Tier} behind which frames run.
 *
 * <p>{@link io.github.pycmaven.vm.frame.Decoder314} alone knows opcode numbers.
 */
package io.github.pycmaven.vm.frame;
