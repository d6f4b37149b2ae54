package io.github.pycmaven.vm.module.multibyte;

import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.BuiltinType;

/**
 * The module {@code _multibytecodec}: the base classes of incremental codecs. There is no codec for
 * them yet, so they have no instances.
 */
public final class MultibyteModule {
  private MultibyteModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.named("_multibytecodec");
    String[] names = {"IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter"};
    for (String n : names) {
      String name = "Multibyte" + n;
      PyType t = PyType.builtin("_multibytecodec." + name, new MultibyteModule_NoneTable());
      m.dict.put(name, t.uninstantiable());
    }
    return m;
  }

  /** A type without methods. */
  @BuiltinType("_multibytecodec.none")
  static final class None {
    private None() {}
  }
}
