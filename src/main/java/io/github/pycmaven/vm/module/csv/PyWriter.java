package io.github.pycmaven.vm.module.csv;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyComplex;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/**
 * {@code _csv.writer}.
 *
 * @cpython Modules/_csv.c:csv_writerow
 */
@BuiltinType("_csv.writer")
final class PyWriter extends PyObject {
  static final PyType TYPE = PyType.builtin("_csv.writer", new PyWriterTable()).uninstantiable();
  private final PyObject write;
  private final PyDialect dialect;
  private StringBuilder record;
  private int count;

  PyWriter(PyObject write, PyDialect dialect) {
    super(TYPE);
    this.write = write;
    this.dialect = dialect;
  }

  @Getter(value = "dialect", member = true)
  PyObject dialect() {
    return dialect;
  }

  private static boolean isNumber(PyObject o) {
    return o.type.slot(Slot.INDEX) != null
        || o.type.slot(Slot.FLOAT) != null
        || o.type.lookup(PyStr.intern("__int__")) != null
        || o instanceof PyComplex;
  }

  private boolean quotes(PyObject field) {
    switch (dialect.quoting) {
      case PyDialect.NON_NUMERIC:
        return !isNumber(field);
      case PyDialect.ALL:
        return true;
      case PyDialect.STRINGS:
        return field instanceof PyStr;
      case PyDialect.NOT_NULL:
        return field != PyNone.NONE;
      default:
        return false;
    }
  }

  private boolean mayNotQuote(boolean isNull) {
    int q = dialect.quoting;
    return q == PyDialect.NONE || isNull && (q == PyDialect.STRINGS || q == PyDialect.NOT_NULL);
  }

  @Builtin("writerow(self, row, /)")
  PyObject writeRow(PyObject row) {
    PyObject it;
    try {
      it = Obj.iter(row);
    } catch (PyRaise e) {
      if (e.matches(Exc.TypeError)) {
        throw CsvModule.error("iterable expected, not " + row.type.name);
      }
      throw e;
    }
    record = new StringBuilder();
    count = 0;
    boolean lastNull = false;
    for (PyObject f = it.next(); f != null; f = it.next()) {
      StringBuilder own = record;
      int ownCount = count;
      boolean quoted = quotes(f);
      lastNull = f == PyNone.NONE;
      PyStr text = lastNull ? null : f instanceof PyStr s ? s : Obj.strObject(f);
      record = own;
      count = ownCount;
      append(text, quoted);
    }
    if (count > 0 && record.length() == 0) {
      if (mayNotQuote(lastNull)) {
        throw CsvModule.error("single empty field record must be quoted");
      }
      count--;
      append(null, true);
    }
    record.append(dialect.terminator.value);
    return write.call1(PyStr.of(record.toString()));
  }

  private void append(PyStr text, boolean quoteGiven) {
    PyDialect d = dialect;
    boolean quoted = quoteGiven;
    int n = text == null ? 0 : text.length();
    if (n == 0 && d.delimiter == ' ' && d.skipSpace) {
      if (mayNotQuote(text == null)) {
        throw CsvModule.error(
            "empty field must be quoted if delimiter is a space and skipinitialspace is true");
      }
      quoted = true;
    }
    if (count > 0) {
      record.appendCodePoint(d.delimiter);
    }
    int start = record.length();
    for (int i = 0; i < n; i++) {
      int c = text.at(i);
      if (c == d.delimiter
          || c == d.escape
          || c == d.quote
          || c == '\n'
          || c == '\r'
          || d.endsLine(c)) {
        boolean escape = d.quoting == PyDialect.NONE;
        if (!escape) {
          if (c == d.quote && d.doubleQuote) {
            record.appendCodePoint(d.quote);
            quoted = true;
          } else if (c == d.quote || c == d.escape) {
            escape = true;
          } else {
            quoted = true;
          }
        }
        if (escape) {
          if (d.escape == PyDialect.NOT_SET) {
            throw CsvModule.error("need to escape, but no escapechar set");
          }
          record.appendCodePoint(d.escape);
        }
      }
      record.appendCodePoint(c);
    }
    if (quoted) {
      record.insert(start, new String(Character.toChars(d.quote)));
      record.appendCodePoint(d.quote);
    }
    count++;
  }

  @Builtin("writerows(self, rows, /)")
  void writeRows(PyObject rows) {
    PyObject it = Obj.iter(rows);
    for (PyObject r = it.next(); r != null; r = it.next()) {
      writeRow(r);
    }
  }
}
