package io.github.pycmaven.vm.module.java;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.util.Iterator;

/** What a Java iterator gives. */
@BuiltinType("java.iterator")
final class PyJavaIterator extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("java.iterator", new PyJavaIteratorTable()).uninstantiable();

  private final Iterator<?> iterator;

  PyJavaIterator(Iterator<?> iterator) {
    super(TYPE);
    this.iterator = iterator;
  }

  @Override
  public PyObject next() {
    try {
      return iterator.hasNext() ? JavaValues.toPython(iterator.next()) : null;
    } catch (RuntimeException e) {
      throw JavaCalls.raise(e);
    }
  }

  @Builtin("__iter__(self, /)")
  PyObject self() {
    return this;
  }

  @Builtin("__next__(self, /)")
  PyObject nextOrStop() {
    return Obj.orStop(next());
  }
}
