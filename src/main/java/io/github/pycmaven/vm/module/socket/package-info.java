/** The module {@code _socket}. */
package io.github.pycmaven.vm.module.socket;
