/** The module {@code _contextvars}. */
package io.github.pycmaven.vm.module.contextvars;
