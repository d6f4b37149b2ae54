package io.github.pycmaven.embed;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Python interpreter inside a Java application.
 *
 * <p>Any thread may use it; one at a time runs Python code. Python's ints, floats, texts, truth
 * values, bytes and None come out as Integer (Long, BigInteger as needed), Double, String, Boolean,
 * byte[] and null, Java objects as themselves, all others as {@link PythonObject}. The same go in,
 * and any other Java object: Python uses its public methods, fields and properties. Python code
 * imports Java packages as modules: {@code from java.util import ArrayList}.
 *
 * <p>Calls throw {@link PythonException} if Python code ends with an exception.
 */
public final class PythonVm implements AutoCloseable {
  private static final String ENGINE = "io.github.pycmaven.vm.Embedded";

  private final Engine engine;
  private boolean closed;

  private PythonVm(Engine engine) {
    this.engine = engine;
  }

  /** How an interpreter is set up. */
  public static final class Builder {
    private final List<String> path = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>(List.of(""));
    private InputStream in = System.in;
    private OutputStream out = System.out;
    private OutputStream err = System.err;
    private ClassLoader classes;

    private Builder() {}

    /** Adds a folder or archive of Python modules to {@code sys.path}. */
    public Builder path(Path place) {
      path.add(place.toAbsolutePath().toString());
      return this;
    }

    /** Sets {@code sys.argv}. */
    public Builder arguments(List<String> values) {
      arguments.clear();
      arguments.addAll(values);
      return this;
    }

    /** Sets where {@code sys.stdin} reads; it is not closed. */
    public Builder in(InputStream stream) {
      in = stream;
      return this;
    }

    /** Sets where {@code sys.stdout} writes, in UTF-8; it is not closed. */
    public Builder out(OutputStream stream) {
      out = stream;
      return this;
    }

    /** Sets where {@code sys.stderr} writes, in UTF-8; it is not closed. */
    public Builder err(OutputStream stream) {
      err = stream;
      return this;
    }

    /** Sets where Python code finds Java classes; by default the thread's context class loader. */
    public Builder classLoader(ClassLoader loader) {
      classes = loader;
      return this;
    }

    /** Starts the interpreter. */
    public PythonVm build() {
      ClassLoader parent =
          classes != null ? classes : Thread.currentThread().getContextClassLoader();
      if (parent == null) {
        parent = PythonVm.class.getClassLoader();
      }
      try {
        Map<String, Object> setup =
            Map.of(
                "path",
                path,
                "arguments",
                arguments,
                "in",
                in,
                "out",
                out,
                "err",
                err,
                "classes",
                parent);
        Class<?> type = new VmLoader(parent).loadClass(ENGINE);
        return new PythonVm((Engine) type.getConstructor(Map.class).newInstance(setup));
      } catch (java.lang.reflect.InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException("the interpreter does not start", e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the runtime jar is not complete: " + e, e);
      }
    }
  }

  /** Sets an interpreter up. */
  public static Builder builder() {
    return new Builder();
  }

  /** An interpreter with the process's streams and no modules of its own. */
  public static PythonVm create() {
    return builder().build();
  }

  private Engine open() {
    if (closed) {
      throw new IllegalStateException("this interpreter is closed");
    }
    return engine;
  }

  /** Runs statements in the module {@code __main__}. */
  public void exec(String code) {
    open().exec(code, "<java>");
  }

  /** The value of an expression in the module {@code __main__}. */
  public Object eval(String expression) {
    return open().eval(expression, "<java>");
  }

  /**
   * Runs a script as {@code python FILE} does.
   *
   * @return the exit code; an exception has been printed to {@code sys.stderr}
   */
  public int runScript(Path file, String... arguments) {
    List<String> words = new ArrayList<>(List.of(file.toAbsolutePath().toString()));
    words.addAll(List.of(arguments));
    return open().main(words);
  }

  /**
   * Runs a module as {@code python -m} does.
   *
   * @return the exit code; an exception has been printed to {@code sys.stderr}
   */
  public int runModule(String module, String... arguments) {
    List<String> words = new ArrayList<>(List.of("-m", module));
    words.addAll(List.of(arguments));
    return open().main(words);
  }

  /**
   * Runs a text as {@code python -c} does.
   *
   * @return the exit code; an exception has been printed to {@code sys.stderr}
   */
  public int runCode(String code, String... arguments) {
    List<String> words = new ArrayList<>(List.of("-c", code));
    words.addAll(List.of(arguments));
    return open().main(words);
  }

  /** Imports a module. */
  public PythonObject importModule(String name) {
    return open().importModule(name);
  }

  /** A global name of {@code __main__}; null also where there is none. */
  public Object get(String name) {
    return open().get(name);
  }

  /**
   * A global name of {@code __main__} of a type.
   *
   * @throws ClassCastException if it is of another
   */
  public <T> T get(String name, Class<T> type) {
    return type.cast(open().get(name));
  }

  /** Sets a global name of {@code __main__}. */
  public void set(String name, Object value) {
    open().set(name, value);
  }

  /** How many source files were compiled so far, for want of a cache. */
  public int compiledSources() {
    return open().compiledSources();
  }

  Engine engine() {
    return open();
  }

  /** Runs what Python code registered for the end. Nothing can be run afterwards. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      engine.close();
    }
  }
}
