package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** The methods of {@code generator}. */
@BuiltinType("generator")
final class GeneratorMethods {
  private GeneratorMethods() {}

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyGenerator self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static PyObject next(PyGenerator self) {
    return self.send(PyNone.NONE);
  }

  @Builtin("send(self, value, /)")
  static PyObject send(PyGenerator self, PyObject value) {
    return self.send(value);
  }

  @Builtin("throw(self, type, value=<null>, traceback=<null>, /)")
  static PyObject throwInto(PyGenerator self, PyObject type, PyObject value, PyObject tb) {
    Generators.warnThrow(value, tb);
    return Generators.result(self, self.throwInto(type, value, tb));
  }

  @Builtin("close(self, /)")
  static PyObject close(PyGenerator self) {
    return self.close();
  }

  @Getter("gi_frame")
  static PyObject frame(PyGenerator self) {
    if (self.frame.finished) {
      return PyNone.NONE;
    }
    self.frame.escaped = true;
    return self.frame;
  }

  @Getter("gi_code")
  static PyObject code(PyGenerator self) {
    return self.frame.code;
  }

  @Getter("gi_running")
  static boolean running(PyGenerator self) {
    return self.running;
  }

  @Getter("gi_suspended")
  static boolean suspended(PyGenerator self) {
    return self.started && !self.running && !self.frame.finished;
  }

  @Getter("gi_yieldfrom")
  static PyObject delegate(PyGenerator self) {
    return PyNone.orNone(self.delegate());
  }

  @Getter("__name__")
  static PyObject name(PyGenerator self) {
    return self.name;
  }

  @Setter("__name__")
  static void setName(PyGenerator self, PyObject v) {
    if (!(v instanceof PyStr s)) {
      throw Exc.typeError("__name__ must be set to a string object");
    }
    self.name = s;
  }

  @Getter("__qualname__")
  static PyObject qualname(PyGenerator self) {
    return self.qualname;
  }

  @Setter("__qualname__")
  static void setQualname(PyGenerator self, PyObject v) {
    if (!(v instanceof PyStr s)) {
      throw Exc.typeError("__qualname__ must be set to a string object");
    }
    self.qualname = s;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyGenerator self) {
    return "<generator object " + self.qualname + " at " + Identity.address(self) + ">";
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
