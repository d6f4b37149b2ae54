package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * Type parameters among type arguments, and their replacement.
 *
 * @cpython Objects/genericaliasobject.c
 */
final class TypeArguments {
  private static final PyStr SUBSTITUTE = PyStr.intern("__typing_subst__");
  private static final PyStr PREPARE = PyStr.intern("__typing_prepare_subst__");
  private static final PyStr PARAMETERS = PyStr.intern("__parameters__");
  private static final PyStr UNPACKED = PyStr.intern("__typing_unpacked_tuple_args__");
  private static final PyStr IS_UNPACKED = PyStr.intern("__typing_is_unpacked_typevartuple__");

  private TypeArguments() {}

  private static PyObject[] sequence(PyObject o) {
    return o instanceof PyTuple t ? t.items : o instanceof PyList l ? l.toArray() : null;
  }

  /** The parameters that occur in arguments, each once, in order. */
  static PyTuple parameters(PyObject[] args) {
    List<PyObject> out = new ArrayList<>();
    collect(args, out);
    return PyTuple.over(out.toArray(new PyObject[0]));
  }

  private static void collect(PyObject[] args, List<PyObject> out) {
    for (PyObject a : args) {
      if (a instanceof PyType) {
        continue;
      }
      PyObject[] inner = sequence(a);
      if (inner != null) {
        collect(inner, out);
      } else if (Obj.getAttrOrNull(a, SUBSTITUTE) != null) {
        addOnce(out, a);
      } else if (Obj.getAttrOrNull(a, PARAMETERS) instanceof PyTuple t) {
        for (PyObject p : t.items) {
          addOnce(out, p);
        }
      }
    }
  }

  private static void addOnce(List<PyObject> out, PyObject o) {
    if (indexOf(out.toArray(new PyObject[0]), o) < 0) {
      out.add(o);
    }
  }

  private static int indexOf(PyObject[] all, PyObject o) {
    for (int i = 0; i < all.length; i++) {
      if (all[i] == o) {
        return i;
      }
    }
    return -1;
  }

  /** The arguments with parameters replaced by the items of a subscription. */
  static PyObject[] substitute(PyObject self, PyObject[] args, PyTuple parameters, PyObject item) {
    PyObject[] params = parameters.items;
    if (params.length == 0) {
      throw Exc.typeError(Obj.repr(self) + " is not a generic class");
    }
    PyObject items = unpacked(item);
    for (PyObject p : params) {
      PyObject prepare = Obj.getAttrOrNull(p, PREPARE);
      if (prepare != null && prepare != PyNone.NONE) {
        PyObject given = items instanceof PyTuple ? items : PyTuple.of(items);
        items = prepare.call2(self, given);
      }
    }
    PyObject[] given = items instanceof PyTuple t ? t.items : new PyObject[] {items};
    if (given.length != params.length) {
      throw Exc.typeError(
          "Too "
              + (given.length > params.length ? "many" : "few")
              + " arguments for "
              + Obj.repr(self)
              + "; actual "
              + given.length
              + ", expected "
              + params.length);
    }
    return replaced(args, params, given).toArray(new PyObject[0]);
  }

  /** A tuple's items, with {@code *tuple[...]} taken apart. */
  private static PyObject unpacked(PyObject item) {
    PyObject[] all = item instanceof PyTuple t ? t.items : new PyObject[] {item};
    List<PyObject> out = new ArrayList<>();
    for (PyObject o : all) {
      PyObject parts = o instanceof PyType ? null : Obj.getAttrOrNull(o, UNPACKED);
      if (parts instanceof PyTuple t
          && !(t.items.length > 0 && t.items[t.items.length - 1] == PyEllipsis.INSTANCE)) {
        out.addAll(List.of(t.items));
      } else {
        out.add(o);
      }
    }
    return PyTuple.over(out.toArray(new PyObject[0]));
  }

  private static List<PyObject> replaced(PyObject[] args, PyObject[] params, PyObject[] given) {
    List<PyObject> out = new ArrayList<>();
    for (PyObject a : args) {
      if (a instanceof PyType) {
        out.add(a);
        continue;
      }
      PyObject[] inner = sequence(a);
      if (inner != null) {
        PyObject[] r = replaced(inner, params, given).toArray(new PyObject[0]);
        out.add(a instanceof PyList ? new PyList(r) : PyTuple.over(r));
        continue;
      }
      PyObject flag = Obj.getAttrOrNull(a, IS_UNPACKED);
      PyObject substitute = Obj.getAttrOrNull(a, SUBSTITUTE);
      PyObject fresh;
      if (substitute != null) {
        fresh = substitute.call1(given[indexOf(params, a)]);
      } else {
        fresh = inside(a, params, given);
      }
      if (flag != null && Obj.isTrue(flag)) {
        if (!(fresh instanceof PyTuple t)) {
          throw Exc.typeError(
              "expected __typing_subst__ of "
                  + a.type.name
                  + " objects to return a tuple, not "
                  + fresh.type.name);
        }
        out.addAll(List.of(t.items));
      } else {
        out.add(fresh);
      }
    }
    return out;
  }

  /** An argument that is itself generic gets those of the items that are its own. */
  private static PyObject inside(PyObject a, PyObject[] params, PyObject[] given) {
    if (!(Obj.getAttrOrNull(a, PARAMETERS) instanceof PyTuple own) || own.items.length == 0) {
      return a;
    }
    List<PyObject> sub = new ArrayList<>();
    for (PyObject p : own.items) {
      int i = indexOf(params, p);
      PyObject v = i < 0 ? p : given[i];
      if (i >= 0 && v instanceof PyTuple t && p.type.slot(Slot.ITER) != null) {
        sub.addAll(List.of(t.items));
      } else {
        sub.add(v);
      }
    }
    PyObject[] all = sub.toArray(new PyObject[0]);
    return Obj.getItem(a, all.length == 1 ? all[0] : PyTuple.over(all));
  }

  /** A type as it is written within brackets. */
  static String text(PyObject o) {
    if (o == PyEllipsis.INSTANCE) {
      return "...";
    }
    if (o == PyNone.TYPE) {
      return "None";
    }
    if (o instanceof PyType t) {
      return t.fullName();
    }
    if (o instanceof PyList l) {
      StringBuilder b = new StringBuilder("[");
      for (PyObject x : l.toArray()) {
        b.append(b.length() > 1 ? ", " : "").append(text(x));
      }
      return b.append(']').toString();
    }
    if (Obj.getAttrOrNull(o, PyStr.intern("__origin__")) != null
        && Obj.getAttrOrNull(o, PyStr.intern("__args__")) != null) {
      return Obj.repr(o);
    }
    PyObject name = Obj.getAttrOrNull(o, Names.QUALNAME);
    PyObject module = Obj.getAttrOrNull(o, Names.MODULE);
    if (name == null || module == null || module == PyNone.NONE) {
      return Obj.repr(o);
    }
    String m = Obj.str(module);
    return m.equals("builtins") ? Obj.str(name) : m + "." + Obj.str(name);
  }
}
