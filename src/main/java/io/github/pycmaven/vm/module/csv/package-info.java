/** The module {@code _csv}. */
package io.github.pycmaven.vm.module.csv;
