/** The module {@code _typing}: type parameters and aliases. */
package io.github.pycmaven.vm.module.typing;
