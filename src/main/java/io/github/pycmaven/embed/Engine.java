package io.github.pycmaven.embed;

import java.util.List;

/**
 * What the virtual machine offers to {@link PythonVm}, in Java's own types alone: both sides have
 * class loaders of their own. Values are numbers, texts, truth values, byte arrays, Java objects,
 * null, or {@link PythonObject}s. Not for applications.
 */
public interface Engine {
  /** Runs statements in {@code __main__}. */
  void exec(String code, String file);

  /** The value of an expression in {@code __main__}. */
  Object eval(String expression, String file);

  /** Code that is compiled once. */
  Object compile(String code, String file, boolean isExpression);

  /** Runs or evaluates what {@link #compile} gave. */
  Object run(Object code);

  /** Runs a program as {@code python WORDS} does; returns its exit code. */
  int main(List<String> words);

  /** A module. */
  PythonObject importModule(String name);

  /** A global name of {@code __main__}; null also where there is none. */
  Object get(String name);

  /** The global names of {@code __main__}. */
  List<String> names();

  /** Sets a global name of {@code __main__}. */
  void set(String name, Object value);

  /** Source files that were compiled since the start. */
  int compiledSources();

  /** Runs what was registered for the end, and ends. */
  void close();
}
