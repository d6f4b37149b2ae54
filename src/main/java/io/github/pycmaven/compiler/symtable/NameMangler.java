package io.github.pycmaven.compiler.symtable;

/**
 * Private names: {@code __x} inside of class {@code C} becomes {@code _C__x}.
 *
 * @cpython Python/symtable.c:_Py_Mangle
 */
public final class NameMangler {
  private NameMangler() {}

  /** The name as the scope stores it; {@code className} is null outside of classes. */
  public static String mangle(String className, Scope scope, String name) {
    if (scope.mangledNames != null && !scope.mangledNames.contains(name)) {
      return name;
    }
    return mangle(className, name);
  }

  /** The name as the class stores it. */
  public static String mangle(String className, String name) {
    if (className == null || !name.startsWith("__")) {
      return name;
    }
    // A dotted name is a module's, and __x__ is Python's own.
    if (name.endsWith("__") || name.indexOf('.') >= 0) {
      return name;
    }
    int start = 0;
    while (start < className.length() && className.charAt(start) == '_') {
      start++;
    }
    return start == className.length() ? name : "_" + className.substring(start) + name;
  }
}
