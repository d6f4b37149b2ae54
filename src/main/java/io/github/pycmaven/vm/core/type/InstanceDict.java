package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.PyGetSet;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** The descriptors {@code __dict__} and {@code __weakref__} that classes add to their namespace. */
@BuiltinType("object")
final class InstanceDict {
  private static final InstanceDictTable TABLE = new InstanceDictTable();

  private InstanceDict() {}

  static PyGetSet descriptor(PyType owner) {
    return new PyGetSet(owner, TABLE, row("__dict__", 'g'), row("__dict__", 'w'), "__dict__");
  }

  static PyGetSet weakrefDescriptor(PyType owner) {
    return new PyGetSet(owner, TABLE, row("__weakref__", 'g'), -1, "__weakref__");
  }

  private static int row(String name, char kind) {
    String[] texts = TABLE.signatures();
    for (int i = 0; i < texts.length; i++) {
      if (TABLE.kinds().charAt(i) == kind && texts[i].startsWith(name)) {
        return i;
      }
    }
    throw new AssertionError(name);
  }

  /** The descriptor of a builtin base that keeps its instances' dictionaries itself, or null. */
  private static PyGetSet builtinDescriptor(PyObject self) {
    for (PyType t : self.type.mro) {
      if (!t.isHeap && t.dict().get(Names.DICT) instanceof PyGetSet g) {
        return g;
      }
    }
    return null;
  }

  @Getter("__dict__")
  static PyObject dict(PyObject self) {
    PyGetSet builtin = builtinDescriptor(self);
    if (builtin != null) {
      return builtin.descriptorGet(self, self.type);
    }
    PyDict d = self.dict(true);
    if (d == null) {
      throw Exc.attributeError("This object has no __dict__", self, null);
    }
    return d;
  }

  @Setter("__dict__")
  static void setDict(PyObject self, PyObject value) {
    PyGetSet builtin = builtinDescriptor(self);
    if (builtin != null) {
      builtin.descriptorSet(self, value);
      return;
    }
    if (value == null) {
      self.setDict(new PyDict());
      return;
    }
    if (!(value instanceof PyDict d)) {
      throw Exc.typeError("__dict__ must be set to a dictionary, not a '" + value.type.name + "'");
    }
    self.setDict(d);
  }

  @Getter("__weakref__")
  static PyObject weakref(PyObject self) {
    return PyNone.NONE;
  }
}
