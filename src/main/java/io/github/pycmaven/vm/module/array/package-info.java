/** The module {@code array}. */
package io.github.pycmaven.vm.module.array;
