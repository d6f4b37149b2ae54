/** The module {@code _ast}. */
package io.github.pycmaven.vm.module.ast;
