package io.github.pycmaven.vm.module.itertools;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** What all iterators of the module share. */
@BuiltinType("itertools.iterator")
abstract class Iteration extends PyInstance {
  Iteration(PyType type) {
    super(type);
  }

  /** The next element, null at the end. */
  abstract PyObject step();

  @Override
  public PyObject next() {
    return !type.isHeap || type.slotIsBuiltin(Slot.NEXT) ? step() : super.next();
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(Iteration self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static PyObject nextItem(Iteration self) {
    return Obj.orStop(self.step());
  }

  static PyType type(String name, io.github.pycmaven.vm.core.call.BuiltinTable table) {
    return PyType.builtin("itertools." + name, table).with(new IterationTable());
  }

  /** An int that is not negative. */
  static int notNegative(PyObject o, String name) {
    PyInt i = Obj.index(o);
    if (i.signum() < 0) {
      throw Exc.valueError(name + " must be non-negative");
    }
    return i.clippedInt();
  }
}
