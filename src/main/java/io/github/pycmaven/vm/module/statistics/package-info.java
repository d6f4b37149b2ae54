/** The module {@code _statistics}. */
package io.github.pycmaven.vm.module.statistics;
