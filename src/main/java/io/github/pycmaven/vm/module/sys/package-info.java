/** The module {@code sys} and the display of uncaught exceptions. */
package io.github.pycmaven.vm.module.sys;
