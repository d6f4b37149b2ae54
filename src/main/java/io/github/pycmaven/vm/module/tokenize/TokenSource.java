package io.github.pycmaven.vm.module.tokenize;

import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyObject;
import java.util.List;

/** Makes tokens of a text: the compiler's tokenizer, where there is a compiler. */
public interface TokenSource {
  /**
   * Adds a tuple for each token: kind, text, where it starts and ends, the line.
   *
   * @param extra whether comments and line ends that mean nothing are tokens, too
   * @return what is to be thrown after the tokens, or null
   */
  PyRaise tokenize(String text, boolean extra, List<PyObject> out);
}
