package io.github.pycmaven.vm.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * {@code sys.executable}: a script in the user's cache folder that starts this very virtual
 * machine. Its name is known from the start; it is written when a program is about to start
 * processes.
 */
public final class Launcher {
  private static final String MAIN = "io.github.pycmaven.vm.Main";

  private Launcher() {}

  /** The script's path, whether it is there or not. */
  public static Path path() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache != null && cache.startsWith("/")
            ? Path.of(cache)
            : Path.of(System.getProperty("user.home"), ".cache");
    return base.resolve("pyc-maven-plugin")
        .resolve(Integer.toHexString(script().hashCode()))
        .resolve("python3.14");
  }

  private static String script() {
    StringBuilder out = new StringBuilder("#!/bin/sh\nexec ");
    quoted(out, System.getProperty("java.home") + "/bin/java");
    out.append(" -XX:+UseSerialGC -Xshare:auto -XX:TieredStopAtLevel=1");
    String library = System.getProperty("pyc.library");
    if (library != null) {
      quoted(out.append(' '), "-Dpyc.library=" + library);
    }
    StringBuilder classPath = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(":")) {
      classPath
          .append(classPath.length() > 0 ? ":" : "")
          .append(Path.of(entry).toAbsolutePath().normalize());
    }
    quoted(out.append(" -cp "), classPath.toString());
    return out.append(' ').append(MAIN).append(" \"$@\"\n").toString();
  }

  private static void quoted(StringBuilder out, String text) {
    out.append('\'').append(text.replace("'", "'\\''")).append('\'');
  }

  /** Writes the script if it is not there; without it no process of ours can be started. */
  public static void write() {
    Path p = path();
    if (Files.exists(p)) {
      return;
    }
    try {
      Files.createDirectories(p.getParent());
      Path fresh = Files.createTempFile(p.getParent(), "python", ".new");
      Files.write(fresh, script().getBytes(StandardCharsets.UTF_8));
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(fresh, p, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UnsupportedOperationException e) {
      // Then the start of such a process tells that the file is missing.
    }
  }
}
