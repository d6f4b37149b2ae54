/** The module {@code builtins}: functions, iterators, class statements, import and execution. */
package io.github.pycmaven.vm.module.builtins;
