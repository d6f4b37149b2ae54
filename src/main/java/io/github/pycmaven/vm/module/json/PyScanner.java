package io.github.pycmaven.vm.module.json;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/**
 * {@code _json.Scanner}: reads one value of a text.
 *
 * @cpython Modules/_json.c:scan_once_unicode
 */
@BuiltinType("_json.Scanner")
final class PyScanner extends PyInstance {
  static final PyType TYPE = PyType.builtin("_json.Scanner", new PyScannerTable());

  private boolean strict;
  private PyObject objectHook;
  private PyObject pairsHook;
  private PyObject parseFloat;
  private PyObject parseInt;
  private PyObject parseConstant;

  private PyScanner(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, context)")
  static PyObject create(PyType cls, PyObject context) {
    PyScanner s = new PyScanner(cls);
    s.strict = Obj.isTrue(Obj.getAttr(context, "strict"));
    s.objectHook = Obj.getAttr(context, "object_hook");
    s.pairsHook = Obj.getAttr(context, "object_pairs_hook");
    s.parseFloat = Obj.getAttr(context, "parse_float");
    s.parseInt = Obj.getAttr(context, "parse_int");
    s.parseConstant = Obj.getAttr(context, "parse_constant");
    return s;
  }

  @Getter("strict")
  boolean strict() {
    return strict;
  }

  @Getter("object_hook")
  PyObject objectHook() {
    return objectHook;
  }

  @Getter("object_pairs_hook")
  PyObject pairsHook() {
    return pairsHook;
  }

  @Getter("parse_float")
  PyObject parseFloat() {
    return parseFloat;
  }

  @Getter("parse_int")
  PyObject parseInt() {
    return parseInt;
  }

  @Getter("parse_constant")
  PyObject parseConstant() {
    return parseConstant;
  }

  @Builtin("__call__(self, /, string, idx)")
  PyObject call(PyObject string, PyObject idx) {
    int at = Arg.toInt(idx);
    if (!(string instanceof PyStr s)) {
      throw Exc.typeError("first argument must be a string, not " + string.type.name);
    }
    if (at < 0) {
      throw Exc.valueError("idx cannot be negative");
    }
    Run r = new Run(s);
    PyObject v = r.value(at);
    return PyTuple.of(v, PyInt.of(r.at));
  }

  /** One pass over a text. */
  private final class Run {
    private final PyStr text;
    private final int n;
    private final PyDict keys = new PyDict();
    private final JsonText.End end = new JsonText.End();
    int at;

    Run(PyStr text) {
      this.text = text;
      this.n = text.length();
    }

    private int peek() {
      return at < n ? text.at(at) : -1;
    }

    private void blanks() {
      while (at < n) {
        int c = text.at(at);
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
          return;
        }
        at++;
      }
    }

    private PyRaise stop(int where) {
      return Exc.stopIteration(PyInt.of(where));
    }

    PyObject value(int start) {
      at = start;
      if (start >= n) {
        throw stop(start);
      }
      switch (text.at(start)) {
        case '"':
          PyStr s = JsonText.read(text, start + 1, strict, end);
          at = end.at;
          return s;
        case '{':
          return nested(true);
        case '[':
          return nested(false);
        case 'n':
          return word("null") ? PyNone.NONE : number(start);
        case 't':
          return word("true") ? PyBool.TRUE : number(start);
        case 'f':
          return word("false") ? PyBool.FALSE : number(start);
        case 'N':
          return word("NaN") ? constant("NaN") : number(start);
        case 'I':
          return word("Infinity") ? constant("Infinity") : number(start);
        case '-':
          return word("-Infinity") ? constant("-Infinity") : number(start);
        default:
          return number(start);
      }
    }

    private PyObject constant(String name) {
      return parseConstant.call1(PyStr.of(name));
    }

    private boolean word(String w) {
      if (at + w.length() > n) {
        return false;
      }
      for (int i = 0; i < w.length(); i++) {
        if (text.at(at + i) != w.charAt(i)) {
          return false;
        }
      }
      at += w.length();
      return true;
    }

    private PyObject nested(boolean object) {
      ThreadState ts = ThreadState.current();
      ts.enterNative(
          object
              ? " while decoding a JSON object from a unicode string"
              : " while decoding a JSON array from a unicode string");
      try {
        at++;
        return object ? object() : array();
      } finally {
        ts.leaveNative();
      }
    }

    private PyObject object() {
      boolean pairs = pairsHook != PyNone.NONE;
      PyList list = pairs ? new PyList() : null;
      PyDict dict = pairs ? null : new PyDict();
      blanks();
      if (peek() != '}') {
        while (true) {
          if (peek() != '"') {
            throw JsonText.error("Expecting property name enclosed in double quotes", text, at);
          }
          PyObject key = JsonText.read(text, at + 1, strict, end);
          at = end.at;
          PyObject known = keys.get(key);
          if (known != null) {
            key = known;
          } else {
            keys.put(key, key);
          }
          blanks();
          if (peek() != ':') {
            throw JsonText.error("Expecting ':' delimiter", text, at);
          }
          at++;
          blanks();
          PyObject v = value(at);
          if (pairs) {
            list.append(PyTuple.of(key, v));
          } else {
            dict.put(key, v);
          }
          if (!goesOn('}', "object")) {
            break;
          }
        }
      }
      at++;
      if (pairs) {
        return pairsHook.call1(list);
      }
      return objectHook != PyNone.NONE ? objectHook.call1(dict) : dict;
    }

    /** Whether a comma and another element follow; false at the closing bracket. */
    private boolean goesOn(char close, String what) {
      blanks();
      if (peek() == close) {
        return false;
      }
      if (peek() != ',') {
        throw JsonText.error("Expecting ',' delimiter", text, at);
      }
      int comma = at++;
      blanks();
      if (peek() == close) {
        throw JsonText.error("Illegal trailing comma before end of " + what, text, comma);
      }
      return true;
    }

    private PyObject array() {
      PyList list = new PyList();
      blanks();
      if (peek() != ']') {
        do {
          list.append(value(at));
        } while (goesOn(']', "array"));
      }
      at++;
      return list;
    }

    private boolean digit(int i) {
      return i < n && text.at(i) >= '0' && text.at(i) <= '9';
    }

    private PyObject number(int start) {
      int i = start;
      if (text.at(i) == '-') {
        i++;
      }
      if (!digit(i)) {
        throw stop(start);
      }
      if (text.at(i) == '0') {
        i++;
      } else {
        while (digit(i)) {
          i++;
        }
      }
      boolean real = false;
      if (i < n && text.at(i) == '.' && digit(i + 1)) {
        real = true;
        i += 2;
        while (digit(i)) {
          i++;
        }
      }
      if (i < n && (text.at(i) | 0x20) == 'e') {
        int e = i + 1;
        if (e < n && (text.at(e) == '-' || text.at(e) == '+')) {
          e++;
        }
        if (digit(e)) {
          real = true;
          i = e;
          while (digit(i)) {
            i++;
          }
        }
      }
      at = i;
      if (!real && parseInt == PyInt.TYPE && i - start < 18 && text.points == null) {
        return PyInt.of(Long.parseLong(text.value, start, i, 10));
      }
      PyStr digits = text.sub(start, i);
      PyObject f = real ? parseFloat : parseInt;
      return f.call1(digits);
    }
  }
}
