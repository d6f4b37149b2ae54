package io.github.pycmaven.vm.module.csv;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/**
 * {@code _csv.Dialect}: the checked options of a reader or writer.
 *
 * @cpython Modules/_csv.c:dialect_new
 */
@BuiltinType("_csv.Dialect")
final class PyDialect extends PyInstance {
  static final PyType TYPE = PyType.builtin("_csv.Dialect", new PyDialectTable());
  static final int NOT_SET = -1;
  static final int MINIMAL = 0;
  static final int ALL = 1;
  static final int NON_NUMERIC = 2;
  static final int NONE = 3;
  static final int STRINGS = 4;
  static final int NOT_NULL = 5;

  int delimiter;
  boolean doubleQuote;
  int escape;
  PyStr terminator;
  int quote;
  int quoting;
  boolean skipSpace;
  boolean strict;

  private PyDialect(PyType type) {
    super(type);
  }

  @Builtin(
      "__new__(cls, /, dialect=<none>, delimiter=<none>, doublequote=<none>, escapechar=<none>,"
          + " lineterminator=<none>, quotechar=<none>, quoting=<none>, skipinitialspace=<none>,"
          + " strict=<none>)")
  static PyObject create(
      PyType cls,
      PyObject dialect,
      PyObject delimiter,
      PyObject doubleQuote,
      PyObject escape,
      PyObject terminator,
      PyObject quote,
      PyObject quoting,
      PyObject skipSpace,
      PyObject strict) {
    PyObject base = dialect instanceof PyStr s ? CsvModule.registered(s) : dialect;
    if (base instanceof PyDialect
        && delimiter == null
        && doubleQuote == null
        && escape == null
        && terminator == null
        && quote == null
        && quoting == null
        && skipSpace == null
        && strict == null) {
      return base;
    }
    PyObject quoteGiven = option(base, quote, "quotechar");
    PyObject quotingGiven = option(base, quoting, "quoting");
    PyDialect d = new PyDialect(cls);
    d.delimiter = character("delimiter", option(base, delimiter, "delimiter"), ',', false);
    d.doubleQuote = flag(option(base, doubleQuote, "doublequote"), true);
    d.escape = character("escapechar", option(base, escape, "escapechar"), NOT_SET, true);
    d.terminator = text(option(base, terminator, "lineterminator"));
    d.quote = character("quotechar", quoteGiven, '"', true);
    d.quoting = number(quotingGiven);
    d.skipSpace = flag(option(base, skipSpace, "skipinitialspace"), false);
    d.strict = flag(option(base, strict, "strict"), false);
    if (d.quoting < MINIMAL || d.quoting > NOT_NULL) {
      throw Exc.typeError("bad \"quoting\" value");
    }
    if (quoteGiven == PyNone.NONE && quotingGiven == null) {
      d.quoting = NONE;
    }
    if (d.quoting != NONE && d.quote == NOT_SET) {
      throw Exc.typeError("quotechar must be set if quoting enabled");
    }
    if (d.terminator == null) {
      throw Exc.typeError("lineterminator must be set");
    }
    d.check("delimiter", d.delimiter, true);
    d.check("escapechar", d.escape, !d.skipSpace);
    d.check("quotechar", d.quote, !d.skipSpace);
    differ("delimiter", "escapechar", d.delimiter, d.escape);
    differ("delimiter", "quotechar", d.delimiter, d.quote);
    differ("escapechar", "quotechar", d.escape, d.quote);
    return d;
  }

  private static PyObject option(PyObject base, PyObject given, String name) {
    if (given != null || base == null) {
      return given;
    }
    return Obj.getAttrOrNull(base, PyStr.intern(name));
  }

  private static boolean flag(PyObject o, boolean fallback) {
    return o == null ? fallback : Obj.isTrue(o);
  }

  private static int number(PyObject o) {
    if (o == null) {
      return MINIMAL;
    }
    if (o.type != PyInt.TYPE) {
      throw Exc.typeError("\"quoting\" must be an integer, not " + o.type.name);
    }
    return Arg.toInt(o);
  }

  private static int character(String name, PyObject o, int fallback, boolean orNone) {
    if (o == null) {
      return fallback;
    }
    if (orNone && o == PyNone.NONE) {
      return NOT_SET;
    }
    if (!(o instanceof PyStr s)) {
      throw Exc.typeError(
          "\""
              + name
              + "\" must be a unicode character"
              + (orNone ? " or None" : "")
              + ", not "
              + o.type.name);
    }
    if (s.length() != 1) {
      throw Exc.typeError(
          "\""
              + name
              + "\" must be a unicode character"
              + (orNone ? " or None" : "")
              + ", not a string of length "
              + s.length());
    }
    return s.at(0);
  }

  private static PyStr text(PyObject o) {
    if (o == null) {
      return PyStr.of("\r\n");
    }
    if (o == PyNone.NONE) {
      return null;
    }
    if (!(o instanceof PyStr s)) {
      throw Exc.typeError("\"lineterminator\" must be a string, not " + o.type.name);
    }
    return s;
  }

  /** Whether a character is part of the line terminator. */
  boolean endsLine(int c) {
    for (int i = 0; i < terminator.length(); i++) {
      if (terminator.at(i) == c) {
        return true;
      }
    }
    return false;
  }

  private void check(String name, int c, boolean space) {
    if (c == '\r' || c == '\n' || c == ' ' && !space) {
      throw Exc.valueError("bad " + name + " value");
    }
    if (c != NOT_SET && endsLine(c)) {
      throw Exc.valueError("bad " + name + " or lineterminator value");
    }
  }

  private static void differ(String a, String b, int x, int y) {
    if (x == y && x != NOT_SET) {
      throw Exc.valueError("bad " + a + " or " + b + " value");
    }
  }

  private static PyObject shown(int c) {
    return c == NOT_SET ? PyNone.NONE : PyStr.ofPoint(c);
  }

  @Getter("delimiter")
  PyObject delimiter() {
    return shown(delimiter);
  }

  @Getter(value = "doublequote", member = true)
  boolean doubleQuote() {
    return doubleQuote;
  }

  @Getter("escapechar")
  PyObject escape() {
    return shown(escape);
  }

  @Getter("lineterminator")
  PyObject terminator() {
    return terminator;
  }

  @Getter("quotechar")
  PyObject quote() {
    return shown(quote);
  }

  @Getter("quoting")
  int quoting() {
    return quoting;
  }

  @Getter(value = "skipinitialspace", member = true)
  boolean skipSpace() {
    return skipSpace;
  }

  @Getter(value = "strict", member = true)
  boolean strict() {
    return strict;
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    throw Exc.typeError("cannot pickle '" + type.name + "' instances");
  }

  @Builtin("__reduce_ex__(self, protocol, /)")
  PyObject reduceEx(PyObject protocol) {
    return reduce();
  }
}
