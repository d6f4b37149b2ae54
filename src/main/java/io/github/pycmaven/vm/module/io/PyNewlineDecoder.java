package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** {@code IncrementalNewlineDecoder}: translates line ends in pieces of text. */
@BuiltinType("_io.IncrementalNewlineDecoder")
public final class PyNewlineDecoder extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("_io.IncrementalNewlineDecoder", new PyNewlineDecoderTable());

  private PyObject decoder;
  private int kinds;
  private boolean translates;

  /** Whether the last piece ended with a carriage return, which a newline may follow. */
  private boolean pending;

  private PyNewlineDecoder(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyNewlineDecoder(cls);
  }

  @Builtin("__init__(self, decoder, translate, errors='strict')")
  static void init(PyNewlineDecoder self, PyObject decoder, boolean translate, PyObject errors) {
    self.decoder = decoder;
    self.translates = translate;
    self.pending = false;
    self.kinds = 0;
  }

  /** The kinds of line ends as {@code newlines} tells them. */
  static PyObject seen(int kinds) {
    PyObject[] out = new PyObject[Integer.bitCount(kinds)];
    int n = 0;
    for (int i = 0; i < 3; i++) {
      if ((kinds & 1 << i) != 0) {
        out[n++] = PyStr.of(i == 0 ? "\r" : i == 1 ? "\n" : "\r\n");
      }
    }
    return n == 0 ? PyNone.NONE : n == 1 ? out[0] : PyTuple.over(out);
  }

  /** For text that is not decoded by a program's own decoder. */
  static PyNewlineDecoder of(PyObject decoder, boolean translates) {
    PyNewlineDecoder d = new PyNewlineDecoder(TYPE);
    init(d, decoder, translates, null);
    return d;
  }

  private PyObject decoder() {
    if (decoder == null) {
      throw Exc.valueError("IncrementalNewlineDecoder.__init__() not called");
    }
    return decoder;
  }

  @Builtin("decode(self, input, final=False)")
  static PyObject decode(PyNewlineDecoder self, PyObject input, boolean last) {
    PyObject text =
        self.decoder() == PyNone.NONE
            ? input
            : Calls.method(self.decoder, "decode", input, PyBool.of(last));
    if (!(text instanceof PyStr s)) {
      throw Exc.typeError("decoder should return a string result, not '" + text.type.name + "'");
    }
    if (!self.pending && s.value.indexOf('\r') < 0) {
      self.kinds |= s.value.indexOf('\n') >= 0 ? 2 : 0;
      return s;
    }
    int[] p = s.toPoints();
    int[] all = new int[p.length + 1];
    int n = 0;
    if (self.pending && (p.length > 0 || last)) {
      all[n++] = '\r';
      self.pending = false;
    }
    System.arraycopy(p, 0, all, n, p.length);
    n += p.length;
    if (!last && n > 0 && all[n - 1] == '\r') {
      self.pending = true;
      n--;
    }
    return self.translated(all, n);
  }

  private PyObject translated(int[] p, int n) {
    int to = 0;
    for (int i = 0; i < n; i++) {
      int c = p[i];
      boolean both = c == '\r' && i + 1 < n && p[i + 1] == '\n';
      if (c == '\r') {
        kinds |= both ? 4 : 1;
      } else if (c == '\n') {
        kinds |= 2;
      }
      if (both) {
        i++;
        if (!translates) {
          p[to++] = '\r';
        }
        p[to++] = '\n';
      } else {
        p[to++] = c == '\r' && translates ? '\n' : c;
      }
    }
    return PyStr.ofPoints(p, 0, to);
  }

  @Builtin("reset(self, /)")
  static void reset(PyNewlineDecoder self) {
    self.pending = false;
    self.kinds = 0;
    if (self.decoder() != PyNone.NONE) {
      Calls.method(self.decoder, "reset");
    }
  }

  @Builtin("getstate(self, /)")
  static PyObject getState(PyNewlineDecoder self) {
    PyObject bytes = PyBytes.EMPTY;
    long flag = 0;
    if (self.decoder() != PyNone.NONE) {
      PyObject state = Calls.method(self.decoder, "getstate");
      if (!(state instanceof PyTuple t) || t.items.length != 2) {
        throw Exc.typeError("illegal decoder state");
      }
      bytes = t.items[0];
      flag = Obj.index(t.items[1]).clipped();
    }
    return PyTuple.of(bytes, PyInt.of(flag << 1 | (self.pending ? 1 : 0)));
  }

  @Builtin("setstate(self, state, /)")
  static void setState(PyNewlineDecoder self, PyObject state) {
    if (!(state instanceof PyTuple t) || t.items.length != 2) {
      throw Exc.typeError("state argument must be a tuple");
    }
    long flag = Obj.index(t.items[1]).clipped();
    self.pending = (flag & 1) != 0;
    if (self.decoder() != PyNone.NONE) {
      Calls.method(self.decoder, "setstate", PyTuple.of(t.items[0], PyInt.of(flag >> 1)));
    }
  }

  @Getter("newlines")
  static PyObject newlines(PyNewlineDecoder self) {
    self.decoder();
    return seen(self.kinds);
  }
}
