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

/** The methods of {@code coroutine}. */
@BuiltinType("coroutine")
final class CoroutineMethods {
  private CoroutineMethods() {}

  @Builtin("__await__(self, /)")
  static PyObject await(PyCoroutine self) {
    return new PyCoroutine.Wrapper(self);
  }

  @Getter(value = "cr_origin", member = true)
  static PyObject origin(PyCoroutine self) {
    return PyNone.orNone(self.origin);
  }

  @Builtin("send(self, value, /)")
  static PyObject send(PyCoroutine self, PyObject value) {
    return self.send(value);
  }

  @Builtin("throw(self, type, value=<null>, traceback=<null>, /)")
  static PyObject throwInto(PyCoroutine self, PyObject type, PyObject value, PyObject tb) {
    Generators.warnThrow(value, tb);
    return Generators.result(self, self.throwInto(type, value, tb));
  }

  @Builtin("close(self, /)")
  static PyObject close(PyCoroutine self) {
    return self.close();
  }

  @Getter("cr_frame")
  static PyObject frame(PyCoroutine self) {
    if (self.frame.finished) {
      return PyNone.NONE;
    }
    self.frame.escaped = true;
    return self.frame;
  }

  @Getter("cr_code")
  static PyObject code(PyCoroutine self) {
    return self.frame.code;
  }

  @Getter("cr_running")
  static boolean running(PyCoroutine self) {
    return self.running;
  }

  @Getter("cr_suspended")
  static boolean suspended(PyCoroutine self) {
    return self.started && !self.running && !self.frame.finished;
  }

  @Getter("cr_await")
  static PyObject delegate(PyCoroutine self) {
    return PyNone.orNone(self.delegate());
  }

  @Getter("__name__")
  static PyObject name(PyCoroutine self) {
    return self.name;
  }

  @Setter("__name__")
  static void setName(PyCoroutine self, PyObject v) {
    if (!(v instanceof PyStr s)) {
      throw Exc.typeError("__name__ must be set to a string object");
    }
    self.name = s;
  }

  @Getter("__qualname__")
  static PyObject qualname(PyCoroutine self) {
    return self.qualname;
  }

  @Setter("__qualname__")
  static void setQualname(PyCoroutine self, PyObject v) {
    if (!(v instanceof PyStr s)) {
      throw Exc.typeError("__qualname__ must be set to a string object");
    }
    self.qualname = s;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyCoroutine self) {
    return "<coroutine object " + self.qualname + " at " + Identity.address(self) + ">";
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
