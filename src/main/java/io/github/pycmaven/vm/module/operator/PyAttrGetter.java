package io.github.pycmaven.vm.module.operator;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code operator.attrgetter}; a name may have dots. */
@BuiltinType("operator.attrgetter")
final class PyAttrGetter extends PyObject {
  static final PyType TYPE =
      PyType.builtin("operator.attrgetter", new PyAttrGetterTable()).forbidSubclasses();
  private final PyObject[] names;
  private final PyStr[][] paths;

  private PyAttrGetter(PyObject[] names) {
    super(TYPE);
    this.names = names;
    paths = new PyStr[names.length][];
    for (int i = 0; i < paths.length; i++) {
      if (!(names[i] instanceof PyStr s)) {
        throw Exc.typeError("attribute name must be a string");
      }
      int dots = 0;
      for (int k = 0; k < s.value.length(); k++) {
        dots += s.value.charAt(k) == '.' ? 1 : 0;
      }
      paths[i] = new PyStr[dots + 1];
      int from = 0;
      for (int k = 0; k <= dots; k++) {
        int to = s.value.indexOf('.', from);
        paths[i][k] = PyStr.intern(s.value.substring(from, to < 0 ? s.value.length() : to));
        from = to + 1;
      }
    }
  }

  @Builtin("__new__(cls, attr, /, *attrs)")
  static PyObject create(PyType cls, PyObject attr, PyObject[] attrs) {
    PyObject[] all = new PyObject[attrs.length + 1];
    all[0] = attr;
    System.arraycopy(attrs, 0, all, 1, attrs.length);
    return new PyAttrGetter(all);
  }

  private static PyObject follow(PyObject o, PyStr[] path) {
    PyObject v = o;
    for (PyStr name : path) {
      v = Obj.getAttr(v, name);
    }
    return v;
  }

  private PyObject get(PyObject o) {
    if (paths.length == 1) {
      return follow(o, paths[0]);
    }
    PyObject[] out = new PyObject[paths.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = follow(o, paths[i]);
    }
    return new PyTuple(out);
  }

  @Override
  public PyObject call1(PyObject o) {
    return get(o);
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  PyObject call(PyObject[] args, PyDict keywords) {
    if (keywords != null) {
      throw Exc.typeError("attrgetter() takes no keyword arguments");
    }
    if (args.length != 1) {
      throw Exc.typeError("attrgetter expected 1 argument, got " + args.length);
    }
    return get(args[0]);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "operator.attrgetter"
        + (names.length == 1 ? "(" + Obj.repr(names[0]) + ")" : Obj.repr(new PyTuple(names)));
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    return PyTuple.of(type, new PyTuple(names));
  }
}
