/** The module {@code time}. */
package io.github.pycmaven.vm.module.time;
