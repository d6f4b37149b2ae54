package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.ClassCreation;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.util.ArrayList;
import java.util.List;

/** {@code BaseExceptionGroup}. */
@BuiltinType("BaseExceptionGroup")
public final class PyExceptionGroup extends PyException {
  public PyObject message;
  public PyTuple exceptions;
  private static PyType group;

  PyExceptionGroup(PyType type, PyTuple args) {
    super(type, args);
  }

  /** {@code ExceptionGroup}. */
  public static PyType groupType() {
    if (group == null) {
      PyDict d = new PyDict();
      d.put(Names.MODULE, PyStr.of("builtins"));
      group =
          ClassCreation.make(
              "ExceptionGroup", new PyType[] {Exc.BaseExceptionGroup, Exc.Exception}, d);
    }
    return group;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    if (args.length != 2) {
      throw Exc.typeError(
          "BaseExceptionGroup.__new__() takes exactly 2 arguments (" + args.length + " given)");
    }
    if (!(args[0] instanceof PyStr)) {
      throw Exc.typeError("argument 1 must be str, not " + args[0].type.name);
    }
    if (!Obj.isSequence(args[1])) {
      throw Exc.typeError("second argument (exceptions) must be a sequence");
    }
    PyObject[] all = Obj.toArray(args[1]);
    if (all.length == 0) {
      throw Exc.valueError("second argument (exceptions) must be a non-empty sequence");
    }
    boolean nested = false;
    for (int i = 0; i < all.length; i++) {
      if (!(all[i] instanceof PyException)) {
        throw Exc.valueError("Item " + i + " of second argument (exceptions) is not an exception");
      }
      nested |= !all[i].type.isSubtype(Exc.Exception);
    }
    PyType c = cls;
    if (cls == Exc.BaseExceptionGroup) {
      c = nested ? cls : groupType();
    } else if (nested && cls == groupType()) {
      throw Exc.typeError("Cannot nest BaseExceptions in an ExceptionGroup");
    } else if (nested && cls.isSubtype(Exc.Exception)) {
      throw Exc.typeError("Cannot nest BaseExceptions in '" + cls.name + "'");
    }
    PyExceptionGroup g = new PyExceptionGroup(c, PyTuple.over(args));
    g.message = args[0];
    g.exceptions = PyTuple.over(all);
    return g;
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyExceptionGroup self, PyObject[] args, PyDict keywords) {
    noKeywords(self, keywords);
    self.args = PyTuple.over(args);
  }

  @Builtin("__str__(self, /)")
  static PyObject text(PyExceptionGroup self) {
    int n = self.exceptions.items.length;
    return PyStr.of(Obj.str(self.message) + " (" + n + " sub-exception" + (n > 1 ? "s" : "") + ")");
  }

  @Builtin("__repr__(self, /)")
  static String reprGroup(PyExceptionGroup self) {
    PyObject shown = self.exceptions;
    if (self.args.items.length > 1 && self.args.items[1] instanceof PyList) {
      shown = new PyList(self.exceptions.items.clone());
    }
    return self.type.shortName() + "(" + Obj.repr(self.message) + ", " + Obj.repr(shown) + ")";
  }

  @Getter(value = "message", member = true)
  static PyObject message(PyExceptionGroup self) {
    return self.message;
  }

  @Getter(value = "exceptions", member = true)
  static PyObject exceptions(PyExceptionGroup self) {
    return self.exceptions;
  }

  @Builtin("derive(self, excs, /)")
  static PyObject derive(PyExceptionGroup self, PyObject all) {
    return Exc.BaseExceptionGroup.call2(self.message, all);
  }

  private interface Test {
    boolean matches(PyException e);
  }

  private static Test test(PyObject condition) {
    if (condition instanceof PyType t && t.isSubtype(Exc.BaseException)) {
      return e -> e.type.isSubtype(t);
    }
    if (condition instanceof PyTuple tuple) {
      boolean good = true;
      for (PyObject o : tuple.items) {
        good &= o instanceof PyType t && t.isSubtype(Exc.BaseException);
      }
      if (good) {
        return e -> {
          for (PyObject o : tuple.items) {
            if (e.type.isSubtype((PyType) o)) {
              return true;
            }
          }
          return false;
        };
      }
    } else if (Calls.isCallable(condition) && !(condition instanceof PyType)) {
      return e -> Obj.isTrue(condition.call1(e));
    }
    throw Exc.typeError(
        "expected an exception type, a tuple of exception types, or a callable"
            + " (other than a class)");
  }

