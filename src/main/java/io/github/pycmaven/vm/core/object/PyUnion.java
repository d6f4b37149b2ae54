package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.util.ArrayList;
import java.util.List;

/** {@code int | str}. */
@BuiltinType("typing.Union")
public final class PyUnion extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("typing.Union", new PyUnionTable()).forbidSubclasses();
  private final PyTuple args;

  private PyUnion(PyTuple args) {
    super(TYPE);
    this.args = args;
  }

  PyTuple args() {
    return args;
  }

  private static boolean fits(PyObject o) {
    return o == PyNone.NONE
        || o instanceof PyType
        || o instanceof PyGenericAlias
        || o instanceof PyUnion
        || o.type.name.equals("typing.TypeAliasType")
        || o.type.name.startsWith("typing.");
  }

  static PyObject or(PyObject a, PyObject b) {
    if (!fits(a) || !fits(b)) {
      return PyNotImplemented.INSTANCE;
    }
    List<PyObject> all = new ArrayList<>();
    add(all, a);
    add(all, b);
    return all.size() == 1 ? all.get(0) : new PyUnion(PyTuple.over(all.toArray(new PyObject[0])));
  }

  private static void add(List<PyObject> all, PyObject o) {
    if (o instanceof PyUnion u) {
      for (PyObject x : u.args.items) {
        add(all, x);
      }
      return;
    }
    PyObject t = o == PyNone.NONE ? PyNone.TYPE : o;
    for (PyObject x : all) {
      if (Obj.same(x, t)) {
        return;
      }
    }
    all.add(t);
  }

  @Getter("__args__")
  static PyObject args(PyUnion self) {
    return self.args;
  }

  @Builtin("__or__(self, value, /)")
  static PyObject orMethod(PyObject self, PyObject other) {
    return or(self, other);
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject other) {
    return or(other, self);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyUnion self) {
    StringBuilder b = new StringBuilder();
    for (PyObject o : self.args.items) {
      b.append(b.length() > 0 ? " | " : "");
      b.append(o == PyNone.TYPE ? "None" : PyGenericAlias.item(o));
    }
    return b.toString();
  }
}
