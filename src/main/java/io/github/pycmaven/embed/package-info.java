/**
 * Python inside a Java application.
 *
 * <pre>{@code
 * try (PythonVm python = PythonVm.create()) {
 *   python.exec("def greet(name): return f'Hello, {name}!'");
 *   Object text = python.get("greet", PythonObject.class).call("World");
 * }
 * }</pre>
 *
 * <p>{@link io.github.pycmaven.embed.PythonVm} is one interpreter, with modules, classes and a lock
 * of its own; any number of them can live side by side. {@link
 * io.github.pycmaven.embed.PythonScriptEngineFactory} is the same for {@code javax.script}.
 *
 * <p>The virtual machine itself is loaded once for each interpreter, by {@link
 * io.github.pycmaven.embed.VmLoader}, and reached through {@link io.github.pycmaven.embed.Engine}.
 */
package io.github.pycmaven.embed;
