package io.github.pycmaven.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs that go wrong: exit code, output and errors are as {@code record_errors.py} wrote them
 * with CPython 3.14; no Java stack trace ever.
 */
class ErrorBehaviourTest {
  private static final Path LIBRARY = Path.of(System.getProperty("pyc.vm.library"));
  private static final Path SCRIPTS = Path.of("src", "test", "resources", "errors");
  private static final int SECONDS = 120;

  @TestFactory
  Stream<DynamicTest> scripts() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      all = files.filter(f -> f.toString().endsWith(".expected")).sorted().toList();
    }
    assertFalse(all.isEmpty());
    return all.stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> compare(f)));
  }

  private static void compare(Path expected) throws Exception {
    String script = expected.getFileName().toString().replace(".expected", ".py");
    Path errors = Files.createTempFile("errors", ".txt");
    Process p = start(List.of(), errors, "-B", script);
    p.getOutputStream().close();
    String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(p.waitFor(SECONDS, TimeUnit.SECONDS), "still running");
    String err = Files.readString(errors);
    Files.delete(errors);
    assertEquals(
        Files.readString(expected),
        "exit " + p.exitValue() + "\n--- output\n" + plain(out) + "--- errors\n" + plain(err));
  }

  private static String plain(String text) {
    return text.replace(SCRIPTS.toAbsolutePath().toString(), "<folder>")
        .replaceAll("0x[0-9a-f]+", "0x0");
  }

  private static Process start(List<String> options, Path errors, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.add("-cp");
    StringBuilder path = new StringBuilder();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.append(Path.of(part).toAbsolutePath()).append(File.pathSeparator);
    }
    command.add(path + LIBRARY.toAbsolutePath().toString());
    command.add("io.github.pycmaven.cli.Main");
    command.add("run");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(SCRIPTS.toFile());
    builder.environment().keySet().removeIf(k -> k.startsWith("PYTHON"));
    return builder.redirectError(errors.toFile()).start();
  }

  @Test
  void memoryThatIsUsedUpIsAnErrorOfTheProgram() throws Exception {
    Path errors = Files.createTempFile("errors", ".txt");
    String program = "x = []\nwhile True:\n    x.append(bytearray(10_000_000))\n";
    Process p = start(List.of("-Xmx150m"), errors, "-c", program);
    assertTrue(p.waitFor(SECONDS, TimeUnit.SECONDS));
    assertEquals(1, p.exitValue());
    List<String> lines = Files.readAllLines(errors);
    assertEquals("Traceback (most recent call last):", lines.get(0));
    assertEquals("MemoryError", lines.get(lines.size() - 1));
    Files.delete(errors);
  }

  @Test
  void unbufferedOutputSurvivesAnyEnd() throws Exception {
    Path errors = Files.createTempFile("errors", ".txt");
    Process p = start(List.of(), errors, "-u", "-c", "import os; print('out'); os._exit(3)");
    String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(p.waitFor(SECONDS, TimeUnit.SECONDS));
    assertEquals("out\n", out);
    assertEquals(3, p.exitValue());
    Files.delete(errors);
  }

  @Test
  void readerWhoLeavesEarlyIsBrokenPipe() throws Exception {
    Path errors = Files.createTempFile("errors", ".txt");
    Process p = start(List.of(), errors, "-c", "for i in range(1000000): print(i)");
    try (InputStream in = p.getInputStream()) {
      ByteArrayOutputStream first = new ByteArrayOutputStream();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        first.write(c);
      }
      assertEquals("0", first.toString(StandardCharsets.UTF_8));
    }
    assertTrue(p.waitFor(SECONDS, TimeUnit.SECONDS));
    assertEquals(120, p.exitValue());
    String text = Files.readString(errors);
    String error = "BrokenPipeError: [Errno 32] Broken pipe\n";
    assertTrue(text.startsWith("Traceback (most recent call last):\n"), text);
    assertTrue(
        text.endsWith(error + "Exception ignored while flushing sys.stdout:\n" + error), text);
    assertFalse(text.contains("java."), text);
    Files.delete(errors);
  }
}
