/** The module {@code _codecs}. */
package io.github.pycmaven.vm.module.codecs;
