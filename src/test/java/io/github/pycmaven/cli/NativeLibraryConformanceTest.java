package io.github.pycmaven.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.target.Release;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A native CPython that finds no caches but ours loads its whole library from them, writes none
 * anew, and passes CPython's tests of what a compiler can get wrong; and the caches that it makes
 * itself verify as good. Runs where the interpreters run (Linux, x86-64).
 */
@Tag("conformance")
class NativeLibraryConformanceTest {
  private static final Path NATIVES = Path.of(System.getProperty("pyc.cpython.natives", "missing"));
  private static final List<String> TESTS =
      List.of("test_grammar", "test_syntax", "test_dis", "test_traceback", "test_inspect");
  private static final int MINUTES = 10;

  @TempDir Path folder;

  /**
   * An interpreter.
   *
   * @param made its release
   * @param caches the release whose caches it gets
   * @param others how many of its own caches are no compilation of that release
   */
  record Native(String made, Release caches, int others) {
    Path root() {
      return NATIVES.resolve(made).resolve("org/bytedeco/cpython/linux-x86_64");
    }

    String name() {
      return "python" + caches.version();
    }

    Path library() {
      return root().resolve("lib").resolve(name());
    }
  }

  static Stream<Native> natives() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/conformance/natives.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .map(fields -> new Native(fields[0], Release.of(fields[1]), Integer.parseInt(fields[2])));
  }

  @ParameterizedTest
  @MethodSource("natives")
  void passesItsTestsFromOurCaches(Native python) throws Exception {
    removeCaches(python.library());
    command(
        "compileall",
        "-q",
        "--targets",
        python.caches.toString(),
        "--invalidation-mode",
        "unchecked-hash",
        python.library().toString());
    Map<Path, String> before = caches(python.library());
    assertTrue(before.size() > 1500, "the library is not unpacked");
    List<String> words = new ArrayList<>(List.of("-m", "test"));
    words.addAll(TESTS);
    String ours = run(python, words);
    assertEquals(before, caches(python.library()), "caches were written");
    assertTrue(ours.contains("All 5 tests OK"), ours);
  }

  @ParameterizedTest
  @MethodSource("natives")
  void makesCachesThatVerify(Native python) throws Exception {
    removeCaches(python.library());
    String mode = "unchecked-hash";
    String library = python.library().toString();
    run(python, List.of("-m", "compileall", "-qq", "--invalidation-mode", mode, library));
    assertTrue(caches(python.library()).size() > 1500, "nothing was compiled");
    List<String> findings =
        command("verify-cache", library).lines().filter(l -> l.contains("-mismatch: ")).toList();
    assertEquals(python.others, findings.size(), String.join("\n", findings));
  }

  /** Runs a command, which may find fault: some files of the library are wrong on purpose. */
  private static String command(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Main.run(
        words,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private String run(Native python, List<String> arguments) throws Exception {
    Path program = python.root().resolve("bin").resolve(python.name());
    assertTrue(program.toFile().setExecutable(true), "no interpreter at " + program);
    List<String> words = new ArrayList<>(List.of(program.toString(), "-W", "ignore"));
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    Map<String, String> variables = builder.environment();
    variables.put("PYTHONHOME", python.root().toString());
    variables.put("LD_LIBRARY_PATH", python.root() + ":" + python.root().resolve("lib"));
    variables.remove("PYTHONDONTWRITEBYTECODE");
    variables.remove("PYTHONPYCACHEPREFIX");
    File output = folder.resolve("output").toFile();
    Process process = builder.redirectErrorStream(true).redirectOutput(output).start();
    assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "it does not end");
    return Files.readString(output.toPath(), StandardCharsets.ISO_8859_1);
  }

  private static Map<Path, String> caches(Path library) throws IOException {
    Map<Path, String> caches = new TreeMap<>();
    try (Stream<Path> files = Files.walk(library)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".pyc")).toList()) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        caches.put(file, attributes.lastModifiedTime() + " " + attributes.fileKey());
      }
    }
    return caches;
  }

  private static void removeCaches(Path library) throws IOException {
    Files.walkFileTree(
        library,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (file.toString().endsWith(".pyc")) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
