/**
 * Runs inside the Java compiler: writes the switch tables of annotated builtin types and modules.
 *
 * <p>Entry class: {@link io.github.pycmaven.vm.expose.processor.ExposeProcessor}. Not part of the
 * jar's run time.
 */
package io.github.pycmaven.vm.expose.processor;
