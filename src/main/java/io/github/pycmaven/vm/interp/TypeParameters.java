package io.github.pycmaven.vm.interp;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.frame.PyFrame;

/** Type parameters and aliases; the module {@code _typing} makes them. */
final class TypeParameters {
  private TypeParameters() {}

  private static PyObject call(String name, PyObject... args) {
    return Calls.method(Obj.importModule("_typing"), name, args);
  }

  static PyObject make(int which, PyObject name, PyFrame f) {
    String maker =
        which == 7 ? "_make_typevar" : which == 8 ? "_make_paramspec" : "_make_typevartuple";
    return call(maker, name, PyNone.orNone(f.globals.get(Names.NAME)));
  }

  static PyObject bounded(int which, PyObject name, PyObject evaluate) {
    return call(which == 2 ? "_make_typevar_bound" : "_make_typevar_constraints", name, evaluate);
  }

  static void setDefault(PyObject parameter, PyObject evaluate) {
    call("_set_default", parameter, evaluate);
  }

  static PyObject genericBase(PyObject parameters) {
    return call("_generic_base", parameters);
  }

  static PyObject alias(PyTuple parts, PyFrame f) {
    return call(
        "_make_alias",
        parts.items[0],
        parts.items[1],
        parts.items[2],
        PyNone.orNone(f.globals.get(Names.NAME)));
  }
}
