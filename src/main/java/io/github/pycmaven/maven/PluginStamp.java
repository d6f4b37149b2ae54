package io.github.pycmaven.maven;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which plugin wrote the caches of a build folder. Another release may write other bytes for the
 * same source, and no cache tells who wrote it.
 */
final class PluginStamp {
  private final Path file;
  private final String current;

  /**
   * The stamp of a folder.
   *
   * @param buildDirectory the project's; null if there is no project to remember for
   * @param version this plugin's
   */
  PluginStamp(Path buildDirectory, String version) {
    file = buildDirectory == null ? null : buildDirectory.resolve("pyc-maven-plugin/written-by");
    current = version + " " + ownJar() + "\n";
  }

  /** A snapshot changes under one version. */
  private static String ownJar() {
    try {
      Path own =
          Path.of(PluginStamp.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.size(own) + " " + Files.getLastModifiedTime(own);
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return "unknown";
    }
  }

  /** Whether another plugin is known to be the last that wrote here. */
  boolean isOther() {
    try {
      return file != null && Files.exists(file) && !Files.readString(file).equals(current);
    } catch (IOException e) {
      return true;
    }
  }

  /** Remembers that all caches are this plugin's. */
  void write() throws IOException {
    if (file != null && (isOther() || Files.notExists(file))) {
      Files.createDirectories(file.getParent());
      Files.write(file, current.getBytes(StandardCharsets.UTF_8));
    }
  }
}
