/** The module {@code _tokenize}. */
package io.github.pycmaven.vm.module.tokenize;
