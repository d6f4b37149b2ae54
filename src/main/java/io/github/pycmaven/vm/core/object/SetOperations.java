package io.github.pycmaven.vm.core.object;

/** The algebra of sets and of the views of dicts. */
final class SetOperations {
  private SetOperations() {}

  static SetBase asSet(PyObject o) {
    if (o instanceof SetBase s) {
      return s;
    }
    PySet s = new PySet();
    s.updateFrom(o);
    return s;
  }

  static PyObject binary(PyObject a, PyObject b, char op) {
    if (!(a instanceof SetBase x) || !(b instanceof SetBase y)) {
      return PyNotImplemented.INSTANCE;
    }
    switch (op) {
      case 'o':
        return unionAll(x, new PyObject[] {y});
      case 'a':
        return intersect(x, y);
      case 's':
        return differenceAll(x, new PyObject[] {y});
      default:
        return symmetricDifference(x, y);
    }
  }

  static SetBase unionAll(SetBase a, PyObject[] others) {
    SetBase s = a.copySet();
    for (PyObject o : others) {
      s.updateFrom(o);
    }
    return s;
  }

  static SetBase intersectionAll(SetBase a, PyObject[] others) {
    if (others.length == 0) {
      return a.copySet();
    }
    SetBase s = a;
    for (PyObject o : others) {
      s = intersect(s, o);
    }
    return s;
  }

  static SetBase intersect(SetBase a, PyObject other) {
    SetBase s = a.empty();
    if (other instanceof SetBase b) {
      SetBase small = b.size() > a.size() ? a : b;
      SetBase large = small == a ? b : a;
      for (PyObject o : small.toArray()) {
        if (large.contains(o)) {
          s.add(o);
        }
      }
      return s;
    }
    PyObject it = Obj.iter(other);
    for (PyObject o = it.next(); o != null; o = it.next()) {
      if (a.contains(o)) {
        s.add(o);
      }
    }
    return s;
  }

  static SetBase differenceAll(SetBase a, PyObject[] others) {
    SetBase s = a.copySet();
    for (PyObject o : others) {
      if (o == a) {
        s.clear();
      } else {
        s.removeAll(o);
      }
    }
    return s;
  }

  static SetBase symmetricDifference(SetBase a, PyObject other) {
    SetBase b = asSet(other);
    SetBase s = a.empty();
    addMissing(s.map, a.map, b.map);
    addMissing(s.map, b.map, a.map);
    return s;
  }

  /** Adds the elements of one set that another one has not. */
  private static void addMissing(PyDict to, PyDict from, PyDict other) {
    PyDict all = from.copy();
    for (int i = all.nextIndex(0); i >= 0; i = all.nextIndex(i + 1)) {
      if (other.find(all.keyAt(i), all.hashAt(i)) < 0) {
        to.put(all.keyAt(i), all.hashAt(i), PyNone.NONE);
      }
    }
  }

  static boolean subset(SetBase a, SetBase b) {
    if (a.size() > b.size()) {
      return false;
    }
    for (PyObject o : a.toArray()) {
      if (!b.contains(o)) {
        return false;
      }
    }
    return true;
  }

  static boolean superset(SetBase a, PyObject other) {
    if (other instanceof SetBase b) {
      return subset(b, a);
    }
    PyObject it = Obj.iter(other);
    for (PyObject o = it.next(); o != null; o = it.next()) {
      if (!a.contains(o)) {
        return false;
      }
    }
    return true;
  }

  static boolean disjoint(PyObject a, PyObject other) {
    PyObject it = Obj.iter(other);
    if (a == other) {
      return Obj.length(a) == 0;
    }
    for (PyObject o = it.next(); o != null; o = it.next()) {
      if (Obj.contains(a, o)) {
        return false;
      }
    }
    return true;
  }

  static PyObject compareSets(SetBase a, PyObject other, int op) {
    if (!(other instanceof SetBase b)) {
      return PyNotImplemented.INSTANCE;
    }
    switch (op) {
      case 0:
        return PyBool.of(a.size() < b.size() && subset(a, b));
      case 1:
        return PyBool.of(subset(a, b));
      case 2:
        return PyBool.of(a.size() == b.size() && subset(a, b));
      case 3:
        return PyBool.of(a.size() != b.size() || !subset(a, b));
      case 4:
        return PyBool.of(a.size() > b.size() && subset(b, a));
      default:
        return PyBool.of(subset(b, a));
    }
  }

  private static boolean isSetLike(PyObject o) {
    return o instanceof SetBase || o instanceof DictViews.Keys || o instanceof DictViews.Items;
  }

  private static boolean containsAll(PyObject whole, PyObject part) {
    PyObject it = Obj.iter(part);
    for (PyObject o = it.next(); o != null; o = it.next()) {
      if (!Obj.contains(whole, o)) {
        return false;
      }
    }
    return true;
  }

  static PyObject compareViews(PyObject a, PyObject b, int op) {
    if (!isSetLike(b)) {
      return PyNotImplemented.INSTANCE;
    }
    int n = Obj.length(a);
    int m = Obj.length(b);
    switch (op) {
      case 0:
        return PyBool.of(n < m && containsAll(b, a));
      case 1:
        return PyBool.of(n <= m && containsAll(b, a));
      case 2:
        return PyBool.of(n == m && containsAll(b, a));
      case 3:
        return PyBool.of(n != m || !containsAll(b, a));
      case 4:
        return PyBool.of(n > m && containsAll(a, b));
      default:
        return PyBool.of(n >= m && containsAll(a, b));
    }
  }

  private static PySet fresh(PyObject o) {
    PySet s = new PySet();
    s.updateFrom(o);
    return s;
  }

  static PyObject intersection(PyObject a, PyObject b) {
    PyObject view = isSetLike(a) ? a : b;
    PyObject other = view == a ? b : a;
    PySet s = new PySet();
    PyObject it = Obj.iter(other);
    for (PyObject o = it.next(); o != null; o = it.next()) {
      if (Obj.contains(view, o)) {
        s.add(o);
      }
    }
    return s;
  }

  static PyObject union(PyObject a, PyObject b) {
    PySet s = fresh(a);
    s.updateFrom(b);
    return s;
  }

  static PyObject difference(PyObject a, PyObject b) {
    PySet s = fresh(a);
    s.removeAll(b);
    return s;
  }

  static PyObject symmetric(PyObject a, PyObject b) {
    return symmetricDifference(fresh(a), b);
  }
}
