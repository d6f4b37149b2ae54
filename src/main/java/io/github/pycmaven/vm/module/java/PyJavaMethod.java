package io.github.pycmaven.vm.module.java;

import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.lang.reflect.Executable;

/** A Java method of all its overloads, bound to its object if it has one. */
@BuiltinType("java.method")
final class PyJavaMethod extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("java.method", new PyJavaMethodTable()).uninstantiable();

  private final Executable[] overloads;
  private final String name;
  private final Object target;

  PyJavaMethod(Executable[] overloads, String name, Object target) {
    super(TYPE);
    this.overloads = overloads;
    this.name = name;
    this.target = target;
  }

  @Builtin("__call__(self, /, *args)")
  PyObject call(PyObject[] args) {
    return Overloads.call(overloads, name, target, args);
  }

  @Getter("__name__")
  String name() {
    return name;
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "<java method " + overloads[0].getDeclaringClass().getName() + "." + name + ">";
  }
}
