package io.github.pycmaven.vm;

import io.github.pycmaven.embed.Engine;
import io.github.pycmaven.embed.PythonException;
import io.github.pycmaven.embed.PythonObject;
import io.github.pycmaven.vm.compile.CaretAnchors;
import io.github.pycmaven.vm.compile.SourceCompilation;
import io.github.pycmaven.vm.core.call.InterpreterLock;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PyTraceback;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.module.builtins.Execution;
import io.github.pycmaven.vm.module.io.PyStandardStream;
import io.github.pycmaven.vm.module.java.JavaCalls;
import io.github.pycmaven.vm.module.java.JavaValues;
import io.github.pycmaven.vm.module.java.PyJavaClass;
import io.github.pycmaven.vm.module.java.PyJavaObject;
import io.github.pycmaven.vm.module.sys.ErrorDisplay;
import io.github.pycmaven.vm.module.sys.TracebackText;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The interpreter inside a Java application, on this side of {@link Engine}. */
public final class Embedded implements Engine {
  private final PythonVm vm;
  private final SourceCompilation compiler;
  private final PyModule main;

  /**
   * Starts the interpreter.
   *
   * @param setup {@code path} and {@code arguments}: lists of texts; {@code in}, {@code out} and
   *     {@code err}: streams; {@code classes}: the class loader of Java classes
   */
  @SuppressWarnings("unchecked")
  public Embedded(Map<String, Object> setup) {
    compiler = new SourceCompilation(0);
    Execution.setCompiler(compiler);
    TracebackText.setAnchors(new CaretAnchors());
    List<String> arguments = (List<String>) setup.get("arguments");
    vm =
        new PythonVm(
            new VmOptions(
                Library.place(),
                (List<String>) setup.get("path"),
                arguments,
                arguments,
                new VmOptions.Flags(),
                "default",
                null,
                List.of(),
                Map.of(),
                false));
    vm.setJavaClasses((ClassLoader) setup.get("classes"));
    vm.start();
    JavaCalls.adopt(ThreadState.current());
    try {
      streams(
          (InputStream) setup.get("in"),
          (OutputStream) setup.get("out"),
          (OutputStream) setup.get("err"));
      vm.importSite();
      main = vm.mainModule();
    } finally {
      InterpreterLock.release();
    }
  }

  private void streams(InputStream in, OutputStream out, OutputStream err) {
    PyDict sys = vm.sys().dict;
    PyObject stdin = new PyStandardStream(null, in, "<stdin>", 0, "strict");
    PyObject stdout = new PyStandardStream(out, null, "<stdout>", 1, "strict");
    PyObject stderr = new PyStandardStream(err, null, "<stderr>", 2, "backslashreplace");
    for (String prefix : new String[] {"", "__"}) {
      sys.put(prefix + "stdin" + prefix, stdin);
      sys.put(prefix + "stdout" + prefix, stdout);
      sys.put(prefix + "stderr" + prefix, stderr);
    }
  }

  /** Runs Python code; its exceptions become Java's. */
  private <T> T python(JavaCalls.PythonCode<T> code) {
    return JavaCalls.python(
        () -> {
          try {
            return code.run();
          } catch (PyRaise e) {
            throw failure(e.value);
          }
        });
  }

