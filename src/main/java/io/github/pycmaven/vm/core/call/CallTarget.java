package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/** What a Python function runs: the only way from the object model up to frames and tiers. */
public interface CallTarget {
  /** Calls without arguments. */
  PyObject call0(PyFunction f);

  /** Calls with one argument. */
  PyObject call1(PyFunction f, PyObject a);

  /** Calls with two arguments. */
  PyObject call2(PyFunction f, PyObject a, PyObject b);

  /** Calls with three arguments. */
  PyObject call3(PyFunction f, PyObject a, PyObject b, PyObject c);

  /** Calls with positional arguments. */
  PyObject callN(PyFunction f, PyObject[] args);

  /** Calls; the last values belong to the keywords {@code names}. */
  PyObject callKw(PyFunction f, PyObject[] args, PyStr[] names);

  /** The code's flags. */
  int flags();

  /** The code object. */
  PyObject code();

  /** The number of free variables. */
  int freeCount();
}
