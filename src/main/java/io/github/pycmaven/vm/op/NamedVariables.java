package io.github.pycmaven.vm.op;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/** Variables of code whose namespace is a mapping: modules, class bodies, exec. */
public final class NamedVariables {
  private NamedVariables() {}

  /** The value in a namespace, or null. */
  public static PyObject get(PyObject namespace, PyStr name) {
    if (namespace.type == PyDict.TYPE) {
      return ((PyDict) namespace).get(name);
    }
    try {
      return Obj.getItem(namespace, name);
    } catch (PyRaise e) {
      if (e.matches(Exc.KeyError)) {
        return null;
      }
      throw e;
    }
  }

  /** The variable, global or builtin. */
  public static PyObject load(PyObject locals, PyDict globals, PyDict builtins, PyStr name) {
    if (locals == null) {
      throw Exc.systemError("no locals when loading " + Obj.repr(name));
    }
    PyObject v = get(locals, name);
    return v != null ? v : GlobalSites.load(globals, builtins, name);
  }

  /** Sets a variable. */
  public static void store(PyObject locals, PyStr name, PyObject value) {
    if (locals == null) {
      throw Exc.systemError("no locals found when storing " + Obj.repr(name));
    }
    Obj.setItem(locals, name, value);
  }

  /** Deletes a variable. */
  public static void delete(PyObject locals, PyStr name) {
    if (locals == null) {
      throw Exc.systemError("no locals when deleting " + Obj.repr(name));
    }
    if (locals.type == PyDict.TYPE) {
      if (((PyDict) locals).remove(name) == null) {
        throw Exc.nameError(name);
      }
      return;
    }
    try {
      Obj.deleteItem(locals, name);
    } catch (PyRaise e) {
      if (e.matches(Exc.KeyError)) {
        throw Exc.nameError(name);
      }
      throw e;
    }
  }
}
