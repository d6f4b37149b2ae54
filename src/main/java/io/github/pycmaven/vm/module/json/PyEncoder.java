package io.github.pycmaven.vm.module.json;

import io.github.pycmaven.util.FloatRepr;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.PyBuiltin;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/**
 * {@code _json.Encoder}: writes a value.
 *
 * @cpython Modules/_json.c:encoder_listencode_obj
 */
@BuiltinType("_json.Encoder")
final class PyEncoder extends PyInstance {
  static final PyType TYPE = PyType.builtin("_json.Encoder", new PyEncoderTable());

  private PyObject markers;
  private PyObject fallback;
  private PyObject encoder;
  private PyObject indent;
  private PyStr keySeparator;
  private PyStr itemSeparator;
  private boolean sortKeys;
  private boolean skipKeys;
  private boolean allowNan;

  /** 1 to escape all but ASCII, 2 to escape what must be, 0 to ask the encoder. */
  private int fast;

  private PyEncoder(PyType type) {
    super(type);
  }

  @Builtin(
      "__new__(cls, markers, default, encoder, indent, key_separator, item_separator, sort_keys,"
          + " skipkeys, allow_nan)")
  static PyObject create(
      PyType cls,
      PyObject markers,
      PyObject fallback,
      PyObject encoder,
      PyObject indent,
      PyObject keySeparator,
      PyObject itemSeparator,
      boolean sortKeys,
      boolean skipKeys,
      boolean allowNan) {
    if (!(markers instanceof PyDict) && markers != PyNone.NONE) {
      throw Exc.typeError(
          "make_encoder() argument 1 must be dict or None, not " + markers.type.name);
    }
    if (!(keySeparator instanceof PyStr k)) {
      throw Exc.typeError("make_encoder() argument 5 must be str, not " + keySeparator.type.name);
    }
    if (!(itemSeparator instanceof PyStr i)) {
      throw Exc.typeError("make_encoder() argument 6 must be str, not " + itemSeparator.type.name);
    }
    PyEncoder e = new PyEncoder(cls);
    e.markers = markers;
    e.fallback = fallback;
    e.encoder = encoder;
    e.indent = indent;
    e.keySeparator = k;
    e.itemSeparator = i;
    e.sortKeys = sortKeys;
    e.skipKeys = skipKeys;
    e.allowNan = allowNan;
    if (encoder instanceof PyBuiltin) {
      PyObject name = Obj.getAttrOrNull(encoder, PyStr.intern("__name__"));
      String n = String.valueOf(name);
      e.fast = n.equals("encode_basestring_ascii") ? 1 : n.equals("encode_basestring") ? 2 : 0;
    }
    return e;
  }

  @Getter("markers")
  PyObject markers() {
    return markers;
  }

  @Getter("default")
  PyObject fallback() {
    return fallback;
  }

  @Getter("encoder")
  PyObject encoder() {
    return encoder;
  }

  @Getter("indent")
  PyObject indent() {
    return indent;
  }

  @Getter("key_separator")
  PyObject keySeparator() {
    return keySeparator;
  }

  @Getter("item_separator")
  PyObject itemSeparator() {
    return itemSeparator;
  }

  @Getter("sort_keys")
  boolean sortKeys() {
    return sortKeys;
  }

  @Getter("skipkeys")
  boolean skipKeys() {
    return skipKeys;
  }

  @Builtin("__call__(self, /, obj, _current_indent_level)")
  PyObject call(PyObject o, int level) {
    StringBuilder out = new StringBuilder();
    write(out, o, level);
    return PyTuple.of(PyStr.of(out.toString()));
  }

  private void text(StringBuilder out, PyStr s) {
    if (fast != 0) {
      JsonText.write(out, s, fast == 1);
      return;
    }
    PyObject r = encoder.call1(s);
    if (!(r instanceof PyStr t)) {
      throw Exc.typeError("encoder() must return a string, not " + r.type.name);
    }
    out.append(t.value);
  }

  private String real(PyObject o) {
    double v = ((PyFloat) o).value;
    if (Double.isNaN(v) || Double.isInfinite(v)) {
      if (!allowNan) {
        throw Exc.valueError("Out of range float values are not JSON compliant: " + Obj.repr(o));
      }
      return Double.isNaN(v) ? "NaN" : v > 0 ? "Infinity" : "-Infinity";
    }
    return FloatRepr.repr(v);
  }

  /** The text of a value that is no container, null for others. */
  private static String simple(PyObject o) {
    if (o == PyNone.NONE) {
      return "null";
    }
    if (o instanceof PyBool) {
      return o == PyBool.TRUE ? "true" : "false";
    }
    return o instanceof PyInt ? o.toString() : null;
  }

  private void write(StringBuilder out, PyObject o, int level) {
    if (o instanceof PyStr s) {
      text(out, s);
      return;
    }
    String simple = simple(o);
    if (simple != null) {
      out.append(simple);
    } else if (o instanceof PyFloat) {
      out.append(real(o));
    } else if (o instanceof PyList || o instanceof PyTuple) {
      nested(out, o, level, 0);
    } else if (o instanceof PyDict) {
      nested(out, o, level, 1);
    } else {
      nested(out, o, level, 2);
    }
  }

