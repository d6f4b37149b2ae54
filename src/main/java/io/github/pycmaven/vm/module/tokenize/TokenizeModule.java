package io.github.pycmaven.vm.module.tokenize;

import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _tokenize}. */
@BuiltinModule("_tokenize")
public final class TokenizeModule {
  private static TokenSource source;

  private TokenizeModule() {}

  /** Sets what makes tokens of a text. */
  public static void setSource(TokenSource s) {
    source = s;
  }

  static TokenSource source() {
    return source;
  }

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new TokenizeModuleTable());
    m.dict.put("TokenizerIter", PyTokenizerIter.TYPE);
    return m;
  }
}
