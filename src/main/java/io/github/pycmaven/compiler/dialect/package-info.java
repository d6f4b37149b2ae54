/**
 * Joins the stages of the compiler for each version of CPython: {@link
 * io.github.pycmaven.compiler.dialect.Dialects} is the one place that knows which strategy serves
 * which version.
 */
package io.github.pycmaven.compiler.dialect;
