/** The module {@code _struct}. */
package io.github.pycmaven.vm.module.struct;
