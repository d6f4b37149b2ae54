package io.github.pycmaven.vm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The packaged application: what {@code META-INF/pyc/application.properties} says.
 *
 * <p>{@code folder}: the folder of the jar that is the first entry of {@code sys.path}; {@code
 * optimize}: the level of its caches; {@code main}: the name of the entry point to run; {@code
 * entry.NAME}: an entry point, {@code script:PATH}, {@code module:NAME} or {@code
 * function:MODULE:FUNCTION}.
 */
public final class Application {
  /** Where the description lies in the jar. */
  public static final String PLACE = "META-INF/pyc/application.properties";

  private static final String ENTRY = "entry.";

  private final Properties properties = new Properties();
  private final String name;
  private final Kind kind;
  private final String subject;
  private final String function;

  /** What is run. */
  enum Kind {
    SCRIPT,
    MODULE,
    FUNCTION
  }

  /** The jar is not what it should be, or was asked for something it does not have. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads a description.
   *
   * @param wanted the name of an entry point, or null for the main one
   */
  Application(byte[] description, String wanted) throws Unusable {
    try (InputStreamReader in =
        new InputStreamReader(new ByteArrayInputStream(description), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new Unusable(PLACE + " cannot be read: " + e.getMessage());
    }
    name = wanted == null ? properties.getProperty("main", "") : wanted;
    String entry = properties.getProperty(ENTRY + name);
    if (entry == null) {
      throw new Unusable("no entry point '" + name + "' in this jar; it has " + names());
    }
    String[] parts = entry.split(":", 3);
    switch (parts[0]) {
      case "script":
        kind = Kind.SCRIPT;
        break;
      case "module":
        kind = Kind.MODULE;
        break;
      case "function":
        kind = Kind.FUNCTION;
        break;
      default:
        throw new Unusable(PLACE + ": entry point '" + name + "' is wrong: " + entry);
    }
    if (parts.length != (kind == Kind.FUNCTION ? 3 : 2)) {
      throw new Unusable(PLACE + ": entry point '" + name + "' is wrong: " + entry);
    }
    subject = parts[1];
    function = kind == Kind.FUNCTION ? parts[2] : null;
  }

  private String names() {
    TreeSet<String> names = new TreeSet<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(ENTRY)) {
        names.add(key.substring(ENTRY.length()));
      }
    }
    return String.join(", ", names);
  }

  /** The entry point's name. */
  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  /** The script's path in the application's folder, or the module's name. */
  String subject() {
    return subject;
  }

  /** The function, maybe an attribute of a class, or null. */
  String function() {
    return function;
  }

  /** The application's folder in the jar, without slashes around it; empty for the jar's root. */
  String folder() {
    return properties.getProperty("folder", "");
  }

  /** The level of optimisation of its caches. */
  int optimize() {
    return Integer.parseInt(properties.getProperty("optimize", "0"));
  }
}
