/** The module {@code _queue}. */
package io.github.pycmaven.vm.module.queue;
