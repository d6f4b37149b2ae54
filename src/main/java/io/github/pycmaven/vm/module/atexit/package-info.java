/** The module {@code atexit}. */
package io.github.pycmaven.vm.module.atexit;
