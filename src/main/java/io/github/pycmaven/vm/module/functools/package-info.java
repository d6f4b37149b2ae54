/** The module {@code _functools}. */
package io.github.pycmaven.vm.module.functools;