  private void nested(StringBuilder out, PyObject o, int level, int kind) {
    ThreadState ts = ThreadState.current();
    ts.enterNative(" while encoding a JSON object");
    try {
      switch (kind) {
        case 0:
          list(out, o, level);
          break;
        case 1:
          dict(out, (PyDict) o, level);
          break;
        default:
          other(out, o, level);
      }
    } finally {
      ts.leaveNative();
    }
  }

  private PyObject mark(PyObject o) {
    if (markers == PyNone.NONE) {
      return null;
    }
    PyObject id = Obj.runtime().builtins().get(PyStr.intern("id")).call1(o);
    PyDict m = (PyDict) markers;
    if (m.get(id) != null) {
      throw Exc.valueError("Circular reference detected");
    }
    m.put(id, o);
    return id;
  }

  private void unmark(PyObject id) {
    if (id != null) {
      ((PyDict) markers).remove(id);
    }
  }

  private void other(StringBuilder out, PyObject o, int level) {
    PyObject id = mark(o);
    PyObject r = fallback.call1(o);
    try {
      write(out, r, level);
    } catch (PyRaise e) {
      Exc.addNote(e.value, "when serializing " + typeName(o) + " object");
      throw e;
    }
    unmark(id);
  }

  /** A class by its full name, as messages show it. */
  private static String typeName(PyObject o) {
    PyObject module = Obj.getAttrOrNull(o.type, PyStr.intern("__module__"));
    PyObject name = Obj.getAttr(o.type, "__qualname__");
    return !(module instanceof PyStr m) || m.value.equals("builtins") || m.value.equals("__main__")
        ? name.toString()
        : m + "." + name;
  }

  private void line(StringBuilder out, int level) {
    out.append('\n');
    String step = ((PyStr) indent).value;
    for (int i = 0; i < level; i++) {
      out.append(step);
    }
  }

  private void separate(StringBuilder out, int level) {
    out.append(itemSeparator.value);
    if (indent != PyNone.NONE) {
      line(out, level);
    }
  }

  private void list(StringBuilder out, PyObject o, int level) {
    if (Obj.length(o) == 0) {
      out.append("[]");
      return;
    }
    PyObject id = mark(o);
    out.append('[');
    if (indent != PyNone.NONE) {
      line(out, level + 1);
    }
    boolean isList = o instanceof PyList;
    PyObject[] fixed = isList ? null : ((PyTuple) o).items;
    for (int i = 0; i < (isList ? ((PyList) o).size : fixed.length); i++) {
      if (i > 0) {
        separate(out, level + 1);
      }
      try {
        write(out, isList ? ((PyList) o).items[i] : fixed[i], level + 1);
      } catch (PyRaise e) {
        Exc.addNote(e.value, "when serializing " + typeName(o) + " item " + i);
        throw e;
      }
    }
    unmark(id);
    if (indent != PyNone.NONE) {
      line(out, level);
    }
    out.append(']');
  }

  private void dict(StringBuilder out, PyDict d, int level) {
    if (d.size() == 0) {
      out.append("{}");
      return;
    }
    PyObject id = mark(d);
    out.append('{');
    boolean[] first = {true};
    if (sortKeys || d.type != PyDict.TYPE) {
      PyObject items = Calls.method(d, "items");
      PyList all = new PyList();
      all.extend(items);
      if (sortKeys) {
        all.sort(null, false);
      }
      for (int i = 0; i < all.size(); i++) {
        if (!(all.get(i) instanceof PyTuple t) || t.items.length != 2) {
          throw Exc.valueError("items must return 2-tuples");
        }
        entry(out, d, t.items[0], t.items[1], level + 1, first);
      }
    } else {
      for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
        entry(out, d, d.keyAt(i), d.valueAt(i), level + 1, first);
      }
    }
    unmark(id);
    if (indent != PyNone.NONE && !first[0]) {
      line(out, level);
    }
    out.append('}');
  }

  private void entry(
      StringBuilder out, PyDict d, PyObject key, PyObject value, int level, boolean[] first) {
    PyStr name;
    if (key instanceof PyStr s) {
      name = s;
    } else if (key instanceof PyFloat) {
      name = PyStr.of(real(key));
    } else {
      String simple = simple(key);
      if (simple == null) {
        if (skipKeys) {
          return;
        }
        throw Exc.typeError("keys must be str, int, float, bool or None, not " + key.type.name);
      }
      name = PyStr.of(simple);
    }
    if (first[0]) {
      first[0] = false;
      if (indent != PyNone.NONE) {
        line(out, level);
      }
    } else {
      separate(out, level);
    }
    text(out, name);
    out.append(keySeparator.value);
    try {
      write(out, value, level);
    } catch (PyRaise e) {
      Exc.addNote(e.value, "when serializing " + typeName(d) + " item " + Obj.repr(key));
      throw e;
    }
  }
}
