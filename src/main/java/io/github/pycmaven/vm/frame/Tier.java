package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.object.PyObject;

/** What runs a frame. */
public interface Tier {
  /** Runs until the frame returns, yields or raises. */
  PyObject run(PyFrame frame);
}
