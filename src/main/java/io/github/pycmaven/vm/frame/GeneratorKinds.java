package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.op.Awaiting;

/** Tells the operations which objects are generators. */
public final class GeneratorKinds implements Awaiting.Generators {
  @Override
  public int kind(PyObject o) {
    if (o instanceof PyCoroutine) {
      return 3;
    }
    if (o instanceof PyGenerator g && o.type == PyGenerator.TYPE) {
      return (g.frame.code.flags & PyCode.ITERABLE_COROUTINE) != 0 ? 2 : 1;
    }
    return 0;
  }

  @Override
  public boolean isAwaited(PyObject coroutine) {
    return ((PyCoroutine) coroutine).delegate() != null;
  }
}
