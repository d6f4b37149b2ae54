package io.github.pycmaven.vm.op;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.BuiltinsMapping;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/**
 * Global variables: a site remembers where the name lies while the dictionaries keep their keys.
 */
public final class GlobalSites {
  private GlobalSites() {}

  /** What one site remembers. */
  public static final class Site {
    private final int globalsLayout;
    private final int builtinsLayout;
    private final PyDict holder;
    private final int index;

    Site(int globalsLayout, int builtinsLayout, PyDict holder, int index) {
      this.globalsLayout = globalsLayout;
      this.builtinsLayout = builtinsLayout;
      this.holder = holder;
      this.index = index;
    }

    /** Whether the dictionaries are as they were. */
    public boolean isFresh(PyDict globals, PyDict builtins) {
      return globals.layout == globalsLayout
          && (holder == globals || builtins.layout == builtinsLayout);
    }

    /** The value now. */
    public PyObject value() {
      return holder.valueAt(index);
    }
  }

  /** The global or builtin of that name. */
  public static PyObject load(
      PyDict globals, PyDict builtins, PyStr name, Object[] sites, int site) {
    if (globals.getClass() == PyDict.class && builtins.getClass() == PyDict.class) {
      int i = globals.indexOf(name);
      if (i >= 0) {
        sites[site] = new Site(globals.layout, 0, globals, i);
        return globals.valueAt(i);
      }
      i = builtins.indexOf(name);
      if (i >= 0) {
        sites[site] = new Site(globals.layout, builtins.layout, builtins, i);
        return builtins.valueAt(i);
      }
      throw Exc.nameError(name);
    }
    return loadAny(globals, builtins, name);
  }

  /** The global or builtin of that name; both may be of classes that find items their own way. */
  public static PyObject loadAny(PyDict globals, PyDict builtins, PyStr name) {
    PyObject v = NamedVariables.get(globals, name);
    if (v == null) {
      v = builtin(builtins, name);
    }
    if (v == null) {
      throw Exc.nameError(name);
    }
    return v;
  }

  /** The builtin of that name or null; builtins may be any mapping. */
  public static PyObject builtin(PyDict builtins, PyStr name) {
    if (builtins.getClass() == PyDict.class) {
      return builtins.get(name);
    }
    return NamedVariables.get(BuiltinsMapping.shown(builtins), name);
  }

  /**
   * The global or builtin of that name as LOAD_NAME finds it: globals are a dict, whatever class.
   */
  public static PyObject load(PyDict globals, PyDict builtins, PyStr name) {
    PyObject v = globals.get(name);
    if (v == null) {
      v = builtin(builtins, name);
    }
    if (v == null) {
      throw Exc.nameError(name);
    }
    return v;
  }
}
