package io.github.pycmaven.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Scripts whose output CPython 3.14 wrote, by {@code record_scripts.py}; the virtual machine prints
 * the same.
 */
class ScriptTest {
  private static final Path LIBRARY = Path.of(System.getProperty("pyc.vm.library"));
  private static final Path SCRIPTS = Path.of("src", "test", "resources", "script");

  /** Scripts that wait for threads or sockets must not make the build wait for ever. */
  private static final int SECONDS = 120;

  @TestFactory
  Stream<DynamicTest> scripts() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      all = files.filter(f -> f.toString().endsWith(".py")).sorted().toList();
    }
    assertFalse(all.isEmpty());
    return all.stream()
        .map(f -> DynamicTest.dynamicTest(SCRIPTS.relativize(f).toString(), () -> run(f)));
  }

  private static void run(Path script) throws Exception {
    String expected =
        Files.readString(
            script.resolveSibling(script.getFileName().toString().replace(".py", ".expected")));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path") + File.pathSeparator + LIBRARY;
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            "io.github.pycmaven.cli.Main",
            "run",
            "-W",
            "ignore",
            "-B",
            script.toString());
    builder.environment().keySet().removeIf(k -> k.startsWith("PYTHON"));
    Path errors = Files.createTempFile("script", ".err");
    Path output = Files.createTempFile("script", ".out");
    builder.redirectError(errors.toFile()).redirectOutput(output.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String out = Files.readString(output, StandardCharsets.UTF_8);
    String err = Files.readString(errors);
    Files.delete(errors);
    Files.delete(output);
    assertEquals(expected, out, err);
    assertTrue(ended, "still running after " + SECONDS + " seconds");
    assertEquals(0, process.exitValue(), err);
  }
}
