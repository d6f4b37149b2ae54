package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;

/** {@code list[int]}: a class with type arguments. */
@BuiltinType("types.GenericAlias")
public final class PyGenericAlias extends PyObject {
  public static final PyType TYPE = PyType.builtin("types.GenericAlias", new PyGenericAliasTable());
  final PyObject origin;
  final PyTuple args;
  boolean starred;
  private PyTuple parameters;

  PyGenericAlias(PyType type, PyObject origin, PyTuple args) {
    super(type);
    this.origin = origin;
    this.args = args;
  }

  /** The alias of a class and its argument or arguments. */
  public static PyObject make(PyObject origin, PyObject item) {
    return new PyGenericAlias(TYPE, origin, item instanceof PyTuple t ? t : PyTuple.of(item));
  }

  @Builtin("__new__(cls, origin, args, /)")
  static PyObject create(PyType cls, PyObject origin, PyObject args) {
    return new PyGenericAlias(cls, origin, args instanceof PyTuple t ? t : PyTuple.of(args));
  }

  @Override
  public PyObject getAttrDefault(PyStr name) {
    switch (name.value) {
      case "__origin__":
      case "__args__":
      case "__parameters__":
      case "__mro_entries__":
      case "__reduce_ex__":
      case "__reduce__":
      case "__copy__":
      case "__deepcopy__":
      case "__bases__":
      case "__unpacked__":
      case "__typing_unpacked_tuple_args__":
      case "__class__":
        return super.getAttrDefault(name);
      default:
        return Obj.getAttrOrNull(origin, name);
    }
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  static PyObject call(PyGenericAlias self, PyObject[] args, PyDict keywords) {
    PyObject made = io.github.pycmaven.vm.core.call.Calls.callDict(self.origin, args, keywords);
    try {
      Obj.setAttr(made, PyStr.intern("__orig_class__"), self);
    } catch (PyRaise e) {
      if (!e.matches(Exc.AttributeError) && !e.matches(Exc.TypeError)) {
        throw e;
      }
    }
    return made;
  }

  @Getter("__parameters__")
  static PyObject parameters(PyGenericAlias self) {
    if (self.parameters == null) {
      self.parameters = TypeArguments.parameters(self.args.items);
    }
    return self.parameters;
  }

  @Getter(value = "__unpacked__", member = true)
  static boolean unpacked(PyGenericAlias self) {
    return self.starred;
  }

  @Getter("__typing_unpacked_tuple_args__")
  static PyObject unpackedArgs(PyGenericAlias self) {
    return self.starred && self.origin == PyTuple.TYPE ? self.args : PyNone.NONE;
  }

  @Builtin("__getitem__(self, key, /)")
  static PyObject getItem(PyGenericAlias self, PyObject item) {
    PyTuple params = (PyTuple) parameters(self);
    PyObject[] fresh = TypeArguments.substitute(self, self.args.items, params, item);
    PyGenericAlias a = new PyGenericAlias(TYPE, self.origin, PyTuple.over(fresh));
    a.starred = self.starred;
    return a;
  }

  /** The one element: the alias with a star before it. */
  @BuiltinType("generic_alias_iterator")
  static final class StarIterator extends PyObject {
    static final PyType TYPE =
        PyType.builtin("generic_alias_iterator", new PyGenericAlias_StarIteratorTable())
            .forbidSubclasses();
    private PyGenericAlias alias;

    private StarIterator(PyGenericAlias alias) {
      super(TYPE);
      this.alias = alias;
    }

    @Override
    public PyObject next() {
      if (alias == null) {
        return null;
      }
      PyGenericAlias a = new PyGenericAlias(PyGenericAlias.TYPE, alias.origin, alias.args);
      a.starred = true;
      alias = null;
      return a;
    }

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return this;
    }

    @Builtin("__next__(self, /)")
    PyObject following() {
      return Obj.orStop(next());
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      PyObject iter = Obj.getAttr(Obj.importModule("builtins"), "iter");
      return PyTuple.of(iter, PyTuple.of(alias == null ? PyTuple.EMPTY : alias));
    }
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyGenericAlias self) {
    return new StarIterator(self);
  }

  @Builtin("__instancecheck__(self, instance, /)")
  static void instanceCheck(PyGenericAlias self, PyObject o) {
    throw Exc.typeError("isinstance() argument 2 cannot be a parameterized generic");
  }

  @Builtin("__subclasscheck__(self, cls, /)")
  static void subclassCheck(PyGenericAlias self, PyObject o) {
    throw Exc.typeError("issubclass() argument 2 cannot be a parameterized generic");
  }

  @RichCompare(equalityOnly = true)
  static PyObject compare(PyGenericAlias self, PyObject other, int op) {
    if (!(other instanceof PyGenericAlias o)) {
      return PyNotImplemented.INSTANCE;
    }
    boolean same =
        self.starred == o.starred && Obj.same(self.origin, o.origin) && Obj.same(self.args, o.args);
    return PyBool.of(same == (op == 2));
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyGenericAlias self) {
    return Obj.hash(self.origin) ^ Obj.hash(self.args) ^ (self.starred ? 1 : 0);
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyGenericAlias self) {
    if (self.starred) {
      PyObject plain = new PyGenericAlias(TYPE, self.origin, self.args);
      return PyTuple.of(Obj.builtin("next"), PyTuple.of(new StarIterator((PyGenericAlias) plain)));
    }
    return PyTuple.of(self.type, PyTuple.of(self.origin, self.args));
  }

  @Builtin("__dir__(self, /)")
  static PyObject directory(PyGenericAlias self) {
    PyList all = Obj.toList(Obj.runtime().builtins().get(PyStr.intern("dir")).call1(self.origin));
    for (String n :
        new String[] {
          "__args__",
          "__class__",
          "__mro_entries__",
          "__origin__",
          "__parameters__",
          "__reduce__",
          "__reduce_ex__",
          "__typing_unpacked_tuple_args__",
          "__unpacked__"
        }) {
      PyStr name = PyStr.intern(n);
      if (!Obj.contains(all, name)) {
        all.append(name);
      }
    }
    return all;
  }

  @Getter("__origin__")
  static PyObject origin(PyGenericAlias self) {
    return self.origin;
  }

  @Getter("__args__")
  static PyObject args(PyGenericAlias self) {
    return self.args;
  }

  @Builtin("__mro_entries__(self, bases, /)")
  static PyObject mroEntries(PyGenericAlias self, PyObject bases) {
    return PyTuple.of(self.origin);
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject other) {
    return PyUnion.or(self, other);
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject other) {
    return PyUnion.or(other, self);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyGenericAlias self) {
    StringBuilder b = new StringBuilder(self.starred ? "*" : "");
    b.append(TypeArguments.text(self.origin)).append('[');
    for (int i = 0; i < self.args.items.length; i++) {
      b.append(i > 0 ? ", " : "").append(TypeArguments.text(self.args.items[i]));
    }
    return b.append(self.args.items.length == 0 ? "()]" : "]").toString();
  }
}
