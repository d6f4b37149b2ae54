package io.github.pycmaven.vm.core.object;

/**
 * Stands where frames keep the dictionary of builtins when a program has set {@code __builtins__}
 * to something else. Always empty; {@link #mapping} is asked instead.
 */
public final class BuiltinsMapping extends PyDict {
  /** What the program has set. */
  public final PyObject mapping;

  public BuiltinsMapping(PyObject mapping) {
    super(PyDict.TYPE);
    this.mapping = mapping;
  }

  /** What programs see of a frame's or function's builtins. */
  public static PyObject shown(PyDict builtins) {
    return builtins instanceof BuiltinsMapping m ? m.mapping : builtins;
  }
}
