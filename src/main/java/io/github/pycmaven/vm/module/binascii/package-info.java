/** The module {@code binascii}. */
package io.github.pycmaven.vm.module.binascii;
