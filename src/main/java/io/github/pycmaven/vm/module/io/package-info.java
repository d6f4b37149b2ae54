/** The module {@code _io}. */
package io.github.pycmaven.vm.module.io;
