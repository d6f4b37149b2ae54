package io.github.pycmaven.vm.module.string;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _string}: takes format strings and field names apart. */
@BuiltinModule("_string")
public final class StringModule {
  private StringModule() {}

  /** Makes the module. */
  public static PyModule create() {
    return PyModule.of(new StringModuleTable());
  }

  @Builtin("formatter_parser(string, /)")
  static PyObject parse(PyStr text) {
    String s = text.value;
    PyList out = new PyList();
    int i = 0;
    while (i < s.length()) {
      StringBuilder literal = new StringBuilder();
      boolean field = false;
      while (i < s.length() && !field) {
        char c = s.charAt(i++);
        if (c != '{' && c != '}') {
          literal.append(c);
        } else if (i < s.length() && s.charAt(i) == c) {
          literal.append(c);
          i++;
          break;
        } else if (c == '}') {
          throw Exc.valueError("Single '}' encountered in format string");
        } else if (i == s.length()) {
          throw Exc.valueError("Single '{' encountered in format string");
        } else {
          field = true;
        }
      }
      PyStr before = PyStr.of(literal.toString());
      if (!field) {
        out.append(PyTuple.of(new PyObject[] {before, PyNone.NONE, PyNone.NONE, PyNone.NONE}));
        continue;
      }
      int end = fieldEnd(s, i);
      out.append(field(before, s.substring(i, end)));
      i = end + 1;
    }
    return Obj.iter(out);
  }

  private static int fieldEnd(String s, int from) {
    int depth = 1;
    for (int i = from; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    throw Exc.valueError("expected '}' before end of string");
  }

  private static PyObject field(PyStr before, String f) {
    int i = 0;
    boolean index = false;
    while (i < f.length() && (index || f.charAt(i) != ':' && f.charAt(i) != '!')) {
      char c = f.charAt(i++);
      index = c == '[' || index && c != ']';
    }
    PyObject conversion = PyNone.NONE;
    int at = i;
    if (at < f.length() && f.charAt(at) == '!') {
      if (at + 1 >= f.length()) {
        throw Exc.valueError("end of string while looking for conversion specifier");
      }
      conversion = PyStr.of(f.substring(at + 1, at + 2));
      at += 2;
      if (at < f.length() && f.charAt(at) != ':') {
        throw Exc.valueError("expected ':' after conversion specifier");
      }
    }
    String spec = at < f.length() ? f.substring(at + 1) : "";
    return PyTuple.of(
        new PyObject[] {before, PyStr.of(f.substring(0, i)), PyStr.of(spec), conversion});
  }

  private static PyObject key(String s) {
    boolean digits = !s.isEmpty() && s.length() < 19;
    for (int i = 0; digits && i < s.length(); i++) {
      digits = s.charAt(i) >= '0' && s.charAt(i) <= '9';
    }
    return digits ? PyInt.of(Long.parseLong(s)) : PyStr.of(s);
  }

  @Builtin("formatter_field_name_split(string, /)")
  static PyObject split(PyStr text) {
    String s = text.value;
    int i = 0;
    while (i < s.length() && s.charAt(i) != '.' && s.charAt(i) != '[') {
      i++;
    }
    PyObject first = key(s.substring(0, i));
    PyList rest = new PyList();
    while (i < s.length()) {
      boolean attribute = s.charAt(i) == '.';
      int from = ++i;
      if (attribute) {
        while (i < s.length() && s.charAt(i) != '.' && s.charAt(i) != '[') {
          i++;
        }
      } else {
        i = s.indexOf(']', i);
        if (i < 0) {
          throw Exc.valueError("Missing ']' in format string");
        }
      }
      if (i == from) {
        throw Exc.valueError("Empty attribute in format string");
      }
      String name = s.substring(from, i);
      rest.append(PyTuple.of(PyBool.of(attribute), attribute ? PyStr.of(name) : key(name)));
      if (!attribute) {
        i++;
        if (i < s.length() && s.charAt(i) != '.' && s.charAt(i) != '[') {
          throw Exc.valueError("Only '.' or '[' may follow ']' in format field specifier");
        }
      }
    }
    return PyTuple.of(first, Obj.iter(rest));
  }
}
