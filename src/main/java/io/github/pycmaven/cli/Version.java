package io.github.pycmaven.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The plugin's own version, as the build wrote it down. */
final class Version {
  private Version() {}

  static String text() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      return "unknown";
    }
    return "pyc-maven-plugin " + properties.getProperty("version", "(unpackaged)");
  }
}
