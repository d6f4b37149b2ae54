package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.object.PyStr;
import java.util.HashMap;

/**
 * The layout of an instance's attributes: which name lies where.
 *
 * <p>Instances of a class start with its root shape and move to another with each new attribute, so
 * instances made alike share one. A shape belongs to one class and never changes but by new
 * transitions.
 */
public final class Shape {
  /** Beyond this many attributes an instance keeps a dictionary. */
  static final int LIMIT = 64;

  /** The shape of instances that keep a dictionary. */
  public static final Shape DICT = new Shape(null, 0);

  private final Shape parent;
  public final PyStr[] names;
  public final int size;

  /** Where the attributes begin; before it lie the values of {@code __slots__}. */
  final int base;

  private PyStr lastName;
  private Shape lastChild;
  private HashMap<PyStr, Shape> children;

  Shape(Shape parent, int base) {
    this.parent = parent;
    this.base = base;
    this.size = base;
    this.names = new PyStr[0];
  }

  private Shape(Shape parent, PyStr name) {
    this.parent = parent;
    this.base = parent.base;
    this.size = parent.size + 1;
    this.names = java.util.Arrays.copyOf(parent.names, parent.names.length + 1);
    names[names.length - 1] = name;
  }

  /** The index of the name's value, -1 if it has none. Names are interned. */
  public int indexOf(PyStr name) {
    PyStr[] n = names;
    for (int i = 0; i < n.length; i++) {
      if (n[i] == name) {
        return base + i;
      }
    }
    return -1;
  }

  /** The shape with one more name, null if there are too many. */
  public Shape with(PyStr name) {
    if (lastName == name) {
      return lastChild;
    }
    if (names.length >= LIMIT || this == DICT) {
      return null;
    }
    Shape child;
    if (children == null) {
      children = new HashMap<>(4);
      child = null;
    } else {
      child = children.get(name);
    }
    if (child == null) {
      child = new Shape(this, name);
      children.put(name, child);
    }
    lastName = name;
    lastChild = child;
    return child;
  }
}
