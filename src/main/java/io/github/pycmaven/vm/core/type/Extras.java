package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;

/**
 * What an instance of a Python class that derives from a builtin type has beside the builtin value.
 */
public final class Extras {
  public PyDict dict;
  public PyObject[] slots;

  /** Dies with the object and then hands it to its {@code __del__}; null without one. */
  FinalizerWatch watch;
}
