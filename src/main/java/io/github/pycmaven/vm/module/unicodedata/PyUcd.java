package io.github.pycmaven.vm.module.unicodedata;

import io.github.pycmaven.source.CharacterNames;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/**
 * {@code unicodedata.UCD}: the functions of the module for one version of Unicode.
 *
 * @cpython Modules/unicodedata.c
 */
@BuiltinType("unicodedata.UCD")
final class PyUcd extends PyObject {
  static final PyType TYPE = PyType.builtin("unicodedata.UCD", new PyUcdTable()).uninstantiable();
  private final Database data;

  PyUcd(Database data) {
    super(TYPE);
    this.data = data;
  }

  private static int point(PyObject o, String function) {
    if (!(o instanceof PyStr s)) {
      throw Exc.typeError(
          function + "() argument 1 must be a unicode character, not " + o.type.name);
    }
    if (s.length() != 1) {
      throw Exc.typeError(
          function
              + "(): argument 1 must be a unicode character, not a string of length "
              + s.length());
    }
    return s.at(0);
  }

  @Builtin("category(self, chr, /)")
  String category(PyObject c) {
    return data.categories[data.record(point(c, "category"))];
  }

  @Builtin("bidirectional(self, chr, /)")
  String bidirectional(PyObject c) {
    return data.directions[data.record(point(c, "bidirectional"))];
  }

  @Builtin("east_asian_width(self, chr, /)")
  String width(PyObject c) {
    return data.widths[data.record(point(c, "east_asian_width"))];
  }

  @Builtin("combining(self, chr, /)")
  int combining(PyObject c) {
    return data.classes[data.record(point(c, "combining"))];
  }

  @Builtin("mirrored(self, chr, /)")
  int mirrored(PyObject c) {
    return data.mirrored[data.record(point(c, "mirrored"))] ? 1 : 0;
  }

  @Builtin("decomposition(self, chr, /)")
  String decomposition(PyObject c) {
    String d = data.decomposition(point(c, "decomposition"));
    return d == null ? "" : d;
  }

  private static PyObject absent(PyObject fallback, String message) {
    if (fallback == null) {
      throw Exc.valueError(message);
    }
    return fallback;
  }

  @Builtin("decimal(self, chr, default=<unrepresentable>, /)")
  PyObject decimal(PyObject c, PyObject fallback) {
    int v = data.decimals[data.record(point(c, "decimal"))];
    return v < 0 ? absent(fallback, "not a decimal") : PyInt.of(v);
  }

  @Builtin("digit(self, chr, default=<unrepresentable>, /)")
  PyObject digit(PyObject c, PyObject fallback) {
    int v = data.digits[data.record(point(c, "digit"))];
    return v < 0 ? absent(fallback, "not a digit") : PyInt.of(v);
  }

  @Builtin("numeric(self, chr, default=<unrepresentable>, /)")
  PyObject numeric(PyObject c, PyObject fallback) {
    double[] v = data.numeric(point(c, "numeric"));
    return v == null ? absent(fallback, "not a numeric character") : new PyFloat(v[0]);
  }

  @Builtin("name(self, chr, default=<unrepresentable>, /)")
  PyObject name(PyObject o, PyObject fallback) {
    int c = point(o, "name");
    return data.named[data.record(c)]
        ? PyStr.of(CharacterNames.name(c))
        : absent(fallback, "no such name");
  }

  @Builtin("lookup(self, name, /)")
  PyObject lookup(PyObject name) {
    if (!(name instanceof PyStr s)) {
      throw Exc.typeError("lookup() argument 1 must be str, not " + name.type.name);
    }
    int c = CharacterNames.lookup(s.value);
    if (c >= 0) {
      return PyStr.ofPoint(c);
    }
    throw Exc.keyError(PyStr.of("undefined character name '" + s.value + "'"));
  }

  private PyStr formed(PyObject form, PyObject text, String function) {
    if (!(form instanceof PyStr f)) {
      throw Exc.typeError(function + "() argument 1 must be str, not " + form.type.name);
    }
    if (!(text instanceof PyStr t)) {
      throw Exc.typeError(function + "() argument 2 must be str, not " + text.type.name);
    }
    switch (f.value) {
      case "NFC":
      case "NFD":
      case "NFKC":
      case "NFKD":
        return Normalization.normalize(data, f.value.substring(2), t);
      default:
        throw Exc.valueError("invalid normalization form");
    }
  }

  @Builtin("normalize(self, form, unistr, /)")
  PyObject normalize(PyObject form, PyObject text) {
    return formed(form, text, "normalize");
  }

  @Builtin("is_normalized(self, form, unistr, /)")
  boolean isNormalized(PyObject form, PyObject text) {
    return formed(form, text, "is_normalized").equals(text);
  }

  @Getter("unidata_version")
  String version() {
    return data.version;
  }
}
