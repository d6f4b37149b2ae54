/**
 * A Python 3.14 virtual machine: {@link io.github.pycmaven.vm.PythonVm} joins object model, tiers
 * and modules and starts importlib's bootstrap from the library's caches; {@link
 * io.github.pycmaven.vm.Main} is the command {@code run}. New builtin modules are listed in {@code
 * BuiltinModules}.
 */
package io.github.pycmaven.vm;
