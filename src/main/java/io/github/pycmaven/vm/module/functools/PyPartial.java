package io.github.pycmaven.vm.module.functools;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.PyMethod;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;
import java.util.Arrays;

/**
 * {@code functools.partial}.
 *
 * @cpython Modules/_functoolsmodule.c:partial_new
 */
@BuiltinType("functools.partial")
final class PyPartial extends PyInstance {
  static final PyType TYPE = PyType.builtin("functools.partial", new PyPartialTable()).withDict();
  private static final PyObject HOLE = PyPlaceholder.INSTANCE;

  private PyObject function;
  private PyObject[] args;
  private PyDict keywords;
  private int holes;

  private PyPartial(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, func, /, *args, **keywords)")
  static PyObject create(PyType cls, PyObject f, PyObject[] given, PyDict more) {
    if (!Calls.isCallable(f)) {
      throw Exc.typeError("the first argument must be callable");
    }
    refuseTrailing(given);
    if (more != null) {
      for (int i = more.nextIndex(0); i >= 0; i = more.nextIndex(i + 1)) {
        if (more.valueAt(i) == HOLE) {
          throw Exc.typeError("Placeholder cannot be passed as a keyword argument");
        }
      }
    }
    PyPartial p = new PyPartial(cls);
    p.function = f;
    p.args = given;
    p.keywords = new PyDict();
    if (f instanceof PyPartial q && !q.hasAttributes()) {
      p.function = q.function;
      p.args = q.holes > 0 ? q.filled(given) : join(q.args, given);
      p.keywords.update(q.keywords);
    }
    p.holes = count(p.args);
    if (more != null) {
      p.keywords.update(more);
    }
    return p;
  }

  private boolean hasAttributes() {
    return keepsDict() || shape.names.length > 0;
  }

  private static void refuseTrailing(PyObject[] a) {
    if (a.length > 0 && a[a.length - 1] == HOLE) {
      throw Exc.typeError("trailing Placeholders are not allowed");
    }
  }

  private static int count(PyObject[] a) {
    int n = 0;
    for (PyObject o : a) {
      n += o == HOLE ? 1 : 0;
    }
    return n;
  }

  private static PyObject[] join(PyObject[] a, PyObject[] b) {
    if (a.length == 0) {
      return b;
    }
    PyObject[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  /** The own arguments with others in the holes, the rest of them behind. */
  private PyObject[] filled(PyObject[] given) {
    PyObject[] all = args.clone();
    int used = 0;
    for (int i = 0; i < all.length && used < given.length; i++) {
      if (all[i] == HOLE) {
        all[i] = given[used++];
      }
    }
    return join(all, Arrays.copyOfRange(given, used, given.length));
  }

  private PyObject[] arguments(PyObject[] given) {
    if (holes == 0) {
      return join(args, given);
    }
    if (given.length < holes) {
      throw Exc.typeError(
          "missing positional arguments in 'partial' call; expected at least "
              + holes
              + ", got "
              + given.length);
    }
    return filled(given);
  }

  @Override
  public PyObject call0() {
    return type == TYPE ? call(Calls.NO_ARGS, null) : super.call0();
  }

  @Override
  public PyObject call1(PyObject a) {
    return type == TYPE ? call(new PyObject[] {a}, null) : super.call1(a);
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  PyObject call(PyObject[] given, PyDict more) {
    PyDict all = keywords;
    if (more != null && more.size() > 0) {
      if (keywords.size() == 0) {
        all = more;
      } else {
        all = keywords.copy();
        all.update(more);
      }
    }
    return Calls.callDict(function, arguments(given), all);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject owner) {
    return instance == PyNone.NONE ? this : new PyMethod(this, instance);
  }

  @Getter("func")
  PyObject function() {
    return function;
  }

  @Getter("args")
  PyObject args() {
    return new PyTuple(args);
  }

  @Getter("keywords")
  PyObject keywords() {
    return keywords;
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    if (!Obj.enterRepr(this)) {
      return "...";
    }
    try {
      StringBuilder b = new StringBuilder();
      b.append(Obj.getAttr(type, "__module__")).append('.');
      b.append(Obj.getAttr(type, "__qualname__")).append('(').append(Obj.repr(function));
      for (PyObject a : args) {
        b.append(", ").append(Obj.repr(a));
      }
      for (int i = keywords.nextIndex(0); i >= 0; i = keywords.nextIndex(i + 1)) {
        b.append(", ").append(Obj.str(keywords.keyAt(i))).append('=');
        b.append(Obj.repr(keywords.valueAt(i)));
      }
      return b.append(')').toString();
    } finally {
      Obj.leaveRepr(this);
    }
  }

  @Getter("__dict__")
  PyObject attributes() {
    return dict(true);
  }

  @Setter("__dict__")
  void setAttributes(PyObject d) {
    if (!(d instanceof PyDict attributes)) {
      throw Exc.typeError("__dict__ must be set to a dictionary");
    }
    setDict(attributes);
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    PyObject attributes = hasAttributes() ? dict(true) : PyNone.NONE;
    return PyTuple.of(
        type, PyTuple.of(function), PyTuple.of(function, new PyTuple(args), keywords, attributes));
  }

  @Builtin("__setstate__(self, state, /)")
  void setState(PyObject state) {
    if (!(state instanceof PyTuple t)
        || t.items.length != 4
        || !Calls.isCallable(t.items[0])
        || !(t.items[1] instanceof PyTuple a)
        || t.items[2] != PyNone.NONE && !(t.items[2] instanceof PyDict)) {
      throw Exc.typeError("invalid partial state");
    }
    refuseTrailing(a.items);
    function = t.items[0];
    args = Obj.toArray(a);
    holes = count(args);
    PyDict k = new PyDict();
    if (t.items[2] instanceof PyDict d) {
      k = d.type == PyDict.TYPE ? d : d.copy();
    }
    keywords = k;
    if (t.items[3] instanceof PyDict d) {
      setDict(d);
    }
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
