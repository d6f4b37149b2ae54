/**
 * Errors and warnings as values, and their rendering as CPython prints them.
 *
 * <p>Entry is {@link io.github.pycmaven.diagnostic.Diagnostic}.
 */
package io.github.pycmaven.diagnostic;
