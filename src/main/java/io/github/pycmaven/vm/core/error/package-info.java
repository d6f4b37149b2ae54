/**
 * Exceptions: {@link io.github.pycmaven.vm.core.error.Exc} has the builtin classes and a factory
 * for each frequent error; {@link io.github.pycmaven.vm.core.error.PyRaise} carries a Python
 * exception through Java code, without a Java stack trace.
 */
package io.github.pycmaven.vm.core.error;
