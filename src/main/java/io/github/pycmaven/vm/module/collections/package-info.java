/** The module {@code _collections}: what the library does not have in Python. */
package io.github.pycmaven.vm.module.collections;
