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

/** The methods of {@code async_generator}. */
@BuiltinType("async_generator")
final class AsyncGeneratorMethods {
  private AsyncGeneratorMethods() {}

  @Builtin("__aiter__(self, /)")
  static PyObject iter(PyAsyncGenerator self) {
    return self;
  }

  @Builtin("__anext__(self, /)")
  static PyObject next(PyAsyncGenerator self) {
    self.firstIteration();
    return new AsyncGeneratorSend(self, null);
  }

  @Builtin("asend(self, value, /)")
  static PyObject send(PyAsyncGenerator self, PyObject value) {
    self.firstIteration();
    return new AsyncGeneratorSend(self, value);
  }

  @Builtin("athrow(self, type, value=<null>, traceback=<null>, /)")
  static PyObject throwInto(PyAsyncGenerator self, PyObject type, PyObject value, PyObject tb) {
    Generators.warnThrow(value, tb);
    self.firstIteration();
    return new AsyncGeneratorThrow(self, type, value, tb);
  }

  @Builtin("aclose(self, /)")
  static PyObject close(PyAsyncGenerator self) {
    self.firstIteration();
    return new AsyncGeneratorThrow(self, null, null, null);
  }

  @Getter("ag_frame")
  static PyObject frame(PyAsyncGenerator self) {
    if (self.frame.finished) {
      return PyNone.NONE;
    }
    self.frame.escaped = true;
    return self.frame;
  }

  @Getter("ag_code")
  static PyObject code(PyAsyncGenerator self) {
    return self.frame.code;
  }

  @Getter(value = "ag_running", member = true)
  static boolean running(PyAsyncGenerator self) {
    return self.runningAsync;
  }

  @Getter("ag_suspended")
  static boolean suspended(PyAsyncGenerator self) {
    return self.started && !self.running && !self.frame.finished;
  }

  @Getter("ag_await")
  static PyObject delegate(PyAsyncGenerator self) {
    return PyNone.orNone(self.delegate());
  }

  @Getter("__name__")
  static PyObject name(PyAsyncGenerator self) {
    return self.name;
  }

  @Setter("__name__")
  static void setName(PyAsyncGenerator self, PyObject v) {
    if (!(v instanceof PyStr s)) {
      throw Exc.typeError("__name__ must be set to a string object");
    }
    self.name = s;
  }

  @Getter("__qualname__")
  static PyObject qualname(PyAsyncGenerator self) {
    return self.qualname;
  }

  @Setter("__qualname__")
  static void setQualname(PyAsyncGenerator self, PyObject v) {
    if (!(v instanceof PyStr s)) {
      throw Exc.typeError("__qualname__ must be set to a string object");
    }
    self.qualname = s;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyAsyncGenerator self) {
    return "<async_generator object " + self.qualname + " at " + Identity.address(self) + ">";
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