  private static PythonException failure(PyException e) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PyStandardStream to = new PyStandardStream(text, null, "<text>", 2, "backslashreplace");
    ErrorDisplay.printTo(to, e, PyNone.orNone(e.traceback));
    PyObject java = Obj.getAttrOrNull(e, PyStr.intern("java_exception"));
    Throwable cause = java instanceof PyJavaObject o && o.value instanceof Throwable t ? t : null;
    return new PythonException(
        e.type.name, Obj.str(e), text.toString(StandardCharsets.UTF_8), line(e), cause);
  }

  private static int line(PyException e) {
    PyObject own = Obj.getAttrOrNull(e, PyStr.intern("lineno"));
    if (own instanceof PyInt line) {
      return (int) line.value;
    }
    PyObject last = e.traceback;
    int line = -1;
    while (last instanceof PyTraceback t) {
      PyObject number = Obj.getAttrOrNull(t, PyStr.intern("tb_lineno"));
      line = number instanceof PyInt n ? (int) n.value : line;
      last = Obj.getAttrOrNull(t, PyStr.intern("tb_next"));
    }
    return line;
  }

  /** A Python value as applications see it. */
  private Object out(PyObject value) {
    boolean isScalar =
        value == PyNone.NONE
            || value instanceof PyInt
            || value instanceof PyFloat
            || value instanceof PyStr
            || value instanceof PyBytes
            || value instanceof PyJavaObject
            || value instanceof PyJavaClass;
    return isScalar ? JavaValues.toJava(value) : new Handle(value);
  }

  private static PyObject in(Object value) {
    return value instanceof Handle handle ? handle.value : JavaValues.toPython(value);
  }

  private static PyObject[] in(Object[] values) {
    PyObject[] all = new PyObject[values == null ? 0 : values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = in(values[i]);
    }
    return all;
  }

  @Override
  public void exec(String code, String file) {
    run(compile(code, file, false));
  }

  @Override
  public Object eval(String expression, String file) {
    return run(compile(expression, file, true));
  }

  @Override
  public Object compile(String code, String file, boolean isExpression) {
    return python(
        () -> {
          TracebackText.register(file, code);
          return compiler.compile(
              PyStr.of(code), PyStr.of(file), isExpression ? "eval" : "exec", 0, false, -1);
        });
  }

  @Override
  public Object run(Object code) {
    return python(() -> out(Execution.run((PyCode) code, main.dict, main.dict, null)));
  }

  @Override
  public int main(List<String> words) {
    CommandLine line;
    try {
      line = CommandLine.parse(words.toArray(new String[0]), Map.of());
    } catch (CommandLine.WrongUse e) {
      throw new IllegalArgumentException(e.getMessage());
    }
    return JavaCalls.python(() -> new Program(vm, line, compiler).runInside());
  }

  @Override
  public PythonObject importModule(String name) {
    return python(
        () -> {
          vm.importModule(name);
          return new Handle(vm.modules().get(PyStr.intern(name)));
        });
  }

  @Override
  public Object get(String name) {
    return python(
        () -> {
          PyObject value = main.dict.get(name);
          return value == null ? null : out(value);
        });
  }

  @Override
  public List<String> names() {
    return python(
        () -> {
          List<String> names = new ArrayList<>();
          for (PyObject name : Obj.toArray(main.dict)) {
            names.add(Obj.str(name));
          }
          return names;
        });
  }

  @Override
  public void set(String name, Object value) {
    python(
        () -> {
          main.dict.put(name, in(value));
          return null;
        });
  }

  @Override
  public int compiledSources() {
    return compiler.counts().imported();
  }

  @Override
  public void close() {
    JavaCalls.python(
        () -> {
          Program.end(vm);
          return null;
        });
  }

  /** A Python object in an application's hands. */
  private final class Handle implements PythonObject {
    private final PyObject value;

    Handle(PyObject value) {
      this.value = value;
    }

    @Override
    public Object get(String attribute) {
      return python(() -> out(Obj.getAttr(value, PyStr.intern(attribute))));
    }

    @Override
    public boolean has(String attribute) {
      return python(() -> Obj.getAttrOrNull(value, PyStr.intern(attribute)) != null);
    }

    @Override
    public void set(String attribute, Object to) {
      python(
          () -> {
            Obj.setAttr(value, PyStr.intern(attribute), in(to));
            return null;
          });
    }

    @Override
    public Object call(Object... arguments) {
      return python(() -> out(value.callN(in(arguments))));
    }

    @Override
    public Object invoke(String method, Object... arguments) {
      return python(() -> out(Obj.getAttr(value, PyStr.intern(method)).callN(in(arguments))));
    }

    @Override
    public Object item(Object key) {
      return python(() -> out(Obj.getItem(value, in(key))));
    }

    @Override
    public Object toJava() {
      return python(
          () -> {
            Object copy = JavaValues.toJava(value);
            return copy == value ? this : copy;
          });
    }

    @Override
    public <T> T as(Class<T> type) {
      return type.cast(JavaValues.proxy(value, type));
    }

    @Override
    public boolean isTrue() {
      return python(() -> Obj.isTrue(value));
    }

    @Override
    public String typeName() {
      return value.type.name;
    }

    @Override
    public String toString() {
      return python(() -> Obj.str(value));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Handle handle && handle.value == value;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(value);
    }
  }
}
