/** The module {@code _multibytecodec}. */
package io.github.pycmaven.vm.module.multibyte;
