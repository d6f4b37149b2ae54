/** The module {@code _operator}. */
package io.github.pycmaven.vm.module.operator;
