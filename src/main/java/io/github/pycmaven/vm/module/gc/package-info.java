/** The module {@code gc}. */
package io.github.pycmaven.vm.module.gc;
