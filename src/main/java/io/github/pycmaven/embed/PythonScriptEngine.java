package io.github.pycmaven.embed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;

/**
 * An interpreter as a script engine. The names of the engine's scope are global names of {@code
 * __main__} before a script runs, and what the script sets comes back. A script that is one
 * expression gives its value, any other null.
 */
final class PythonScriptEngine extends AbstractScriptEngine implements Compilable, Invocable {
  private static final String UNNAMED = "<script>";

  private final ScriptEngineFactory factory;
  private final ContextOutput out = new ContextOutput(false);
  private final ContextOutput err = new ContextOutput(true);
  private PythonVm vm;

  PythonScriptEngine(ScriptEngineFactory factory) {
    this.factory = factory;
  }

  private synchronized Engine engine() {
    if (vm == null) {
      vm = PythonVm.builder().out(out).err(err).build();
    }
    return vm.engine();
  }

  @Override
  public Object eval(String script, ScriptContext context) throws ScriptException {
    return run(parse(script), context);
  }

  @Override
  public Object eval(Reader reader, ScriptContext context) throws ScriptException {
    return eval(read(reader), context);
  }

  private static String read(Reader reader) throws ScriptException {
    try {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new ScriptException(e);
    }
  }

  /** An expression if it is one, else statements, whose error is the one to tell of. */
  private Object parse(String script) throws ScriptException {
    try {
      return engine().compile(script, fileName(), true);
    } catch (PythonException notAnExpression) {
      try {
        return engine().compile(script, fileName(), false);
      } catch (PythonException e) {
        throw failure(e);
      }
    }
  }

  private String fileName() {
    Object name = get(FILENAME);
    return name == null ? UNNAMED : name.toString();
  }

  private Object run(Object code, ScriptContext context) throws ScriptException {
    Engine engine = engine();
    out.context = context;
    err.context = context;
    Bindings names = context.getBindings(ScriptContext.ENGINE_SCOPE);
    Bindings global = context.getBindings(ScriptContext.GLOBAL_SCOPE);
    if (global != null) {
      global.forEach(engine::set);
    }
    for (Map.Entry<String, Object> name : names.entrySet()) {
      if (name.getKey().indexOf('.') < 0) {
        engine.set(name.getKey(), name.getValue());
      }
    }
    try {
      return engine.run(code);
    } catch (PythonException e) {
      throw failure(e);
    } finally {
      out.flush();
      err.flush();
      for (String name : engine.names()) {
        if (!name.startsWith("__") && (global == null || !global.containsKey(name))) {
          names.put(name, engine.get(name));
        }
      }
    }
  }

  private ScriptException failure(PythonException e) {
    ScriptException failure =
        e.line() > 0
            ? new ScriptException(e.getMessage(), fileName(), e.line())
            : new ScriptException(e.getMessage());
    failure.initCause(e);
    return failure;
  }

  @Override
  public Bindings createBindings() {
    return new SimpleBindings();
  }

  @Override
  public ScriptEngineFactory getFactory() {
    return factory;
  }

  @Override
  public CompiledScript compile(String script) throws ScriptException {
    Object code = parse(script);
    return new CompiledScript() {
      @Override
      public Object eval(ScriptContext context) throws ScriptException {
        return run(code, context);
      }

      @Override
      public javax.script.ScriptEngine getEngine() {
        return PythonScriptEngine.this;
      }
    };
  }

  @Override
  public CompiledScript compile(Reader script) throws ScriptException {
    return compile(read(script));
  }

  @Override
  public Object invokeFunction(String name, Object... arguments)
      throws ScriptException, NoSuchMethodException {
    if (!(engine().get(name) instanceof PythonObject function)) {
      throw new NoSuchMethodException(name);
    }
    try {
      return function.call(arguments);
    } catch (PythonException e) {
      throw failure(e);
    }
  }

  @Override
  public Object invokeMethod(Object object, String name, Object... arguments)
      throws ScriptException, NoSuchMethodException {
    if (!(object instanceof PythonObject target)) {
      throw new IllegalArgumentException("no Python object: " + object);
    }
    if (!target.has(name)) {
      throw new NoSuchMethodException(name);
    }
    try {
      return target.invoke(name, arguments);
    } catch (PythonException e) {
      throw failure(e);
    }
  }

  @Override
  public <T> T getInterface(Class<T> type) {
    engine();
    return vm.importModule("__main__").as(type);
  }

  @Override
  public <T> T getInterface(Object object, Class<T> type) {
    return object instanceof PythonObject target ? target.as(type) : null;
  }

  /** What Python prints goes to the writer of the context that runs. */
  private static final class ContextOutput extends OutputStream {
    private final boolean isError;
    private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    volatile ScriptContext context;

    ContextOutput(boolean isError) {
      this.isError = isError;
    }

    @Override
    public synchronized void write(int b) {
      bytes.write(b);
    }

    @Override
    public synchronized void write(byte[] b, int from, int length) {
      bytes.write(b, from, length);
    }

    @Override
    public synchronized void flush() {
      ScriptContext to = context;
      if (to == null || bytes.size() == 0) {
        return;
      }
      Writer writer = isError ? to.getErrorWriter() : to.getWriter();
      try {
        writer.write(bytes.toString(StandardCharsets.UTF_8));
        writer.flush();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      bytes.reset();
    }
  }
}
