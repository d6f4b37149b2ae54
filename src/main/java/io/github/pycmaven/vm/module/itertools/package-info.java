/** The module {@code itertools}. */
package io.github.pycmaven.vm.module.itertools;
