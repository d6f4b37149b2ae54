package io.github.pycmaven.vm.module.functools;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.PyMethod;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** {@code functools._lru_cache_wrapper}; the entries are kept in the order of their last use. */
@BuiltinType("functools._lru_cache_wrapper")
final class PyCache extends PyInstance {
  static final PyType TYPE =
      PyType.builtin("functools._lru_cache_wrapper", new PyCacheTable()).withDict();
  private static final PyObject MARK = new PyInstance(PyType.OBJECT);

  private final PyObject function;

  /** How many results are kept; -1 for all. */
  private final int limit;

  private final boolean typed;
  private final PyObject info;
  private final PyDict entries = new PyDict();
  private long hits;
  private long misses;

  private PyCache(PyType type, PyObject function, int limit, boolean typed, PyObject info) {
    super(type);
    this.function = function;
    this.limit = limit;
    this.typed = typed;
    this.info = info;
  }

  @Builtin("__new__(cls, user_function, maxsize, typed, cache_info_type)")
  static PyObject create(
      PyType cls, PyObject function, PyObject maxSize, boolean typed, PyObject info) {
    if (!Calls.isCallable(function)) {
      throw Exc.typeError("the first argument must be callable");
    }
    int limit = -1;
    if (maxSize != PyNone.NONE) {
      if (maxSize.type.slot(Slot.INDEX) == null) {
        throw Exc.typeError("maxsize should be integer or None");
      }
      limit = Math.max(0, Obj.index(maxSize).clippedInt());
    }
    return new PyCache(cls, function, limit, typed, info);
  }

  private PyObject key(PyObject[] args, PyDict keywords) {
    boolean named = keywords != null && keywords.size() > 0;
    if (!named && !typed && args.length == 1) {
      PyType t = args[0].type;
      if (t == PyStr.TYPE || t == PyInt.TYPE) {
        return args[0];
      }
    }
    int extra = named ? 1 + 2 * keywords.size() : 0;
    int types = typed ? args.length + (named ? keywords.size() : 0) : 0;
    PyObject[] parts = java.util.Arrays.copyOf(args, args.length + extra + types);
    int n = args.length;
    if (named) {
      parts[n++] = MARK;
      for (int i = keywords.nextIndex(0); i >= 0; i = keywords.nextIndex(i + 1)) {
        parts[n++] = keywords.keyAt(i);
        parts[n++] = keywords.valueAt(i);
      }
    }
    if (typed) {
      for (PyObject a : args) {
        parts[n++] = a.type;
      }
      for (int i = named ? keywords.nextIndex(0) : -1; i >= 0; i = keywords.nextIndex(i + 1)) {
        parts[n++] = keywords.valueAt(i).type;
      }
    }
    return new PyCacheKey(parts);
  }

  @Override
  public PyObject call1(PyObject a) {
    return type == TYPE ? call(new PyObject[] {a}, null) : super.call1(a);
  }

  @Override
  public PyObject call2(PyObject a, PyObject b) {
    return type == TYPE ? call(new PyObject[] {a, b}, null) : super.call2(a, b);
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  PyObject call(PyObject[] args, PyDict keywords) {
    if (limit == 0) {
      misses++;
      return Calls.callDict(function, args, keywords);
    }
    PyObject key = key(args, keywords);
    int at = entries.indexOf(key);
    if (at >= 0) {
      hits++;
      PyObject r = entries.valueAt(at);
      if (limit > 0 && entries.nextIndex(at + 1) >= 0) {
        PyObject kept = entries.keyAt(at);
        entries.remove(kept);
        entries.put(kept, r);
      }
      return r;
    }
    misses++;
    PyObject r = Calls.callDict(function, args, keywords);
    if (limit < 0) {
      entries.put(key, r);
    } else if (entries.indexOf(key) < 0) {
      if (entries.size() >= limit) {
        entries.remove(entries.keyAt(entries.nextIndex(0)));
      }
      entries.put(key, r);
    }
    return r;
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject owner) {
    return instance == PyNone.NONE ? this : new PyMethod(this, instance);
  }

  @Builtin("cache_info(self, /)")
  PyObject info() {
    return Obj.call(
        info,
        PyInt.of(hits),
        PyInt.of(misses),
        limit < 0 ? PyNone.NONE : PyInt.of(limit),
        PyInt.of(entries.size()));
  }

  @Builtin("cache_clear(self, /)")
  void clear() {
    hits = 0;
    misses = 0;
    entries.clear();
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
    return Obj.getAttr(this, "__qualname__");
  }

  @Builtin("__copy__(self, /)")
  PyObject copy() {
    return this;
  }

  @Builtin("__deepcopy__(self, memo, /)")
  PyObject deepCopy(PyObject memo) {
    return this;
  }
}
