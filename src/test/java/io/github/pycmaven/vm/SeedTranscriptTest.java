package io.github.pycmaven.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The example that the product was founded on, step by step: what our {@code run} prints and writes
 * is what CPython 3.14 printed and wrote when {@code record_seed_transcripts.py} watched it.
 */
class SeedTranscriptTest {
  /** The length of each scenario's folder's path, on which the caches' bytes depend. */
  private static final int LENGTH = 60;

  private static final Path LIBRARY = Path.of(System.getProperty("pyc.vm.library"));

  @TestFactory
  Stream<DynamicTest> scenarios() throws IOException {
    Map<String, List<String>> scenarios = new LinkedHashMap<>();
    List<String> lines = null;
    try (InputStream in =
        SeedTranscriptTest.class.getResourceAsStream("/vm/seed/transcripts.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("== ")) {
          lines = new ArrayList<>();
          scenarios.put(line.substring(3), lines);
        } else {
          lines.add(line);
        }
      }
    }
    assertFalse(scenarios.isEmpty());
    return scenarios.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> replay(e.getValue())));
  }

  /** Does the steps and puts what happens in the place of what was recorded. */
  private static void replay(List<String> recorded) throws Exception {
    Path base = Files.createTempDirectory("s").toRealPath();
    Path folder = base.resolve("x".repeat(LENGTH - base.toString().length() - 1));
    Files.createDirectory(folder);
    List<String> happened = new ArrayList<>();
    for (String line : recorded) {
      if (line.matches("(exit|out|err|tree)\t.*")) {
        continue;
      }
      happened.add(line);
      step(folder, line.split("\t", -1), happened);
    }
    assertEquals(String.join("\n", recorded), String.join("\n", happened));
  }

  private static void step(Path folder, String[] fields, List<String> happened) throws Exception {
    Path path = fields.length > 1 ? folder.resolve(fields[1]) : folder;
    switch (fields[0]) {
      case "seed":
        Files.writeString(
            folder.resolve("my_module.py"), "def greet(name):\n    return f\"Hello, {name}!\"\n");
        Files.writeString(
            folder.resolve("main.py"), "import my_module\n\nprint(my_module.greet(\"World\"))\n");
        setTime(folder.resolve("my_module.py"), 1_700_000_000);
        setTime(folder.resolve("main.py"), 1_700_000_000);
        break;
      case "file":
        Files.writeString(path, fields[2].replace("\\n", "\n"));
        break;
      case "time":
        setTime(path, Long.parseLong(fields[2]));
        break;
      case "delete":
        delete(path);
        break;
      case "move":
        Files.move(path, folder.resolve(fields[2]));
        break;
      case "folder":
        Files.createDirectory(path);
        break;
      case "cut":
        Files.write(path, Arrays.copyOf(Files.readAllBytes(path), Integer.parseInt(fields[2])));
        break;
      case "poke":
        byte[] bytes = Files.readAllBytes(path);
        bytes[Integer.parseInt(fields[2])] = (byte) Integer.parseInt(fields[3]);
        Files.write(path, bytes);
        break;
      case "cache":
        String source = folder.resolve(fields[2]).toString();
        Result r =
            java(
                folder, Map.of(), "", "compileall", "-q", "--invalidation-mode", fields[1], source);
        assertEquals(0, r.code, r.err);
        break;
      default:
        assertEquals("run", fields[0]);
        run(folder, Arrays.copyOfRange(fields, 1, fields.length), happened);
    }
  }

  private static void setTime(Path path, long seconds) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(seconds, TimeUnit.SECONDS));
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> all = Files.list(path)) {
        for (Path p : all.toList()) {
          delete(p);
        }
      }
    }
    Files.delete(path);
  }

  private static void run(Path folder, String[] fields, List<String> happened) throws Exception {
    String[] args = new String[fields.length];
    args[0] = "run";
    for (int i = 1; i < fields.length; i++) {
      args[i] = fields[i].replace("{}", folder.toString());
    }
    Map<String, String> environment = new TreeMap<>();
    String input = "";
    int equals = fields[0].indexOf('=');
    if (fields[0].startsWith("STDIN=")) {
      input = fields[0].substring(equals + 1) + "\n";
    } else if (equals > 0) {
      environment.put(
          fields[0].substring(0, equals),
          fields[0].substring(equals + 1).replace("{}", folder.toString()));
    }
    Result r = java(folder, environment, input, args);
    happened.add("exit\t" + r.code);
    lines("out", r.out.replace(folder.toString(), "{}"), happened);
    lines("err", r.err.replace(folder.toString(), "{}"), happened);
    tree(folder, folder, happened);
  }

  private static void lines(String name, String text, List<String> happened) {
    if (!text.isEmpty()) {
      String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
      for (String line : whole.split("\n", -1)) {
        happened.add(name + "\t" + line);
      }
    }
  }

  /** All files, those of a folder before its folders; caches with a digest of their bytes. */
  private static void tree(Path top, Path folder, List<String> happened) throws Exception {
    List<Path> folders = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.sorted().forEach(p -> (Files.isDirectory(p) ? folders : files).add(p));
    }
    for (Path file : files) {
      String name = top.relativize(file).toString();
      String digest = "";
      if (name.endsWith(".pyc")) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        byte[] neutral =
            bytes.replace(top.toString(), "@".repeat(LENGTH)).getBytes(StandardCharsets.ISO_8859_1);
        digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(neutral));
      }
      String inside = name.replace(top.toString().substring(1), "{}");
      happened.add("tree\t" + inside + "\t" + digest);
    }
    for (Path f : folders) {
      tree(top, f, happened);
    }
  }

  private record Result(int code, String out, String err) {}

  private static Result java(
      Path folder, Map<String, String> environment, String input, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path") + java.io.File.pathSeparator + LIBRARY);
    command.add("io.github.pycmaven.cli.Main");
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(k -> k.startsWith("PYTHON"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread reader =
        new Thread(
            () -> {
              try {
                process.getErrorStream().transferTo(err);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    reader.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    reader.join();
    return new Result(code, out, err.toString(StandardCharsets.UTF_8));
  }
}
