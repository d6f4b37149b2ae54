package io.github.pycmaven.cli;

import io.github.pycmaven.util.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/** The plugin's own version, as the build wrote it down. */
final class Version {
  private Version() {}

  static String text() {
    Properties properties = new Properties();
    byte[] text = Resources.besideIfAny(Version.class, "version.properties");
    try {
      if (text != null) {
        properties.load(new ByteArrayInputStream(text));
      }
    } catch (IOException e) {
      return "unknown";
    }
    return "pyc-maven-plugin " + properties.getProperty("version", "(unpackaged)");
  }
}
