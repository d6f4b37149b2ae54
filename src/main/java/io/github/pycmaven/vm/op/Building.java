package io.github.pycmaven.vm.op;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.DictMethods;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PySlice;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTemplate;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.Slot;
import java.util.Arrays;

/** Displays, unpacking, formatting and other makers of values. */
public final class Building {
  private static final int[] SPECIAL = {Slot.ENTER, Slot.EXIT, Slot.AENTER, Slot.AEXIT};

  private Building() {}

  /** Exactly {@code n} elements. */
  public static PyObject[] unpack(PyObject v, int n) {
    if (v.type == PyList.TYPE || v.type == PyTuple.TYPE) {
      PyObject[] a = Obj.toArray(v);
      if (a.length < n) {
        throw Exc.valueError(
            "not enough values to unpack (expected " + n + ", got " + a.length + ")");
      }
      if (a.length > n) {
        throw Exc.valueError(
            "too many values to unpack (expected " + n + ", got " + a.length + ")");
      }
      return a;
    }
    PyObject it = unpackIterator(v);
    PyObject[] out = new PyObject[n];
    for (int i = 0; i < n; i++) {
      PyObject o = it.next();
      if (o == null) {
        throw Exc.valueError("not enough values to unpack (expected " + n + ", got " + i + ")");
      }
      out[i] = o;
    }
    if (it.next() != null) {
      if (v instanceof PyDict d) {
        throw Exc.valueError(
            "too many values to unpack (expected " + n + ", got " + d.size() + ")");
      }
      throw Exc.valueError("too many values to unpack (expected " + n + ")");
    }
    return out;
  }

  private static PyObject unpackIterator(PyObject v) {
    if (v.type.slot(Slot.ITER) == null && v.type.slot(Slot.GETITEM) == null) {
      throw Exc.typeError("cannot unpack non-iterable " + v.type.name + " object");
    }
    return Obj.iter(v);
  }

  /** Elements before the starred target, a list, elements after it. */
  public static PyObject[] unpackStarred(PyObject v, int before, int after) {
    PyObject it = unpackIterator(v);
    PyObject[] out = new PyObject[before + 1 + after];
    for (int i = 0; i < before; i++) {
      PyObject o = it.next();
      if (o == null) {
        throw Exc.valueError(
            "not enough values to unpack (expected at least "
                + (before + after)
                + ", got "
                + i
                + ")");
      }
      out[i] = o;
    }
    PyList rest = new PyList();
    for (PyObject o = it.next(); o != null; o = it.next()) {
      rest.append(o);
    }
    if (rest.size < after) {
      throw Exc.valueError(
          "not enough values to unpack (expected at least "
              + (before + after)
              + ", got "
              + (before + rest.size)
              + ")");
    }
    System.arraycopy(rest.items, rest.size - after, out, before + 1, after);
    out[before] = new PyList(Arrays.copyOf(rest.items, rest.size - after));
    return out;
  }

  /** {@code o[start:stop]}. */
  public static PyObject getSlice(PyObject o, PyObject start, PyObject stop) {
    return Obj.getItem(o, new PySlice(start, stop, PyNone.NONE));
  }

  /** The pieces of an f-string in one. */
  public static PyObject join(PyObject[] s, int from, int to) {
    StringBuilder b = new StringBuilder();
    boolean narrow = true;
    for (int i = from; i < to; i++) {
      PyStr p = (PyStr) s[i];
      narrow &= p.points == null;
      b.append(p.value);
    }
    if (narrow) {
      return PyStr.narrow(b.toString());
    }
    PyStr r = PyStr.EMPTY;
    for (int i = from; i < to; i++) {
      r = r.concat((PyStr) s[i]);
    }
    return r;
  }

  /** {@code [*v]}. */
  public static void extend(PyList list, PyObject v) {
    if (v.type.slot(Slot.ITER) == null && v.type.slot(Slot.GETITEM) == null) {
      throw Exc.typeError("Value after * must be an iterable, not " + v.type.name);
    }
    list.extend(v);
  }

  /** {@code {**v}}. */
  public static void update(PyDict d, PyObject v) {
    if (!(v instanceof PyDict) && Obj.getAttrOrNull(v, Names.KEYS) == null) {
      throw Exc.typeError("'" + v.type.name + "' object is not a mapping");
    }
    DictMethods.merge(d, v);
  }

