/** The module {@code _warnings}. */
package io.github.pycmaven.vm.module.warnings;
