package io.github.pycmaven.artifact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Start scripts: {@code bin/NAME} starts an entry point with a class-data archive, which the first
 * start makes beside the jar if it may write there, else in the folder for temporary files.
 */
public final class StartScript {
  private StartScript() {}

  /**
   * Writes a script.
   *
   * @param folder where scripts are; the jar must stay where it is seen from there
   * @param entry the entry point's name
   * @param isMain whether the jar starts it by itself
   */
  public static void write(Path folder, String entry, Path jar, boolean isMain) throws IOException {
    Files.createDirectories(folder);
    String name = isMain ? stem(jar) : entry;
    String relative = folder.toAbsolutePath().relativize(jar.toAbsolutePath()).toString();
    Path script = folder.resolve(name);
    Files.writeString(
        script, text(relative.replace('\\', '/'), isMain ? null : entry), StandardCharsets.UTF_8);
    if (Files.getFileStore(script).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String stem(Path jar) {
    String name = jar.getFileName().toString();
    return name.endsWith(".jar") ? name.substring(0, name.length() - ".jar".length()) : name;
  }

  private static String text(String jar, String entry) {
    String run = (entry == null ? "" : "-Dpyc.entry=" + entry + " ") + "-jar \"$jar\" \"$@\"";
    return String.join(
        "\n",
        "#!/bin/sh",
        "# Starts the program. JAVA_HOME chooses the Java, JAVA_OPTS adds options.",
        "# The first start writes a class-data archive, by which later ones are quicker: beside the",
        "# jar, or where PYC_ARCHIVE_DIR says; PYC_ARCHIVE_DIR=none makes and uses none.",
        "here=$(CDPATH= cd -- \"$(dirname -- \"$0\")\" && pwd)",
        "jar=$here/" + jar,
        "java=${JAVA_HOME:+$JAVA_HOME/bin/}java",
        "folder=${PYC_ARCHIVE_DIR:-${jar%/*}}",
        "if [ -z \"$PYC_ARCHIVE_DIR\" ] && [ ! -w \"$folder\" ]; then folder=${TMPDIR:-/tmp}; fi",
        "archive=${jar##*/}",
        "archive=$folder/${archive%.jar}-$(id -u).jsa",
        "if [ -O \"$archive\" ] && [ \"$archive\" -nt \"$jar\" ]; then",
        "  exec \"$java\" -XX:SharedArchiveFile=\"$archive\" -Xlog:disable $JAVA_OPTS " + run,
        "elif [ \"$folder\" = none ] || [ ! -w \"$folder\" ]; then",
        "  exec \"$java\" $JAVA_OPTS " + run,
        "fi",
        "# Whoever starts it meanwhile must not see half of an archive.",
        "\"$java\" -XX:ArchiveClassesAtExit=\"$archive.$$\" -Xlog:disable $JAVA_OPTS " + run,
        "code=$?",
        "if [ -s \"$archive.$$\" ]; then mv -f \"$archive.$$\" \"$archive\"; fi",
        "exit $code",
        "");
  }
}
