package io.github.pycmaven.vm.module.random;

import io.github.pycmaven.vm.core.object.PyModule;

/** The module {@code _random}. */
public final class RandomModule {
  private RandomModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.named("_random");
    m.dict.put("Random", PyRandom.TYPE);
    return m;
  }
}
