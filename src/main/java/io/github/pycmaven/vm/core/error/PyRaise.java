package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.type.PyType;

/** A Python exception on its way. Has no Java stack trace. */
public final class PyRaise extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The Python exception. */
  public final transient PyException value;

  public PyRaise(PyException value) {
    super(null, null, false, false);
    this.value = value;
  }

  /** Whether the exception is an instance of the class. */
  public boolean matches(PyType type) {
    return value.type.isSubtype(type);
  }

  @Override
  public String getMessage() {
    return value.toString();
  }
}
