package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/** A tuple with named fields, as {@code sys.version_info} and {@code os.stat_result}. */
@BuiltinType("structseq")
public final class PyStructSequence extends PyTuple {
  private static final Map<PyType, Layout> LAYOUTS = new IdentityHashMap<>();

  /** Field names; those from {@code visible} on are attributes only. */
  private record Layout(String[] names, int visible) {}

  /** The values of the fields that are attributes only, or null. */
  private final PyObject[] hidden;

  private PyStructSequence(PyType type, PyObject[] items, PyObject[] hidden) {
    super(type, items);
    this.hidden = hidden;
  }

  /** A type with these fields. */
  public static PyType type(String name, String... fields) {
    return type(name, fields.length, fields);
  }

  /** A type of whose fields the first ones are also elements. */
  public static PyType type(String name, int visible, String... fields) {
    PyType t =
        PyType.builtin(name, PyTuple.TYPE, new PyStructSequenceTable())
            .sharing()
            .forbidSubclasses();
    LAYOUTS.put(t, new Layout(fields, visible));
    for (int i = 0; i < fields.length; i++) {
      t.dict().put(PyStr.intern(fields[i]), new Field(t, fields[i], i));
    }
    t.dict().put("n_fields", PyInt.of(fields.length));
    t.dict().put("n_sequence_fields", PyInt.of(visible));
    t.dict().put("n_unnamed_fields", PyInt.ZERO);
    PyObject[] names = new PyObject[visible];
    for (int i = 0; i < visible; i++) {
      names[i] = PyStr.intern(fields[i]);
    }
    t.dict().put(Names.MATCH_ARGS, new PyTuple(names));
    return t;
  }

  /** An instance; missing hidden fields are None. */
  public static PyStructSequence of(PyType type, PyObject... values) {
    Layout l = LAYOUTS.get(type);
    PyObject[] items = Arrays.copyOf(values, l.visible);
    PyObject[] hidden = null;
    if (l.names.length > l.visible) {
      hidden = new PyObject[l.names.length - l.visible];
      for (int i = 0; i < hidden.length; i++) {
        hidden[i] = l.visible + i < values.length ? values[l.visible + i] : PyNone.NONE;
      }
    }
    return new PyStructSequence(type, items, hidden);
  }

  private static final class Field extends PyObject {
    private static final PyType TYPE = PyType.builtin("member_descriptor", null).forbidSubclasses();
    private final PyType owner;
    private final String name;
    private final int index;

    Field(PyType owner, String name, int index) {
      super(TYPE);
      this.owner = owner;
      this.name = name;
      this.index = index;
      TYPE.describes();
    }

    @Override
    public PyObject descriptorGet(PyObject obj, PyType cls) {
      if (obj == null) {
        return this;
      }
      PyStructSequence s = (PyStructSequence) obj;
      return index < s.items.length ? s.items[index] : s.hidden[index - s.items.length];
    }

    @Override
    public String toString() {
      return owner.name + "." + name;
    }
  }

  @Builtin("__new__(cls, sequence, dict=None)")
  static PyObject construct(PyType cls, PyObject sequence, PyObject extra) {
    Layout l = LAYOUTS.get(cls);
    if (l == null) {
      throw Exc.typeError("cannot create '" + cls.name + "' instances");
    }
    PyObject[] v = Obj.toArray(sequence, "constructor requires a sequence");
    if (v.length < l.visible || v.length > l.names.length) {
      throw Exc.typeError(
          cls.name
              + "() takes "
              + (l.visible == l.names.length
                  ? "a " + l.visible
                  : "an at "
                      + (v.length < l.visible ? "least " + l.visible : "most " + l.names.length))
              + "-sequence ("
              + v.length
              + "-sequence given)");
    }
    PyStructSequence s = of(cls, v);
    if (extra instanceof PyDict d) {
      for (int i = v.length; i < l.names.length; i++) {
        PyObject o = d.get(l.names[i]);
        if (o != null) {
          s.hidden[i - l.visible] = o;
        }
      }
    }
    return s;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyStructSequence self) {
    Layout l = LAYOUTS.get(self.type);
    StringBuilder b = new StringBuilder(self.type.name).append('(');
    for (int i = 0; i < self.items.length; i++) {
      b.append(i > 0 ? ", " : "").append(l.names[i]).append('=').append(Obj.repr(self.items[i]));
    }
    return b.append(')').toString();
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyStructSequence self) {
    Layout l = LAYOUTS.get(self.type);
    PyDict d = new PyDict();
    for (int i = l.visible; i < l.names.length; i++) {
      d.put(l.names[i], self.hidden[i - l.visible]);
    }
    return PyTuple.of(self.type, PyTuple.of(PyTuple.over(self.items), d));
  }
}
