/** The module {@code fcntl}. */
package io.github.pycmaven.vm.module.fcntl;
