/**
 * Classes: {@link io.github.pycmaven.vm.core.type.PyType}, their creation, order and special-method
 * slots, the instances of classes written in Python with their shapes, and the descriptors.
 *
 * <p>Invariant: whoever changes a class's namespace does it through {@code PyType.put} or calls
 * {@code modified()}, because sites all over the VM trust {@code PyType.version}.
 */
package io.github.pycmaven.vm.core.type;
