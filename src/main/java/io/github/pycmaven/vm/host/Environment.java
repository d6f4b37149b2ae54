package io.github.pycmaven.vm.host;

import java.util.HashMap;
import java.util.Map;

/** The process's environment variables, which the JVM itself cannot change. */
public final class Environment {
  private static Map<String, String> changed;

  private Environment() {}

  /** A variable, null if it is not set. */
  public static synchronized String get(String name) {
    return changed == null ? System.getenv(name) : changed.get(name);
  }

  /** Sets a variable, or removes it for null. */
  public static synchronized void set(String name, String value) {
    if (changed == null) {
      changed = new HashMap<>(System.getenv());
    }
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
  }

  /** All variables, for a child process. */
  public static synchronized Map<String, String> all() {
    return changed == null ? System.getenv() : new HashMap<>(changed);
  }
}
