package io.github.pycmaven.vm.module.sys;

import io.github.pycmaven.vm.core.error.ClosestName;
import io.github.pycmaven.vm.core.error.PyAttributeError;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyImportError;
import io.github.pycmaven.vm.core.error.PyNameError;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PyTraceback;
import io.github.pycmaven.vm.core.object.BuiltinsMapping;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.frame.PyFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * What a traceback adds to an error about a name that is not there.
 *
 * @cpython Lib/traceback.py:_compute_suggestion_error
 */
final class Suggestions {
  private Suggestions() {}

  /** The text to be added, empty if there is nothing to suggest. */
  static String of(PyException e) {
    try {
      if (e instanceof PyImportError i && i.nameFrom instanceof PyStr wrong) {
        return ask(importable(i, wrong.value), wrong.value);
      }
      if (e instanceof PyAttributeError a && a.name instanceof PyStr wrong) {
        return ask(attributes(a, wrong.value), wrong.value);
      }
      if (e instanceof PyNameError n && n.name instanceof PyStr wrong) {
        return variable(n, wrong);
      }
    } catch (PyRaise x) {
      // An object that cannot tell what it has gets no suggestion.
    }
    return "";
  }

  private static String ask(List<String> names, String wrong) {
    String found = ClosestName.of(names, wrong);
    return found == null ? "" : ". Did you mean: '" + found + "'?";
  }

  private static List<String> importable(PyImportError e, String wrong) {
    if (!(e.name instanceof PyStr module)) {
      return List.of();
    }
    return visible(names(Obj.importModule(module.value)), wrong.startsWith("_"));
  }

  private static List<String> attributes(PyAttributeError e, String wrong) {
    if (e.object == null) {
      return List.of();
    }
    boolean all = wrong.startsWith("_");
    PyFrame f = innermost(e);
    if (!all && f != null && f.localsSnapshot() instanceof PyDict d) {
      all = d.get(PyStr.of("self")) == e.object;
    }
    return visible(names(e.object), all);
  }

  private static String variable(PyNameError e, PyStr wrong) {
    PyFrame f = innermost(e);
    if (f == null) {
      return "";
    }
    List<String> names = new ArrayList<>();
    PyObject locals = f.localsSnapshot();
    addKeys(names, locals);
    addKeys(names, f.globals);
    addKeys(names, BuiltinsMapping.shown(f.builtins));
    String found = null;
    PyObject self = locals instanceof PyDict d ? d.get(PyStr.of("self")) : null;
    if (self != null) {
      found = Obj.getAttrOrNull(self, wrong) == null ? null : "self." + wrong;
    }
    if (found == null) {
      found = ClosestName.of(names, wrong.value);
    }
    PyObject library = Obj.getAttr(Obj.importModule("sys"), "stdlib_module_names");
    boolean module = Obj.contains(library, wrong);
    String text = found == null ? "" : ". Did you mean: '" + found + "'?";
    if (!module) {
      return text;
    }
    return text + (found == null ? ". Did" : " Or did") + " you forget to import '" + wrong + "'?";
  }

  private static PyFrame innermost(PyException e) {
    PyTraceback t = e.traceback;
    while (t != null && t.next != null) {
      t = t.next;
    }
    return t == null ? null : (PyFrame) t.frame;
  }

  private static List<String> names(PyObject o) {
    List<String> out = new ArrayList<>();
    addKeys(out, Obj.runtime().builtins().get(PyStr.intern("dir")).call1(o));
    return out;
  }

  private static void addKeys(List<String> out, PyObject names) {
    for (PyObject n : Obj.toArray(names)) {
      if (n instanceof PyStr s) {
        out.add(s.value);
      }
    }
  }

  private static List<String> visible(List<String> names, boolean all) {
    if (!all) {
      names.removeIf(n -> n.startsWith("_"));
    }
    return names;
  }
}
