/** The module {@code select}. */
package io.github.pycmaven.vm.module.select;
