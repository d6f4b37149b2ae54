package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import java.util.Arrays;

/**
 * An instance of a class written in Python without a builtin base; also the base of builtin types
 * whose instances have attributes.
 *
 * <p>Attributes lie in {@link #values} as the {@link Shape} says, until somebody asks for {@code
 * __dict__}, deletes an attribute or adds too many; from then on a real dictionary holds them. The
 * values of {@code __slots__} always lie at the start of {@link #values}.
 */
public class PyInstance extends PyObject {
  private static final PyObject[] EMPTY = {};

  public Shape shape;
  public PyObject[] values;
  PyDict dict;

  public PyInstance(PyType type) {
    super(type);
    // The classes object and type are made before there is a class to be of.
    this.shape = type == null ? null : type.rootShape;
    int hint = type == null ? 0 : type.valueHint;
    this.values = hint == 0 ? EMPTY : new PyObject[hint];
  }

  @Override
  public PyObject instanceGet(PyStr name) {
    PyDict d = dict;
    if (d != null) {
      return d.get(name);
    }
    int i = shape.indexOf(name.interned());
    return i < 0 ? null : values[i];
  }

  @Override
  public boolean instanceSet(PyStr name, PyObject value) {
    if (dict == null) {
      if (!type.hasDict) {
        return false;
      }
      PyStr key = name.interned();
      int i = shape.indexOf(key);
      if (i >= 0 && value != null) {
        values[i] = value;
        return true;
      }
      if (i < 0 && value == null) {
        return false;
      }
      if (value != null) {
        Shape next = shape.with(key);
        if (next != null) {
          append(next, value);
          return true;
        }
      }
    }
    PyDict d = dict(true);
    if (value == null) {
      return d.remove(name) != null;
    }
    d.put(name, value);
    return true;
  }

  /** Adds the value of a new attribute; {@code next} has one more name than the shape of now. */
  public final void append(Shape next, PyObject value) {
    int at = next.size - 1;
    if (at >= values.length) {
      values = Arrays.copyOf(values, at < 4 ? 4 : at * 2);
      if (type.valueHint < values.length && at < Shape.LIMIT) {
        type.valueHint = Math.max(type.valueHint, at + 1);
      }
    }
    values[at] = value;
    shape = next;
  }

  @Override
  public PyDict dict(boolean create) {
    if (dict == null && create && type.hasDict) {
      PyDict d = new PyDict();
      PyStr[] names = shape.names;
      for (int i = 0; i < names.length; i++) {
        d.put(names[i], values[shape.base + i]);
      }
      dict = d;
      shape = Shape.DICT;
    }
    return dict;
  }

  @Override
  public void setDict(PyDict d) {
    dict = d;
    shape = Shape.DICT;
  }

  @Override
  public PyObject[] slotValues() {
    if (values.length < type.slotCount) {
      values = Arrays.copyOf(values, type.slotCount);
    }
    return values;
  }

  /** Whether the attributes lie in a dictionary. */
  public final boolean keepsDict() {
    return dict != null;
  }

  /** The dictionary if the attributes lie in one. */
  public final PyDict keptDict() {
    return dict;
  }

  /** Moves the attributes to another class's layout. */
  void changeClass(PyType to) {
    if (type.hasDict) {
      dict(true);
    } else {
      shape = to.rootShape;
    }
    type = to;
  }
}
