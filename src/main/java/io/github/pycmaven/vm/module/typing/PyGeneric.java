package io.github.pycmaven.vm.module.typing;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code typing.Generic}; the library's {@code typing} does what it must do. */
@BuiltinType("typing.Generic")
final class PyGeneric extends PyInstance {
  static final PyType TYPE =
      PyType.builtin("typing.Generic", new PyGenericTable()).sharing().notWeak();

  private PyGeneric(PyType type) {
    super(type);
  }

  private static PyObject delegate(String function, PyType cls, PyObject[] args, PyDict keywords) {
    return Calls.callDict(
        Obj.getAttr(Obj.importModule("typing"), function), Calls.prepend(cls, args), keywords);
  }

  @Builtin(value = "__class_getitem__(cls, /, *args, **kwargs)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject[] args, PyDict keywords) {
    return delegate("_generic_class_getitem", cls, args, keywords);
  }

  @Builtin(value = "__init_subclass__(cls, /, *args, **kwargs)", kind = Builtin.Kind.CLASS)
  static PyObject initSubclass(PyType cls, PyObject[] args, PyDict keywords) {
    return delegate("_generic_init_subclass", cls, args, keywords);
  }
}
