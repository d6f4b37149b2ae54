package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.object.PyObject;

/** Marks a slot that was looked for and not found. Never seen by programs. */
final class PyAbsent extends PyObject {
  static final PyAbsent INSTANCE = new PyAbsent();

  private PyAbsent() {
    super(null);
  }

  @Override
  public String toString() {
    return "<absent>";
  }
}
