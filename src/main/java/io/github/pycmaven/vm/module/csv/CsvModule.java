package io.github.pycmaven.vm.module.csv;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _csv}. */
@BuiltinModule("_csv")
public final class CsvModule {
  private static final PyType ERROR = Exc.declare("_csv", "Error", Exc.Exception);
  private static final PyDict DIALECTS = new PyDict();
  static long fieldLimit = 128 * 1024;

  private CsvModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new CsvModuleTable());
    m.dict.put("Error", ERROR);
    m.dict.put("Dialect", PyDialect.TYPE);
    m.dict.put("Reader", PyReader.TYPE);
    m.dict.put("Writer", PyWriter.TYPE);
    m.dict.put("_dialects", DIALECTS);
    String[] styles = {"MINIMAL", "ALL", "NONNUMERIC", "NONE", "STRINGS", "NOTNULL"};
    for (int i = 0; i < styles.length; i++) {
      m.dict.put("QUOTE_" + styles[i], PyInt.of(i));
    }
    return m;
  }

  static PyRaise error(String message) {
    return Exc.raise((PyException) ERROR.call1(PyStr.of(message)));
  }

  static PyObject registered(PyObject name) {
    PyObject d = DIALECTS.get(name);
    if (d == null) {
      throw error("unknown dialect");
    }
    return d;
  }

  private static PyDialect dialect(PyObject given, PyDict options) {
    PyObject[] args = given == null ? Calls.NO_ARGS : new PyObject[] {given};
    return (PyDialect) Calls.callDict(PyDialect.TYPE, args, options);
  }

  @Builtin("reader(iterable, /, dialect='excel', **fmtparams)")
  static PyObject reader(PyObject lines, PyObject dialect, PyDict options) {
    return new PyReader(Obj.iter(lines), dialect(dialect, options));
  }

  @Builtin("writer(fileobj, /, dialect='excel', **fmtparams)")
  static PyObject writer(PyObject file, PyObject dialect, PyDict options) {
    PyDialect d = dialect(dialect, options);
    PyObject write = Obj.getAttrOrNull(file, PyStr.intern("write"));
    if (write == null || !Calls.isCallable(write)) {
      throw Exc.typeError("argument 1 must have a \"write\" method");
    }
    return new PyWriter(write, d);
  }

  @Builtin("register_dialect(name, /, dialect='excel', **fmtparams)")
  static void register(PyObject name, PyObject dialect, PyDict options) {
    if (!(name instanceof PyStr)) {
      throw Exc.typeError("dialect name must be a string");
    }
    DIALECTS.put(name, dialect(dialect, options));
  }

  @Builtin("unregister_dialect(name)")
  static void unregister(PyObject name) {
    if (DIALECTS.remove(name) == null) {
      throw error("unknown dialect");
    }
  }

  @Builtin("get_dialect(name)")
  static PyObject get(PyObject name) {
    return registered(name);
  }

  @Builtin("list_dialects()")
  static PyObject list() {
    PyList l = new PyList();
    l.extend(DIALECTS);
    return l;
  }

  @Builtin("field_size_limit(new_limit=<unrepresentable>)")
  static long limit(PyObject limit) {
    long before = fieldLimit;
    if (limit != null) {
      if (limit == PyNone.NONE || limit.type != PyInt.TYPE) {
        throw Exc.typeError("limit must be an integer");
      }
      fieldLimit = Arg.toLong(limit);
    }
    return before;
  }
}
