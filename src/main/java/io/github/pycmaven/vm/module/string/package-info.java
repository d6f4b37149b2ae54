/** The module {@code _string}. */
package io.github.pycmaven.vm.module.string;
