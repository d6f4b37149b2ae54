/** The module {@code errno}. */
package io.github.pycmaven.vm.module.errno;
