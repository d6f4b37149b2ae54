/** The module {@code _signal}. */
package io.github.pycmaven.vm.module.signal;
