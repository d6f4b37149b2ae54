package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Codecs;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A standard stream that an embedding Java program gives. */
@BuiltinType("_io.TextIOWrapper")
public final class PyStandardStream extends PyInstance {
  public static final PyType TYPE =
      PyType.builtin("_io.TextIOWrapper", new PyStandardStreamTable()).withDict();
  private final OutputStream out;
  private final InputStream in;
  private final String name;
  private final int descriptor;
  private final String errors;

  public PyStandardStream(
      OutputStream out, InputStream in, String name, int descriptor, String errors) {
    super(TYPE);
    this.out = out;
    this.in = in;
    this.name = name;
    this.descriptor = descriptor;
    this.errors = errors;
  }

  @Builtin("write(self, text, /)")
  int write(PyObject text) {
    if (!(text instanceof PyStr s)) {
      throw Exc.typeError("write() argument must be str, not " + text.type.name);
    }
    try {
      out.write(Obj.bytesOf(Codecs.encode(s, "utf-8", errors)));
      if (descriptor == 2) {
        out.flush();
      }
    } catch (IOException e) {
      throw Exc.osError(32, "Broken pipe", null);
    }
    return s.length();
  }

  @Builtin("flush(self, /)")
  void flush() {
    try {
      if (out != null) {
        out.flush();
      }
    } catch (IOException e) {
      throw Exc.osError(32, "Broken pipe", null);
    }
  }

  @Builtin("readline(self, size=-1, /)")
  PyObject readLine(int size) {
    java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
    try {
      for (int c = in.read(); c >= 0; c = in.read()) {
        line.write(c);
        if (c == '\n') {
          break;
        }
      }
    } catch (IOException e) {
      throw Exc.osError(5, "Input/output error", null);
    }
    return PyStr.of(line.toString(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Builtin("fileno(self, /)")
  int fileno() {
    return descriptor;
  }

  @Builtin("isatty(self, /)")
  boolean isatty() {
    return false;
  }

  @Builtin("writable(self, /)")
  boolean writable() {
    return out != null;
  }

  @Builtin("readable(self, /)")
  boolean readable() {
    return in != null;
  }

  @Getter("encoding")
  String encoding() {
    return "utf-8";
  }

  @Getter("errors")
  String errors() {
    return errors;
  }

  @Getter("name")
  String name() {
    return name;
  }

  @Getter("closed")
  boolean closed() {
    return false;
  }
}
