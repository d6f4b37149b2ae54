package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.object.PyObject;

/** What runs a frame. */
public interface Tier {
  /** Runs until the frame returns, yields or raises. */
  PyObject run(PyFrame frame);

  /** Sets the running thread's trace function, null for none. */
  void setTracer(PyObject function);

  /** Sets the running thread's profile function, null for none. */
  void setProfiler(PyObject function);
}
