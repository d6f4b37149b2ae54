/**
 * Values: {@link io.github.pycmaven.vm.core.object.PyObject} and the builtin types, and in {@link
 * io.github.pycmaven.vm.core.object.Obj} what can be done with every object (attributes,
 * comparison, hash, truth, text, iteration, items).
 *
 * <p>Invariants: an object's Python class is its field {@code type}; {@code next()} gives null at
 * the end of an iteration; null is "no value" inside Java code and never reaches a program. A class
 * {@code XMethods} holds the methods of a type whose values live in {@code PyX}.
 */
package io.github.pycmaven.vm.core.object;
