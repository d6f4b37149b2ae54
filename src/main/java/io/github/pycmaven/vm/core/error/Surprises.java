package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.type.PyType;

/** Java's own exceptions, which no program ever sees as such. */
public final class Surprises {
  private static final boolean TRACE = Boolean.getBoolean("pyc.trace");

  private Surprises() {}

  /**
   * The exception that stands for a Java one: a value of a wrong class is a TypeError, anything
   * else is an error of the machine.
   */
  public static PyRaise asPython(Throwable t) {
    if (t instanceof PyRaise e) {
      return e;
    }
    if (TRACE) {
      t.printStackTrace();
    }
    if (t instanceof ClassCastException) {
      return Exc.typeError(wrongType(t.getMessage()));
    }
    if (t instanceof NegativeArraySizeException
        || t instanceof IllegalArgumentException && "capacity < 0".equals(t.getMessage())) {
      return Exc.memoryError();
    }
    String message = t.getMessage();
    return Exc.systemError(
        "internal error: "
            + t.getClass().getSimpleName()
            + (message == null ? "" : ": " + message));
  }

  /** Makes of "class a.B cannot be cast to class c.D (…)" the names of the Python classes. */
  private static String wrongType(String message) {
    String[] words = message == null ? new String[0] : message.split(" ");
    if (words.length < 8 || !words[0].equals("class")) {
      return "an object of another type is required";
    }
    return "expected " + pythonName(words[7]) + ", got " + pythonName(words[1]);
  }

  private static String pythonName(String java) {
    try {
      Object type = Class.forName(java).getField("TYPE").get(null);
      if (type instanceof PyType t) {
        return t.name;
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      // A class that stands for no single Python class.
    }
    return java.substring(java.lastIndexOf('.') + 1);
  }
}
