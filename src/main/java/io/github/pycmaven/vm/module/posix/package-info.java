/** The module {@code posix}. */
package io.github.pycmaven.vm.module.posix;
