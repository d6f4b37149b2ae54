package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;

/**
 * {@code str.format}.
 *
 * @cpython Objects/stringlib/unicode_format.h:build_string
 */
public final class StrFormat {
  private final PyObject[] args;
  private final PyDict keywords;
  private final PyObject mapping;
  private int automatic = -1;
  private boolean manual;

  private StrFormat(PyObject[] args, PyDict keywords, PyObject mapping) {
    this.args = args;
    this.keywords = keywords;
    this.mapping = mapping;
  }

  static PyObject format(PyStr s, PyObject[] args, PyDict keywords) {
    return new StrFormat(args, keywords, null).build(s, 2);
  }

  static PyObject formatMap(PyStr s, PyObject mapping) {
    return new StrFormat(null, null, mapping).build(s, 2);
  }

  private PyStr build(PyStr s, int depth) {
    if (depth <= 0) {
      throw Exc.valueError("Max string recursion exceeded");
    }
    PyList out = new PyList();
    int n = s.length();
    int i = 0;
    while (i < n) {
      int from = i;
      while (i < n && s.at(i) != '{' && s.at(i) != '}') {
        i++;
      }
      if (i > from) {
        out.append(s.sub(from, i));
      }
      if (i == n) {
        break;
      }
      int c = s.at(i++);
      if (i < n && s.at(i) == c) {
        out.append(PyStr.ofPoint(c));
        i++;
        continue;
      }
      if (c == '}') {
        throw Exc.valueError("Single '}' encountered in format string");
      }
      if (i == n) {
        throw Exc.valueError("Single '{' encountered in format string");
      }
      i = field(s, i, out, depth);
    }
    return StrText.join(PyStr.EMPTY, out.toArray());
  }

  private int field(PyStr s, int start, PyList out, int depth) {
    int n = s.length();
    int i = start;
    int bracket = 0;
    while (i < n) {
      int c = s.at(i);
      if (c == '{' && bracket == 0) {
        throw Exc.valueError("unexpected '{' in field name");
      }
      if (c == '[') {
        bracket = 1;
      } else if (c == ']') {
        bracket = 0;
      } else if (bracket == 0 && (c == '}' || c == ':' || c == '!')) {
        break;
      }
      i++;
    }
    if (i >= n) {
      throw Exc.valueError("expected '}' before end of string");
    }
    PyStr name = s.sub(start, i);
    char conversion = 0;
    if (s.at(i) == '!') {
      i++;
      if (i >= n) {
        throw Exc.valueError("end of string while looking for conversion specifier");
      }
      conversion = (char) s.at(i++);
      if (i >= n) {
        throw Exc.valueError("unmatched '{' in format spec");
      }
      if (s.at(i) != '}' && s.at(i) != ':') {
        throw Exc.valueError("expected ':' after conversion specifier");
      }
    }
    PyStr spec = PyStr.EMPTY;
    if (s.at(i) == ':') {
      i++;
      int from = i;
      int level = 1;
      boolean nested = false;
      while (i < n) {
        int c = s.at(i);
        if (c == '{') {
          nested = true;
          level++;
        } else if (c == '}' && --level == 0) {
          break;
        }
        i++;
      }
      if (i >= n) {
        throw Exc.valueError("unmatched '{' in format spec");
      }
      spec = s.sub(from, i);
      PyObject v = convert(lookup(name), conversion);
      out.append(Obj.format(v, nested ? build(spec, depth - 1) : spec));
      return i + 1;
    }
    out.append(Obj.format(convert(lookup(name), conversion), spec));
    return i + 1;
  }

  private static PyObject convert(PyObject v, char how) {
    switch (how) {
      case 0:
        return v;
      case 's':
        return Obj.strObject(v);
      case 'r':
        return Obj.reprObject(v);
      case 'a':
        return Obj.ascii(v);
      default:
        throw Exc.valueError(
            how > 32 && how < 127
                ? "Unknown conversion specifier " + how
                : "Unknown conversion specifier \\x" + Integer.toHexString(how));
    }
  }

  private PyObject lookup(PyStr name) {
    int n = name.length();
    int i = 0;
    while (i < n && name.at(i) != '.' && name.at(i) != '[') {
      i++;
    }
    PyObject v = first(name.sub(0, i));
    while (i < n) {
      int c = name.at(i++);
      if (c == '.') {
        int from = i;
        while (i < n && name.at(i) != '.' && name.at(i) != '[') {
          i++;
        }
        if (i == from) {
          throw Exc.valueError("Empty attribute in format string");
        }
        v = Obj.getAttr(v, name.sub(from, i));
      } else if (c == '[') {
        int from = i;
        while (i < n && name.at(i) != ']') {
          i++;
        }
        if (i == n) {
          throw Exc.valueError("Missing ']' in format string");
        }
        PyStr key = name.sub(from, i++);
        if (key.length() == 0) {
          throw Exc.valueError("Empty attribute in format string");
        }
        long index = number(key);
        v = Obj.getItem(v, index >= 0 ? PyInt.of(index) : key);
      } else {
        throw Exc.valueError("Only '.' or '[' may follow ']' in format field specifier");
      }
    }
    return v;
  }

  private static long number(PyStr s) {
    if (s.length() == 0) {
      return -1;
    }
    long v = 0;
    for (int i = 0; i < s.length(); i++) {
      int c = s.at(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      v = v * 10 + c - '0';
      if (v > Long.MAX_VALUE / 20) {
        throw Exc.valueError("Too many decimal digits in format string");
      }
    }
    return v;
  }

  private PyObject first(PyStr key) {
    long index = number(key);
    if (key.length() == 0) {
      if (manual) {
        throw Exc.valueError(
            "cannot switch from manual field specification to automatic field numbering");
      }
      index = ++automatic;
    } else if (index >= 0) {
      if (automatic >= 0) {
        throw Exc.valueError(
            "cannot switch from automatic field numbering to manual field specification");
      }
      manual = true;
    }
    if (index >= 0) {
      if (args == null) {
        throw Exc.valueError("Format string contains positional fields");
      }
      if (index >= args.length) {
        throw Exc.indexError(
            "Replacement index " + index + " out of range for positional args tuple");
      }
      return args[(int) index];
    }
    if (mapping != null) {
      return Obj.getItem(mapping, key);
    }
    PyObject v = keywords == null ? null : keywords.get(key);
    if (v == null) {
      throw Exc.keyError(key);
    }
    return v;
  }
}
