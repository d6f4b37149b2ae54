/**
 * CPython's marshal format: {@link io.github.pycmaven.marshal.MarshalReader} for what any supported
 * version wrote, with the values made by a {@link io.github.pycmaven.marshal.ConstantFactory}, and
 * {@link io.github.pycmaven.marshal.MarshalWriter} for what a target would write.
 *
 * <p>The reader never trusts its input: every fault is a {@link
 * io.github.pycmaven.marshal.PycFormatException}. The writer models CPython's reference counts,
 * since they decide which values are written as references.
 */
package io.github.pycmaven.marshal;
