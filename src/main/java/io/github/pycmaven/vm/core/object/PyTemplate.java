package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** A template string. */
@BuiltinType("string.templatelib.Template")
public final class PyTemplate extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("string.templatelib.Template", new PyTemplateTable()).forbidSubclasses();
  private final PyTuple strings;
  private final PyTuple interpolations;

  public PyTemplate(PyTuple strings, PyTuple interpolations) {
    super(TYPE);
    this.strings = strings;
    this.interpolations = interpolations;
  }

  @Getter("strings")
  PyObject strings() {
    return strings;
  }

  @Getter("interpolations")
  PyObject interpolations() {
    return interpolations;
  }

  @Getter("values")
  PyObject values() {
    PyObject[] v = new PyObject[interpolations.items.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = ((Interpolation) interpolations.items[i]).value;
    }
    return PyTuple.over(v);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "Template(strings="
        + Obj.repr(strings)
        + ", interpolations="
        + Obj.repr(interpolations)
        + ")";
  }

  /** One interpolation of a template string. */
  @BuiltinType("string.templatelib.Interpolation")
  public static final class Interpolation extends PyObject {
    public static final PyType TYPE =
        PyType.builtin("string.templatelib.Interpolation", new PyTemplate_InterpolationTable())
            .forbidSubclasses();
    private final PyObject value;
    private final PyObject expression;
    private final PyObject conversion;
    private final PyObject spec;

    public Interpolation(PyObject value, PyObject expression, PyObject conversion, PyObject spec) {
      super(TYPE);
      this.value = value;
      this.expression = expression;
      this.conversion = conversion;
      this.spec = spec;
    }

    @Getter("value")
    PyObject value() {
      return value;
    }

    @Getter("expression")
    PyObject expression() {
      return expression;
    }

    @Getter("conversion")
    PyObject conversion() {
      return conversion;
    }

    @Getter("format_spec")
    PyObject spec() {
      return spec;
    }

    @Builtin("__repr__(self, /)")
    String repr() {
      return "Interpolation("
          + Obj.repr(value)
          + ", "
          + Obj.repr(expression)
          + ", "
          + Obj.repr(conversion)
          + ", "
          + Obj.repr(spec)
          + ")";
    }
  }
}
