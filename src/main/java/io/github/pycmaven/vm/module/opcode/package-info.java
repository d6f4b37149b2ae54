/** The module {@code _opcode}. */
package io.github.pycmaven.vm.module.opcode;
