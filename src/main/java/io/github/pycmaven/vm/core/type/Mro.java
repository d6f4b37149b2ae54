package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.error.Exc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order of classes and the choice of the base that decides an instance's layout.
 *
 * @cpython Objects/typeobject.c:mro_implementation_unlocked
 */
final class Mro {
  private Mro() {}

  /** The C3 linearisation. */
  static PyType[] linearise(PyType cls, PyType[] bases) {
    List<List<PyType>> todo = new ArrayList<>();
    for (PyType b : bases) {
      todo.add(Arrays.asList(b.mro));
    }
    todo.add(Arrays.asList(bases));
    for (int i = 0; i < bases.length; i++) {
      for (int j = i + 1; j < bases.length; j++) {
        if (bases[i] == bases[j]) {
          throw Exc.typeError("duplicate base class " + bases[i].name);
        }
      }
    }
    int[] at = new int[todo.size()];
    List<PyType> out = new ArrayList<>();
    out.add(cls);
    while (true) {
      boolean empty = true;
      PyType next = null;
      for (int i = 0; i < at.length && next == null; i++) {
        List<PyType> l = todo.get(i);
        if (at[i] < l.size()) {
          empty = false;
          if (!inTail(todo, at, l.get(at[i]))) {
            next = l.get(at[i]);
          }
        }
      }
      if (empty) {
        return out.toArray(new PyType[0]);
      }
      if (next == null) {
        throw conflict(todo, at);
      }
      out.add(next);
      for (int i = 0; i < at.length; i++) {
        List<PyType> l = todo.get(i);
        if (at[i] < l.size() && l.get(at[i]) == next) {
          at[i]++;
        }
      }
    }
  }

  private static boolean inTail(List<List<PyType>> todo, int[] at, PyType t) {
    for (int i = 0; i < at.length; i++) {
      List<PyType> l = todo.get(i);
      for (int j = at[i] + 1; j < l.size(); j++) {
        if (l.get(j) == t) {
          return true;
        }
      }
    }
    return false;
  }

  private static RuntimeException conflict(List<List<PyType>> todo, int[] at) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      List<PyType> l = todo.get(i);
      if (at[i] < l.size() && !names.contains(l.get(at[i]).name)) {
        names.add(l.get(at[i]).name);
      }
    }
    return Exc.typeError(
        "Cannot create a consistent method resolution order (MRO) for bases "
            + String.join(", ", names));
  }

  /** The base whose layout instances take. */
  static PyType bestBase(PyType[] bases) {
    PyType winner = null;
    PyType base = null;
    for (PyType b : bases) {
      PyType candidate = b.solid;
      if (winner == null) {
        winner = candidate;
        base = b;
      } else if (winner.isSubtype(candidate)) {
        continue;
      } else if (candidate.isSubtype(winner)) {
        winner = candidate;
        base = b;
      } else {
        throw Exc.typeError("multiple bases have instance lay-out conflict");
      }
    }
    return base;
  }
}
