/** The namespace {@code sys.monitoring}. */
package io.github.pycmaven.vm.module.monitoring;
