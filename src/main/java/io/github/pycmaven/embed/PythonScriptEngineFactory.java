package io.github.pycmaven.embed;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;

/** {@code javax.script}'s way to Python: engine names {@code python} and {@code py}. */
public final class PythonScriptEngineFactory implements ScriptEngineFactory {
  private static final String VERSION = "3.14";

  @Override
  public String getEngineName() {
    return "pyc-maven-plugin";
  }

  @Override
  public String getEngineVersion() {
    return VERSION;
  }

  @Override
  public List<String> getExtensions() {
    return List.of("py");
  }

  @Override
  public List<String> getMimeTypes() {
    return List.of("text/x-python", "application/x-python");
  }

  @Override
  public List<String> getNames() {
    return List.of("python", "py", "python3");
  }

  @Override
  public String getLanguageName() {
    return "python";
  }

  @Override
  public String getLanguageVersion() {
    return VERSION;
  }

  @Override
  public Object getParameter(String key) {
    switch (key) {
      case ScriptEngine.ENGINE:
        return getEngineName();
      case ScriptEngine.ENGINE_VERSION:
        return getEngineVersion();
      case ScriptEngine.LANGUAGE:
        return getLanguageName();
      case ScriptEngine.LANGUAGE_VERSION:
        return getLanguageVersion();
      case ScriptEngine.NAME:
        return "python";
      case "THREADING":
        return "MULTITHREADED";
      default:
        return null;
    }
  }

  @Override
  public String getMethodCallSyntax(String object, String method, String... arguments) {
    return object + "." + method + "(" + String.join(", ", arguments) + ")";
  }

  @Override
  public String getOutputStatement(String text) {
    return "print('" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "')";
  }

  @Override
  public String getProgram(String... statements) {
    return String.join("\n", statements) + "\n";
  }

  @Override
  public ScriptEngine getScriptEngine() {
    return new PythonScriptEngine(this);
  }
}
