/**
 * The compiler's façade: a source and options in, a code object or a diagnostic out.
 *
 * <p>Entry: {@link io.github.pycmaven.compiler.PythonCompiler#compile}. The stages are packages of
 * their own, in the order of the data: {@code token}, {@code parser}, {@code ast}, {@code fold},
 * {@code symtable}, {@code codegen}, {@code ir}, {@code flowgraph}, {@code assemble}; {@code
 * dialect} joins the strategies of one version. Only this package knows all of them.
 */
package io.github.pycmaven.compiler;
