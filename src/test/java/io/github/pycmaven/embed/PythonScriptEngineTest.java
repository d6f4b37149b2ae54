package io.github.pycmaven.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.io.StringWriter;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Python through {@code javax.script}. */
class PythonScriptEngineTest {
  private ScriptEngine engine;

  @BeforeEach
  void find() {
    engine = new ScriptEngineManager().getEngineByName("python");
    assertNotNull(engine);
  }

  @Test
  void expressionsHaveValuesAndStatementsSetNames() throws Exception {
    engine.put("n", 20);
    assertEquals(41, engine.eval("n * 2 + 1"));
    assertNull(engine.eval("z = n + 1"));
    assertEquals(21, engine.get("z"));
    assertEquals(3, engine.eval(new StringReader("1 + 2")));
  }

  @Test
  void outputGoesToTheContext() throws Exception {
    StringWriter writer = new StringWriter();
    engine.getContext().setWriter(writer);
    engine.eval("print('captured', 'ü')");
    assertEquals("captured ü\n", writer.toString());
  }

  @Test
  void scriptsAreCompiledOnce() throws Exception {
    CompiledScript script = ((Compilable) engine).compile("n + 100");
    engine.put("n", 1);
    assertEquals(101, script.eval());
    engine.put("n", 2);
    assertEquals(102, script.eval());
  }

  /** To be implemented in Python. */
  public interface Greeter {
    String greet(String name);
  }

  @Test
  void functionsAndMethodsAreInvoked() throws Exception {
    engine.eval(
        "def greet(name): return 'Hello, ' + name\nclass C:\n  def m(self, v): return -v\nc = C()");
    Invocable invocable = (Invocable) engine;
    assertEquals("Hello, you", invocable.invokeFunction("greet", "you"));
    assertEquals(-5, invocable.invokeMethod(engine.get("c"), "m", 5));
    assertEquals("Hello, me", invocable.getInterface(Greeter.class).greet("me"));
    assertThrows(NoSuchMethodException.class, () -> invocable.invokeFunction("nothing"));
  }

  @Test
  void errorsHavePlaces() {
    ScriptException failure =
        assertThrows(ScriptException.class, () -> engine.eval("x = 1\nraise ValueError('no')"));
    assertEquals(2, failure.getLineNumber());
    ScriptException syntax = assertThrows(ScriptException.class, () -> engine.eval("def f(:\n"));
    assertEquals(1, syntax.getLineNumber());
  }
}
