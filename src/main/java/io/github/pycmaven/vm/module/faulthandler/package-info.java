/** The module {@code faulthandler}. */
package io.github.pycmaven.vm.module.faulthandler;
