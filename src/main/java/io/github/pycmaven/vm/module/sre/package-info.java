/** The module {@code _sre}: matches what the library's {@code re._compiler} compiles. */
package io.github.pycmaven.vm.module.sre;
