/** Modules that CPython has in C and the library in Python: the latter under the former's name. */
package io.github.pycmaven.vm.module.fallback;
