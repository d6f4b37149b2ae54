package io.github.pycmaven.vm.module.warnings;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;

/** The module's name in a default filter: it matches as a pattern does, but only all of a text. */
@BuiltinType("_warnings.exact")
final class PyExactText extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("_warnings.exact", new PyExactTextTable()).uninstantiable();
  private final PyStr text;

  PyExactText(PyStr text) {
    super(TYPE);
    this.text = text;
  }

  @Builtin("match(self, string, /)")
  PyObject match(PyObject s) {
    return s instanceof PyStr t && t.equals(text) ? PyBool.TRUE : PyNone.NONE;
  }

  @RichCompare
  PyObject compare(PyObject other, int op) {
    return other instanceof PyStr ? Obj.compare(text, other, op) : PyNotImplemented.INSTANCE;
  }

  @Builtin("__hash__(self, /)")
  long hash() {
    return text.hashCode();
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return Obj.repr(text);
  }
}
