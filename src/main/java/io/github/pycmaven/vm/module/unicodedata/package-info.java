/** The module {@code unicodedata}, from tables that CPython wrote. */
package io.github.pycmaven.vm.module.unicodedata;
