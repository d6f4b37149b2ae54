package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.Finalizers;
import io.github.pycmaven.vm.core.object.OwnIdentity;

/** An instance of a class with {@code __del__}, which the collector hands over before it goes. */
final class PyFinalizedInstance extends PyInstance implements OwnIdentity {
  private long identity;

  @Override
  public long identity() {
    return identity;
  }

  @Override
  public void identity(long number) {
    identity = number;
  }

  PyFinalizedInstance(PyType type) {
    super(type);
    Finalizers.use();
  }

  @Override
  @SuppressWarnings({"deprecation", "removal", "checkstyle:NoFinalizer"})
  protected void finalize() {
    Finalizers.add(this);
  }
}
