/**
 * Java in Python: {@link io.github.pycmaven.vm.module.java.PyJavaImporter} makes packages modules,
 * {@link io.github.pycmaven.vm.module.java.PyJavaClass} and {@link
 * io.github.pycmaven.vm.module.java.PyJavaObject} are classes and their instances, and {@link
 * io.github.pycmaven.vm.module.java.JavaValues} says what becomes what on the way in and out.
 *
 * <p>Java code runs without the interpreter's lock, so that it may wait for other threads; {@link
 * io.github.pycmaven.vm.module.java.JavaCalls} gives it up and takes it back.
 */
package io.github.pycmaven.vm.module.java;