  private static String functionName(PyObject f) {
    PyObject q = Obj.getAttrOrNull(f, Names.QUALNAME);
    if (!(q instanceof PyStr)) {
      return Obj.str(f);
    }
    PyObject m = Obj.getAttrOrNull(f, Names.MODULE);
    if (m instanceof PyStr && !m.toString().equals("builtins")) {
      return m + "." + q + "()";
    }
    return q + "()";
  }

  /** {@code f(**a, **b)}: no key twice. */
  public static void mergeKeywords(PyDict d, PyObject v, PyObject f) {
    PyDict add;
    if (v instanceof PyDict given && v.type == PyDict.TYPE) {
      add = given;
    } else {
      if (Obj.getAttrOrNull(v, Names.KEYS) == null) {
        throw Exc.typeError(
            functionName(f) + " argument after ** must be a mapping, not " + v.type.name);
      }
      add = new PyDict();
      DictMethods.merge(add, v);
    }
    for (int i = add.nextIndex(0); i >= 0; i = add.nextIndex(i + 1)) {
      PyObject k = add.keyAt(i);
      if (!(k instanceof PyStr)) {
        throw Exc.typeError("keywords must be strings");
      }
      if (d.get(k) != null) {
        throw Exc.typeError(
            functionName(f) + " got multiple values for keyword argument '" + k + "'");
      }
      d.put(k, add.valueAt(i));
    }
  }

  /** The positional arguments of {@code f(*args)}. */
  public static PyObject[] starArguments(PyObject f, PyObject args) {
    if (args instanceof PyTuple t && args.type == PyTuple.TYPE) {
      return t.items;
    }
    if (args.type.slot(Slot.ITER) == null && args.type.slot(Slot.GETITEM) == null) {
      throw Exc.typeError(
          functionName(f) + " argument after * must be an iterable, not " + args.type.name);
    }
    return Obj.toArray(args);
  }

  /** The keywords of {@code f(**keywords)}. */
  public static PyDict keywordArguments(PyObject f, PyObject keywords) {
    if (keywords.type == PyDict.TYPE) {
      return (PyDict) keywords;
    }
    PyDict d = new PyDict();
    mergeKeywords(d, keywords, f);
    return d;
  }

  /** {@code format(v, spec)}. */
  public static PyObject format(PyObject v, PyObject spec) {
    return Obj.format(v, (PyStr) spec);
  }

  /** An interpolation of a template string. */
  public static PyObject interpolation(
      PyObject value, PyObject expression, int conversion, PyObject spec) {
    PyObject c =
        conversion == 0
            ? PyNone.NONE
            : PyStr.of(conversion == 1 ? "s" : conversion == 2 ? "r" : "a");
    return new PyTemplate.Interpolation(value, expression, c, spec);
  }

  /** A template string. */
  public static PyObject template(PyObject strings, PyObject interpolations) {
    return new PyTemplate((PyTuple) strings, (PyTuple) interpolations);
  }

  private static PyObject all;
  private static PyObject any;

  /** Remembers the functions that code compares with the globals of these names. */
  public static void keep(PyObject theAll, PyObject theAny) {
    all = theAll;
    any = theAny;
  }

  /** What {@code LOAD_COMMON_CONSTANT} pushes. */
  public static PyObject commonConstant(int which) {
    switch (which) {
      case 0:
        return Exc.AssertionError;
      case 1:
        return Exc.NotImplementedError;
      case 2:
        return PyTuple.TYPE;
      case 3:
        return all;
      default:
        return any;
    }
  }

  /** {@code __enter__} and its like, bound. */
  public static PyObject special(PyObject o, int which) {
    PyObject f = o.type.lookup(Slot.name(SPECIAL[which]));
    if (f == null) {
      boolean async = which >= 2;
      String protocol = async ? "asynchronous context manager" : "context manager";
      String m = Slot.name(SPECIAL[which]).value;
      boolean other =
          async
              ? o.type.lookup(Slot.name(Slot.ENTER)) != null
                  && o.type.lookup(Slot.name(Slot.EXIT)) != null
              : o.type.lookup(Slot.name(Slot.AENTER)) != null
                  && o.type.lookup(Slot.name(Slot.AEXIT)) != null;
      throw Exc.typeError(
          "'"
              + o.type.fullName()
              + "' object does not support the "
              + protocol
              + " protocol"
              + " (missed "
              + m
              + " method)"
              + (other
                  ? async
                      ? " but it supports the context manager protocol. Did you mean to use 'with'?"
                      : " but it supports the asynchronous context manager protocol. "
                          + "Did you mean to use 'async with'?"
                  : ""));
    }
    return Obj.bind(f, o);
  }
}