  /** Matching and other part, null where empty. */
  private static PyException[] splitBy(PyException e, Test test, boolean wantRest) {
    if (test.matches(e)) {
      return new PyException[] {e, null};
    }
    if (!(e instanceof PyExceptionGroup g)) {
      return new PyException[] {null, e};
    }
    List<PyObject> yes = new ArrayList<>();
    List<PyObject> no = new ArrayList<>();
    ThreadState ts = ThreadState.current();
    ts.enterNative(" in exceptiongroup_split_recursive");
    try {
      for (PyObject o : g.exceptions.items) {
        PyException[] parts = splitBy((PyException) o, test, wantRest);
        if (parts[0] != null) {
          yes.add(parts[0]);
        }
        if (parts[1] != null) {
          no.add(parts[1]);
        }
      }
    } finally {
      ts.leaveNative();
    }
    return new PyException[] {subset(g, yes), wantRest ? subset(g, no) : null};
  }

  private static PyException subset(PyExceptionGroup g, List<PyObject> part) {
    if (part.isEmpty()) {
      return null;
    }
    PyObject made = Calls.method(g, "derive", new PyList(part.toArray(new PyObject[0])));
    if (!(made instanceof PyExceptionGroup r)) {
      throw Exc.typeError("derive must return an instance of BaseExceptionGroup");
    }
    r.traceback = g.traceback;
    r.context = g.context;
    r.cause = g.cause;
    r.suppressContext = g.suppressContext;
    PyObject notes = Obj.getAttrOrNull(g, Names.NOTES);
    if (notes != null && Obj.isSequence(notes)) {
      Obj.setAttr(r, Names.NOTES, Obj.toList(notes));
    }
    return r;
  }

  @Builtin("split(self, matcher_value, /)")
  static PyObject split(PyExceptionGroup self, PyObject condition) {
    PyException[] p = splitBy(self, test(condition), true);
    return PyTuple.of(PyNone.orNone(p[0]), PyNone.orNone(p[1]));
  }

  @Builtin("subgroup(self, matcher_value, /)")
  static PyObject subgroup(PyExceptionGroup self, PyObject condition) {
    return PyNone.orNone(splitBy(self, test(condition), false)[0]);
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }

  /** What {@code except*} makes of an exception: matching part and rest, null where empty. */
  public static PyException[] match(PyException e, PyObject condition) {
    Test t = test(condition);
    if (t.matches(e)) {
      if (e instanceof PyExceptionGroup) {
        return new PyException[] {e, null};
      }
      PyException wrapped = (PyException) Exc.BaseExceptionGroup.call2(PyStr.EMPTY, PyTuple.of(e));
      if (e.traceback != null) {
        wrapped.traceback = e.traceback;
      }
      return new PyException[] {wrapped, null};
    }
    if (!(e instanceof PyExceptionGroup)) {
      return new PyException[] {null, e};
    }
    PyObject pair = Calls.method(e, "split", condition);
    if (!(pair instanceof PyTuple p) || p.items.length < 2) {
      throw Exc.typeError(
          pair instanceof PyTuple q
              ? e.type.name + ".split must return a 2-tuple, got tuple of size " + q.items.length
              : e.type.name + ".split must return a tuple, not " + pair.type.name);
    }
    return new PyException[] {
      p.items[0] == PyNone.NONE ? null : (PyException) p.items[0],
      p.items[1] == PyNone.NONE ? null : (PyException) p.items[1]
    };
  }

  /** All leaves below a group that are also leaves of an exception list, in the group's nesting. */
  static PyException project(PyException original, List<PyException> kept) {
    java.util.Set<PyException> leaves =
        java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    for (PyException e : kept) {
      collect(e, leaves);
    }
    return splitBy(original, leaves::contains, false)[0];
  }

  private static void collect(PyException e, java.util.Set<PyException> leaves) {
    if (e instanceof PyExceptionGroup g) {
      for (PyObject o : g.exceptions.items) {
        collect((PyException) o, leaves);
      }
    } else {
      leaves.add(e);
    }
  }

  /**
   * What is raised at the end of {@code try-except*}.
   *
   * @cpython Objects/exceptions.c:_PyExc_PrepReraiseStar
   */
  public static PyObject prepareReraise(PyObject original, PyList results) {
    List<PyException> raised = new ArrayList<>();
    List<PyException> reraised = new ArrayList<>();
    if (!(original instanceof PyExceptionGroup)) {
      return results.size() == 0 ? PyNone.NONE : results.get(0);
    }
    PyException orig = (PyException) original;
    for (PyObject o : results.toArray()) {
      if (o == PyNone.NONE) {
        continue;
      }
      PyException e = (PyException) o;
      boolean same =
          e instanceof PyExceptionGroup
              && e.traceback == orig.traceback
              && e.cause == orig.cause
              && e.context == orig.context;
      (same ? reraised : raised).add(e);
    }
    PyException rest = reraised.isEmpty() ? null : project(orig, reraised);
    if (raised.isEmpty()) {
      return PyNone.orNone(rest);
    }
    List<PyObject> all = new ArrayList<>(raised);
    if (rest != null) {
      all.add(rest);
    }
    return all.size() == 1
        ? all.get(0)
        : Exc.BaseExceptionGroup.call2(PyStr.EMPTY, new PyList(all.toArray(new PyObject[0])));
  }
}
