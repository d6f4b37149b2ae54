/** The module {@code _json}: the scanner and the encoder of {@code json}. */
package io.github.pycmaven.vm.module.json;
