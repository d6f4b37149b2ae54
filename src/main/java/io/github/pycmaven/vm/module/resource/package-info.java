/** The module {@code resource}. */
package io.github.pycmaven.vm.module.resource;
