package io.github.pycmaven.vm.module.tokenize;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.util.ArrayList;
import java.util.List;

/** {@code _tokenize.TokenizerIter}; all lines are read before the first token is given. */
@BuiltinType("_tokenize.TokenizerIter")
final class PyTokenizerIter extends PyObject {
  static final PyType TYPE =
      PyType.builtin("_tokenize.TokenizerIter", new PyTokenizerIterTable()).forbidSubclasses();
  private final PyObject readline;
  private final boolean extra;
  private final String encoding;
  private List<PyObject> tokens;
  private PyRaise end;
  private int at;

  private PyTokenizerIter(PyObject readline, boolean extra, String encoding) {
    super(TYPE);
    this.readline = readline;
    this.extra = extra;
    this.encoding = encoding;
  }

  @Builtin("__new__(cls, readline, /, *, extra_tokens, encoding='utf-8')")
  static PyObject create(PyType cls, PyObject readline, boolean extra, String encoding) {
    return new PyTokenizerIter(readline, extra, encoding);
  }

  private String text() {
    StringBuilder b = new StringBuilder();
    while (true) {
      PyObject line;
      try {
        line = readline.call0();
      } catch (PyRaise e) {
        if (e.matches(Exc.StopIteration)) {
          return b.toString();
        }
        throw e;
      }
      if (line instanceof PyBytes) {
        line = Calls.method(line, "decode", PyStr.of(encoding));
      }
      if (!(line instanceof PyStr s)) {
        throw Exc.typeError("readline() returned a non-string object");
      }
      if (s.length() == 0) {
        return b.toString();
      }
      b.append(s.value);
    }
  }

  @Override
  public PyObject next() {
    if (tokens == null) {
      List<PyObject> all = new ArrayList<>();
      TokenSource source = TokenizeModule.source();
      if (source == null) {
        throw Exc.notImplemented("the tokenizer is not part of this virtual machine");
      }
      end = source.tokenize(text(), extra, all);
      tokens = all;
    }
    if (at < tokens.size()) {
      return tokens.get(at++);
    }
    if (end != null) {
      PyRaise e = end;
      end = null;
      throw e;
    }
    return null;
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Builtin("__next__(self, /)")
  PyObject nextItem() {
    return Obj.orStop(next());
  }
}
