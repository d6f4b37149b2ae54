/** The module {@code _random}. */
package io.github.pycmaven.vm.module.random;
