/** The module {@code _abc}. */
package io.github.pycmaven.vm.module.abc;
