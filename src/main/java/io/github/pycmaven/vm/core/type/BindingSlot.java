package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import java.util.Arrays;

/**
 * A special method that is no plain function: it is bound by its own {@code __get__} at each call.
 */
final class BindingSlot extends PyObject {
  private final PyObject found;

  /** For a comparison, which has no answer if there is no binding it. */
  private final boolean comparison;

  BindingSlot(PyObject found, boolean comparison) {
    super(PyType.OBJECT);
    this.found = found;
    this.comparison = comparison;
  }

  private PyObject bind(PyObject self) {
    return (found.type.descriptorKind() & PyType.HAS_GET) != 0
        ? found.descriptorGet(self, self.type)
        : found;
  }

  @Override
  public PyObject call1(PyObject a) {
    return bind(a).call0();
  }

  @Override
  public PyObject call2(PyObject a, PyObject b) {
    PyObject f;
    try {
      f = bind(a);
    } catch (PyRaise e) {
      if (comparison) {
        return PyNotImplemented.INSTANCE;
      }
      throw e;
    }
    return f.call1(b);
  }

  @Override
  public PyObject call3(PyObject a, PyObject b, PyObject c) {
    return bind(a).call2(b, c);
  }

  @Override
  public PyObject callN(PyObject[] args) {
    return bind(args[0]).callN(Arrays.copyOfRange(args, 1, args.length));
  }

  @Override
  public PyObject callKw(PyObject[] args, PyStr[] names) {
    return bind(args[0]).callKw(Arrays.copyOfRange(args, 1, args.length), names);
  }
}
