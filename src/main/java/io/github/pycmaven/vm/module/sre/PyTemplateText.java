package io.github.pycmaven.vm.module.sre;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.BuiltinType;

/** A replacement: literal text and groups in turn. */
@BuiltinType("_sre.SRE_Template")
final class PyTemplateText extends PyObject {
  static final PyType TYPE =
      PyType.builtin("_sre.SRE_Template", new PyTemplateTextTable())
          .uninstantiable()
          .forbidSubclasses();
  private final PyObject[] texts;
  private final int[] groups;

  PyTemplateText(PyObject[] texts, int[] groups) {
    super(TYPE);
    this.texts = texts;
    this.groups = groups;
  }

  PyObject expand(PyMatch m) {
    PyList parts = new PyList();
    parts.append(texts[0]);
    for (int i = 0; i < groups.length; i++) {
      PyObject g = m.group(groups[i], null);
      if (g != null) {
        parts.append(g);
      }
      parts.append(texts[i + 1]);
    }
    return Calls.method(m.emptyText(), "join", parts);
  }
}
