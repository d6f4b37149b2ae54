package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.PyMethodDescriptor;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyExceptionGroup;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.ClassTests;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyByteArray;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyComplex;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyEllipsis;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyFrozenSet;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyMemoryView;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyRange;
import io.github.pycmaven.vm.core.object.PySet;
import io.github.pycmaven.vm.core.object.PySlice;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyClassMethod;
import io.github.pycmaven.vm.core.type.PyProperty;
import io.github.pycmaven.vm.core.type.PyStaticMethod;
import io.github.pycmaven.vm.core.type.PySuper;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.op.Operators;

/** The module {@code builtins}; running source is in {@link Execution}. */
@BuiltinModule("builtins")
public final class BuiltinsModule {
  private BuiltinsModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new BuiltinsModuleTable());
    m.add(new ExecutionTable());
    PyDict d = m.dict;
    PyType[] types = {
      PyType.OBJECT,
      PyType.TYPE,
      PyInt.TYPE,
      PyBool.TYPE,
      PyFloat.TYPE,
      PyComplex.TYPE,
      PyStr.TYPE,
      PyBytes.TYPE,
      PyByteArray.TYPE,
      PyMemoryView.TYPE,
      PyList.TYPE,
      PyTuple.TYPE,
      PyDict.TYPE,
      PySet.TYPE,
      PyFrozenSet.TYPE,
      PyRange.TYPE,
      PySlice.TYPE,
      PyProperty.TYPE,
      PyClassMethod.TYPE,
      PyStaticMethod.TYPE,
      PySuper.TYPE,
      PyEnumerate.TYPE,
      PyZip.TYPE,
      PyMap.TYPE,
      PyFilter.TYPE,
      PyReversed.TYPE
    };
    for (PyType t : types) {
      d.put(t.name, t);
    }
    for (PyType t : Exc.all().values()) {
      d.put(t.name, t);
    }
    d.put("ExceptionGroup", PyExceptionGroup.groupType());
    d.put("EnvironmentError", Exc.OSError);
    d.put("IOError", Exc.OSError);
    d.put("None", PyNone.NONE);
    d.put("True", PyBool.TRUE);
    d.put("False", PyBool.FALSE);
    d.put("NotImplemented", PyNotImplemented.INSTANCE);
    d.put("Ellipsis", PyEllipsis.INSTANCE);
    d.put("__debug__", PyBool.TRUE);
    return m;
  }

  @Builtin("abs(x, /)")
  static PyObject abs(PyObject x) {
    return Operators.absolute(x);
  }

  @Builtin("all(iterable, /)")
  static boolean all(PyObject iterable) {
    PyObject it = Obj.iter(iterable);
    for (PyObject o = it.next(); o != null; o = it.next()) {
      if (!Obj.isTrue(o)) {
        return false;
      }
    }
    return true;
  }

  @Builtin("any(iterable, /)")
  static boolean any(PyObject iterable) {
    PyObject it = Obj.iter(iterable);
    for (PyObject o = it.next(); o != null; o = it.next()) {
      if (Obj.isTrue(o)) {
        return true;
      }
    }
    return false;
  }

  @Builtin("ascii(obj, /)")
  static PyObject ascii(PyObject o) {
    return Obj.ascii(o);
  }

  private static String radix(PyObject o, int radix, String prefix) {
    PyInt i = Obj.index(o);
    return (i.signum() < 0 ? "-" : "") + prefix + i.big().abs().toString(radix);
  }

  @Builtin("bin(number, /)")
  static String bin(PyObject o) {
    return radix(o, 2, "0b");
  }

  @Builtin("oct(number, /)")
  static String oct(PyObject o) {
    return radix(o, 8, "0o");
  }

  @Builtin("hex(number, /)")
  static String hex(PyObject o) {
    return radix(o, 16, "0x");
  }

  @Builtin("callable(obj, /)")
  static boolean callable(PyObject o) {
    return Calls.isCallable(o);
  }

  @Builtin("chr(i, /)")
  static PyObject chr(PyObject i) {
    PyInt v = Obj.index(i);
    if (v.isBig() || v.value < 0 || v.value > 0x10ffff) {
      throw Exc.valueError("chr() arg not in range(0x110000)");
    }
    return PyStr.ofPoint((int) v.value);
  }

  @Builtin("ord(character, /)")
  static int ord(PyObject c) {
    if (c instanceof PyStr s) {
      if (s.length() == 1) {
        return s.at(0);
      }
      throw Exc.typeError(
          "ord() expected a character, but string of length " + s.length() + " found");
    }
    if (c instanceof PyBytes || c instanceof PyByteArray) {
      byte[] b = Obj.bytesOf(c);
      if (b.length == 1) {
        return b[0] & 0xff;
      }
      throw Exc.typeError(
          "ord() expected a character, but string of length " + b.length + " found");
    }
    throw Exc.typeError("ord() expected string of length 1, but " + c.type.name + " found");
  }

  @Builtin("delattr(obj, name, /)")
  static void delattr(PyObject o, PyObject name) {
    Obj.setAttr(o, attribute(name), null);
  }

  private static PyStr attribute(PyObject name) {
    if (name instanceof PyStr s) {
      return s;
    }
    throw Exc.typeError("attribute name must be string, not '" + name.type.name + "'");
  }

  @Builtin("setattr(obj, name, value, /)")
  static void setattr(PyObject o, PyObject name, PyObject value) {
    Obj.setAttr(o, attribute(name).interned(), value);
  }

  @Builtin("getattr(object, name, default=<null>, /)")
  static PyObject getattr(PyObject o, PyObject name, PyObject fallback) {
    if (fallback == null) {
      return Obj.getAttr(o, attribute(name));
    }
    PyObject v = Obj.getAttrOrNull(o, attribute(name));
    return v == null ? fallback : v;
  }

  @Builtin("hasattr(obj, name, /)")
  static boolean hasattr(PyObject o, PyObject name) {
    return Obj.getAttrOrNull(o, attribute(name)) != null;
  }

  @Builtin("dir(object=<null>, /)")
  static PyObject dir(PyObject o) {
    PyList names;
    if (o == null) {
      PyObject locals = PyFrame.current(0).localsSnapshot();
      names = Obj.toList(Calls.method(locals, "keys"));
    } else {
      PyObject f = Obj.special(o, Names.DIR);
      if (f == null) {
        throw Exc.typeError("object does not provide __dir__");
      }
      names = Obj.toList(f.call0());
    }
    names.sort(null, false);
    return names;
  }

  @Builtin("divmod(x, y, /)")
  static PyObject divmod(PyObject x, PyObject y) {
    PyObject f = x.type.lookup(PyStr.intern("__divmod__"));
    PyObject g = y.type == x.type ? null : y.type.lookup(PyStr.intern("__rdivmod__"));
    PyObject ni = PyNotImplemented.INSTANCE;
    if (g != null && y.type.isSubtype(x.type)) {
      PyObject r = Obj.bind(g, y).call1(x);
      if (r != ni) {
        return r;
      }
      g = null;
    }
    if (f != null) {
      PyObject r = Obj.bind(f, x).call1(y);
      if (r != ni) {
        return r;
      }
    }
    if (g != null) {
      PyObject r = Obj.bind(g, y).call1(x);
      if (r != ni) {
        return r;
      }
    }
    throw Exc.typeError(
        "unsupported operand type(s) for divmod(): '"
            + x.type.name
            + "' and '"
            + y.type.name
            + "'");
  }

  @Builtin("format(value, format_spec='', /)")
  static PyObject format(PyObject v, PyObject spec) {
    if (spec != null && !(spec instanceof PyStr)) {
      throw Exc.typeError("format() argument 2 must be str, not " + spec.type.name);
    }
    return Obj.format(v, (PyStr) spec);
  }

  @Builtin("globals()")
  static PyObject globals() {
    return PyFrame.current(0).globals;
  }

  @Builtin("locals()")
  static PyObject locals() {
    return PyFrame.current(0).localsSnapshot();
  }

  @Builtin("vars(object=<null>, /)")
  static PyObject vars(PyObject o) {
    if (o == null) {
      return locals();
    }
    PyObject d = Obj.getAttrOrNull(o, Names.DICT);
    if (d == null) {
      throw Exc.typeError("vars() argument must have __dict__ attribute");
    }
    return d;
  }

  @Builtin("hash(obj, /)")
  static long hash(PyObject o) {
    return Obj.hash(o);
  }

  @Builtin("id(obj, /)")
  static long id(PyObject o) {
    return Identity.of(o);
  }

  @Builtin("isinstance(obj, class_or_tuple, /)")
  static boolean isinstance(PyObject o, PyObject cls) {
    return ClassTests.isInstance(o, cls);
  }

  @Builtin("issubclass(cls, class_or_tuple, /)")
  static boolean issubclass(PyObject o, PyObject cls) {
    return ClassTests.isSubclass(o, cls);
  }

  @Builtin("iter(object, sentinel=<null>, /)")
  static PyObject iter(PyObject o, PyObject sentinel) {
    if (sentinel == null) {
      return Obj.iter(o);
    }
    if (!Calls.isCallable(o)) {
      throw Exc.typeError("iter(v, w): v must be callable");
    }
    return new PyCallableIterator(o, sentinel);
  }

  @Builtin("aiter(async_iterable, /)")
  static PyObject aiter(PyObject o) {
    PyObject f = o.type.slot(Slot.AITER);
    if (f == null) {
      throw Exc.typeError("'" + o.type.name + "' object is not an async iterable");
    }
    PyObject it = f.call1(o);
    if (it.type.slot(Slot.ANEXT) == null) {
      throw Exc.typeError("aiter() returned not an async iterator of type '" + it.type.name + "'");
    }
    return it;
  }

  @Builtin("anext(aiterator, default=<null>, /)")
  static PyObject anext(PyObject it, PyObject fallback) {
    PyObject f = it.type.slot(Slot.ANEXT);
    if (f == null) {
      throw Exc.typeError("'" + it.type.name + "' object is not an async iterator");
    }
    PyObject a = f.call1(it);
    return fallback == null ? a : new PyAnext(a, fallback);
  }

  @Builtin("len(obj, /)")
  static PyObject len(PyObject o) {
    PyObject f = o.type.slot(Slot.LEN);
    if (f == null || f instanceof PyMethodDescriptor && !(o instanceof PyRange)) {
      return PyInt.of(Obj.length(o));
    }
    PyInt n = Obj.index(f.call1(o));
    if (n.signum() < 0) {
      throw Exc.valueError("__len__() should return >= 0");
    }
    if (n.isBig()) {
      throw Exc.overflowError(
          o instanceof PyRange
              ? "Python int too large to convert to C ssize_t"
              : "cannot fit 'int' into an index-sized integer");
    }
    return n.plain();
  }

  @Builtin("next(iterator, default=<null>, /)")
  static PyObject next(PyObject it, PyObject fallback) {
    PyObject f = it.type.slot(Slot.NEXT);
    if (f == null) {
      throw Exc.typeError("'" + it.type.name + "' object is not an iterator");
    }
    if (fallback == null) {
      return f.call1(it);
    }
    PyObject v = it.next();
    return v == null ? fallback : v;
  }

  @Builtin("pow(base, exp, mod=None)")
  static PyObject pow(PyObject base, PyObject exp, PyObject mod) {
    return Operators.power(base, exp, mod);
  }

  @Builtin("repr(obj, /)")
  static PyObject repr(PyObject o) {
    return Obj.reprObject(o);
  }

  @Builtin("round(number, ndigits=None)")
  static PyObject round(PyObject x, PyObject digits) {
    PyObject f = Obj.special(x, Names.ROUND);
    if (f == null) {
      throw Exc.typeError("type " + x.type.name + " doesn't define __round__ method");
    }
    return digits == null || digits == PyNone.NONE ? f.call0() : f.call1(digits);
  }

  @Builtin("sorted(iterable, /, *, key=None, reverse=False)")
  static PyObject sorted(PyObject iterable, PyObject key, boolean reverse) {
    PyList l = Obj.toList(iterable);
    l.sort(key, reverse);
    return l;
  }

  @Builtin("sum(iterable, /, start=0)")
  static PyObject sum(PyObject iterable, PyObject start) {
    return Summation.sum(iterable, start);
  }

  @Builtin("max(*args, **kwargs)")
  static PyObject max(PyObject[] args, PyDict keywords) {
    return extreme(args, keywords, "max", 4);
  }

  @Builtin("min(*args, **kwargs)")
  static PyObject min(PyObject[] args, PyDict keywords) {
    return extreme(args, keywords, "min", 0);
  }

  private static PyObject extreme(PyObject[] args, PyDict keywords, String name, int op) {
    PyObject key = null;
    PyObject fallback = null;
    if (keywords != null) {
      for (int i = keywords.nextIndex(0); i >= 0; i = keywords.nextIndex(i + 1)) {
        String k = keywords.keyAt(i).toString();
        if (k.equals("key")) {
          key = PyNone.toNull(keywords.valueAt(i));
        } else if (k.equals("default")) {
          fallback = keywords.valueAt(i);
        } else {
          throw Exc.typeError(name + "() got an unexpected keyword argument '" + k + "'");
        }
      }
    }
    if (args.length == 0) {
      throw Exc.typeError(name + " expected at least 1 argument, got 0");
    }
    if (args.length > 1 && fallback != null) {
      throw Exc.typeError(
          "Cannot specify a default for " + name + "() with multiple positional arguments");
    }
    PyObject it = Obj.iter(args.length == 1 ? args[0] : new PyTuple(args));
    PyObject best = null;
    PyObject bestKey = null;
    for (PyObject o = it.next(); o != null; o = it.next()) {
      PyObject k = key == null ? o : key.call1(o);
      if (best == null || Obj.isTrue(Obj.compare(k, bestKey, op))) {
        best = o;
        bestKey = k;
      }
    }
    if (best == null) {
      if (fallback == null) {
        throw Exc.valueError(name + "() iterable argument is empty");
      }
      return fallback;
    }
    return best;
  }

  @Builtin("print(*args, sep=' ', end='\\n', file=None, flush=False)")
  static void print(PyObject[] args, PyObject sep, PyObject end, PyObject file, boolean flush) {
    PyObject out = file;
    if (out == null || out == PyNone.NONE) {
      out = Obj.getAttrOrNull(Obj.importModule("sys"), PyStr.intern("stdout"));
      if (out == null) {
        throw Exc.runtimeError("lost sys.stdout");
      }
      if (out == PyNone.NONE) {
        return;
      }
    }
    text(sep, "sep");
    text(end, "end");
    PyObject write = Obj.getAttr(out, Names.WRITE);
    for (int i = 0; i < args.length; i++) {
      if (i > 0) {
        write.call1(sep == null || sep == PyNone.NONE ? PyStr.ofPoint(' ') : sep);
      }
      write.call1(Obj.strObject(args[i]));
    }
    write.call1(end == null || end == PyNone.NONE ? PyStr.ofPoint('\n') : end);
    if (flush) {
      Calls.method(out, Names.FLUSH);
    }
  }

  private static void text(PyObject o, String name) {
    if (o != null && o != PyNone.NONE && !(o instanceof PyStr)) {
      throw Exc.typeError(name + " must be None or a string, not " + o.type.name);
    }
  }

  private static PyObject standard(PyObject sys, String name) {
    PyObject f = Obj.getAttrOrNull(sys, PyStr.intern(name));
    if (f == null || f == PyNone.NONE) {
      throw Exc.runtimeError("lost sys." + name);
    }
    return f;
  }

  private static void flush(PyObject f) {
    try {
      Calls.method(f, Names.FLUSH);
    } catch (PyRaise e) {
      // A stream need not be able to.
    }
  }

  @Builtin("input(prompt='', /)")
  static PyObject input(PyObject prompt) {
    PyObject sys = Obj.importModule("sys");
    PyObject in = standard(sys, "stdin");
    PyObject out = standard(sys, "stdout");
    flush(standard(sys, "stderr"));
    if (prompt != null) {
      Calls.method(out, Names.WRITE, Obj.strObject(prompt));
    }
    flush(out);
    PyObject line = Calls.method(in, "readline");
    if (!(line instanceof PyStr s)) {
      throw Exc.typeError("object.readline() returned non-string");
    }
    if (s.length() == 0) {
      throw Exc.raise(Exc.EOFError, "EOF when reading a line");
    }
    return s.value.endsWith("\n") ? s.sub(0, s.length() - 1) : s;
  }

  @Builtin(
      "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, "
          + "closefd=True, opener=None)")
  static PyObject open(
      PyObject file,
      PyObject mode,
      PyObject buffering,
      PyObject encoding,
      PyObject errors,
      PyObject newline,
      PyObject closefd,
      PyObject opener) {
    return Obj.getAttr(Obj.importModule("_io"), "open")
        .callN(
            new PyObject[] {
              file,
              mode == null ? PyStr.of("r") : mode,
              buffering == null ? PyInt.of(-1) : buffering,
              PyNone.orNone(encoding),
              PyNone.orNone(errors),
              PyNone.orNone(newline),
              closefd == null ? PyBool.TRUE : closefd,
              PyNone.orNone(opener)
            });
  }

  @Builtin("breakpoint(*args, **kws)")
  static PyObject breakpoint(PyObject[] args, PyDict keywords) {
    PyObject hook = Obj.getAttrOrNull(Obj.importModule("sys"), PyStr.intern("breakpointhook"));
    if (hook == null) {
      throw Exc.runtimeError("lost sys.breakpointhook");
    }
    return Calls.callDict(hook, args, keywords);
  }

  @Builtin("__build_class__(func, name, /, *bases, **kwds)")
  static PyObject buildClass(PyObject f, PyObject name, PyObject[] bases, PyDict keywords) {
    return BuildClass.build(f, name, bases, keywords);
  }

  @Builtin("__import__(name, globals=None, locals=None, fromlist=(), level=0)")
  static PyObject importFunction(
      PyObject name, PyObject globals, PyObject locals, PyObject fromList, int level) {
    return Importer.importName(name, globals, fromList == null ? PyTuple.EMPTY : fromList, level);
  }
}
