package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
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

  /** A union of types that were given in brackets. */
  static PyObject of(PyObject[] types) {
    List<PyObject> all = new ArrayList<>();
    PyObject check = Obj.getAttr(Obj.importModule("typing"), "_type_check");
    for (PyObject t : types) {
      add(all, check.call2(t, PyStr.of("Union[arg, ...]: each arg must be a type.")));
    }
    return all.size() == 1 ? all.get(0) : new PyUnion(PyTuple.over(all.toArray(new PyObject[0])));
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    PyObject[] types = item instanceof PyTuple t ? t.items : new PyObject[] {item};
    if (types.length == 0) {
      throw Exc.typeError("Cannot take a Union of no types.");
    }
    return of(types);
  }

  @Builtin("__mro_entries__(self, bases, /)")
  static void mroEntries(PyUnion self, PyObject bases) {
    throw Exc.typeError("Cannot subclass " + Obj.repr(self));
  }

  @Getter("__name__")
  static String name(PyUnion self) {
    return "Union";
  }

  @Getter("__qualname__")
  static String qualifiedName(PyUnion self) {
    return "Union";
  }

  @Getter("__origin__")
  static PyObject origin(PyUnion self) {
    return TYPE;
  }

  @Getter("__parameters__")
  static PyObject parameters(PyUnion self) {
    return TypeArguments.parameters(self.args.items);
  }

  @Builtin("__getitem__(self, key, /)")
  static PyObject getItem(PyUnion self, PyObject item) {
    PyTuple params = TypeArguments.parameters(self.args.items);
    return of(TypeArguments.substitute(self, self.args.items, params, item));
  }

  private boolean holdsAllOf(PyUnion other) {
    for (PyObject o : other.args.items) {
      boolean found = false;
      for (PyObject x : args.items) {
        found |= Obj.same(x, o);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  @RichCompare(equalityOnly = true)
  static PyObject compare(PyUnion self, PyObject other, int op) {
    if (!(other instanceof PyUnion o)) {
      return PyNotImplemented.INSTANCE;
    }
    boolean same =
        self.args.items.length == o.args.items.length && self.holdsAllOf(o) && o.holdsAllOf(self);
    return PyBool.of(same == (op == 2));
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyUnion self) {
    int bad = 0;
    for (PyObject o : self.args.items) {
      bad += o.type.slot(io.github.pycmaven.vm.core.type.Slot.HASH) == PyNone.NONE ? 1 : 0;
    }
    if (bad > 0) {
      throw Exc.typeError("union contains " + bad + " unhashable element" + (bad == 1 ? "" : "s"));
    }
    return Obj.hash(PyFrozenSet.of(self.args.items));
  }

  @Getter(value = "__args__", member = true)
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
      b.append(o == PyNone.TYPE ? "None" : TypeArguments.text(o));
    }
    return b.toString();
  }
}
