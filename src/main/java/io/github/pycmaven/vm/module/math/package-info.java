/** The modules {@code math} and {@code cmath}. */
package io.github.pycmaven.vm.module.math;
