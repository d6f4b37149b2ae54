package io.github.pycmaven.vm.module.csv;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.util.Arrays;

/**
 * {@code _csv.reader}: a machine over characters.
 *
 * @cpython Modules/_csv.c:parse_process_char
 */
@BuiltinType("_csv.reader")
final class PyReader extends PyObject {
  static final PyType TYPE = PyType.builtin("_csv.reader", new PyReaderTable()).uninstantiable();
  private static final int END = -2;

  private enum State {
    START_RECORD,
    START_FIELD,
    ESCAPED,
    AFTER_ESCAPED_END,
    FIELD,
    QUOTED,
    ESCAPED_IN_QUOTED,
    QUOTE_IN_QUOTED,
    EAT_END
  }

  private final PyObject lines;
  private final PyDialect dialect;
  private PyList fields;
  private int[] field = new int[64];
  private int length;
  private State state = State.START_RECORD;
  private boolean unquoted;
  private long lineNumber;

  PyReader(PyObject lines, PyDialect dialect) {
    super(TYPE);
    this.lines = lines;
    this.dialect = dialect;
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Builtin("__next__(self, /)")
  PyObject nextItem() {
    return Obj.orStop(next());
  }

  @Getter(value = "dialect", member = true)
  PyObject dialect() {
    return dialect;
  }

  @Getter(value = "line_num", member = true)
  long lineNumber() {
    return lineNumber;
  }

  @Override
  public PyObject next() {
    fields = new PyList();
    length = 0;
    state = State.START_RECORD;
    unquoted = false;
    do {
      PyObject line = lines.next();
      if (line == null) {
        if (length == 0 && state != State.QUOTED) {
          return null;
        }
        if (dialect.strict) {
          throw CsvModule.error("unexpected end of data");
        }
        save();
        break;
      }
      if (!(line instanceof PyStr s)) {
        throw CsvModule.error(
            "iterator should return strings, not "
                + line.type.name
                + " (the file should be opened in text mode)");
      }
      lineNumber++;
      int n = s.length();
      for (int i = 0; i < n; i++) {
        process(s.at(i));
      }
      process(END);
    } while (state != State.START_RECORD);
    PyList done = fields;
    fields = null;
    return done;
  }

  private void add(int c) {
    if (length >= CsvModule.fieldLimit) {
      throw CsvModule.error("field larger than field limit (" + CsvModule.fieldLimit + ")");
    }
    if (length == field.length) {
      field = Arrays.copyOf(field, length * 2);
    }
    field[length++] = c;
  }

  private void save() {
    int quoting = dialect.quoting;
    if (unquoted
        && length == 0
        && (quoting == PyDialect.NOT_NULL || quoting == PyDialect.STRINGS)) {
      fields.append(PyNone.NONE);
      return;
    }
    PyObject f = PyStr.ofPoints(field, 0, length);
    if (unquoted
        && length != 0
        && (quoting == PyDialect.NON_NUMERIC || quoting == PyDialect.STRINGS)) {
      f = PyFloat.TYPE.call1(f);
    }
    length = 0;
    fields.append(f);
  }

  private static boolean isEnd(int c) {
    return c == '\n' || c == '\r' || c == END;
  }

  private void endRecord(int c) {
    save();
    state = c == END ? State.START_RECORD : State.EAT_END;
  }

  private void process(int c) {
    PyDialect d = dialect;
    switch (state) {
      case START_RECORD:
        if (c == END) {
          return;
        }
        if (isEnd(c)) {
          state = State.EAT_END;
          return;
        }
        state = State.START_FIELD;
        startField(c);
        return;
      case START_FIELD:
        startField(c);
        return;
      case ESCAPED:
        add(c == END ? '\n' : c);
        state = c == '\n' || c == '\r' ? State.AFTER_ESCAPED_END : State.FIELD;
        return;
      case AFTER_ESCAPED_END:
        if (c != END) {
          inField(c);
        }
        return;
      case FIELD:
        inField(c);
        return;
      case QUOTED:
        if (c == END) {
          return;
        }
        if (c == d.escape) {
          state = State.ESCAPED_IN_QUOTED;
        } else if (c == d.quote && d.quoting != PyDialect.NONE) {
          state = d.doubleQuote ? State.QUOTE_IN_QUOTED : State.FIELD;
        } else {
          add(c);
        }
        return;
      case ESCAPED_IN_QUOTED:
        add(c == END ? '\n' : c);
        state = State.QUOTED;
        return;
      case QUOTE_IN_QUOTED:
        afterQuote(c);
        return;
      default:
        if (c == END) {
          state = State.START_RECORD;
        } else if (!isEnd(c)) {
          throw CsvModule.error(
              "new-line character seen in unquoted field - do you need to open the file with"
                  + " newline=''?");
        }
    }
  }

  private void startField(int c) {
    PyDialect d = dialect;
    unquoted = true;
    if (isEnd(c)) {
      endRecord(c);
    } else if (c == d.quote && d.quoting != PyDialect.NONE) {
      unquoted = false;
      state = State.QUOTED;
    } else if (c == d.escape) {
      state = State.ESCAPED;
    } else if (c == d.delimiter && !(c == ' ' && d.skipSpace)) {
      save();
    } else if (c != ' ' || !d.skipSpace) {
      add(c);
      state = State.FIELD;
    }
  }

  private void inField(int c) {
    if (isEnd(c)) {
      endRecord(c);
    } else if (c == dialect.escape) {
      state = State.ESCAPED;
    } else if (c == dialect.delimiter) {
      save();
      state = State.START_FIELD;
    } else {
      state = State.FIELD;
      add(c);
    }
  }

  private void afterQuote(int c) {
    PyDialect d = dialect;
    if (d.quoting != PyDialect.NONE && c == d.quote) {
      add(c);
      state = State.QUOTED;
    } else if (c == d.delimiter) {
      save();
      state = State.START_FIELD;
    } else if (isEnd(c)) {
      endRecord(c);
    } else if (!d.strict) {
      add(c);
      state = State.FIELD;
    } else {
      throw CsvModule.error(
          "'"
              + new String(Character.toChars(d.delimiter))
              + "' expected after '"
              + new String(Character.toChars(d.quote))
              + "'");
    }
  }
}
