/** The module {@code _imp}, on which importlib stands. */
package io.github.pycmaven.vm.module.imp;
