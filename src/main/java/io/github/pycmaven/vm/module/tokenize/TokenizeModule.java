package io.github.pycmaven.vm.module.tokenize;

import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _tokenize}; it can be imported, its token iterator is not written yet. */
@BuiltinModule("_tokenize")
public final class TokenizeModule {
  private TokenizeModule() {}

  /** Makes the module. */
  public static PyModule create() {
    return PyModule.of(new TokenizeModuleTable());
  }
}
