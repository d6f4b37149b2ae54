/** The module {@code _weakref}; the JVM's collector decides when references die. */
package io.github.pycmaven.vm.module.weakref;
