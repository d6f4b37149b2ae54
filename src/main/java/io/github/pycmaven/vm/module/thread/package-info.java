/** The module {@code _thread}. */
package io.github.pycmaven.vm.module.thread;
