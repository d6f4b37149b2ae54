/** The module {@code marshal}. */
package io.github.pycmaven.vm.module.marshal;
