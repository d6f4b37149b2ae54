package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code map}. */
@BuiltinType("map")
public final class PyMap extends PyInstance {
  public static final PyType TYPE = PyType.builtin("map", new PyMapTable());
  private PyObject function;
  private PyObject[] iterators;
  private boolean strict;

  private PyMap(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, function, iterable, /, *iterables, **kwargs)")
  static PyObject create(
      PyType cls, PyObject function, PyObject iterable, PyObject[] more, PyDict keywords) {
    PyMap m = new PyMap(cls);
    m.strict = PyZip.strict(keywords, "map");
    m.function = function;
    m.iterators = new PyObject[more.length + 1];
    m.iterators[0] = Obj.iter(iterable);
    for (int i = 0; i < more.length; i++) {
      m.iterators[i + 1] = Obj.iter(more[i]);
    }
    return m;
  }

  private PyObject step() {
    PyObject[] its = iterators;
    PyObject a = its[0].next();
    if (its.length == 1) {
      return a == null ? null : function.call1(a);
    }
    PyObject[] args = new PyObject[its.length];
    for (int i = 0; i < its.length; i++) {
      args[i] = i == 0 ? a : its[i].next();
      if (args[i] == null) {
        if (strict) {
          PyZip.unequal(its, i, "map");
        }
        return null;
      }
    }
    return args.length == 2 ? function.call2(args[0], args[1]) : function.callN(args);
  }

  @Override
  public PyObject next() {
    return type == TYPE || type.slotIsBuiltin(Slot.NEXT) ? step() : super.next();
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Builtin("__next__(self, /)")
  PyObject nextItem() {
    return Obj.orStop(step());
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    PyObject[] all = new PyObject[iterators.length + 1];
    all[0] = function;
    System.arraycopy(iterators, 0, all, 1, iterators.length);
    return strict
        ? PyTuple.of(type, PyTuple.over(all), PyBool.TRUE)
        : PyTuple.of(type, PyTuple.over(all));
  }

  @Builtin("__setstate__(self, state, /)")
  void setState(PyObject state) {
    strict = Obj.isTrue(state);
  }
}
