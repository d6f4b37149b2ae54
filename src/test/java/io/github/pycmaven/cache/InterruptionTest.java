package io.github.pycmaven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import io.github.pycmaven.util.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the process, a cache is whole or is not there. */
class InterruptionTest {
  private static final Target TARGET = Target.of(PythonVersion.V3_14);
  private static final int SOURCES = 60;

  /** More of them take minutes; see the profile {@code robust}. */
  private static final int KILLS = Integer.getInteger("pyc.kills", 12);

  private static final int RACES = Integer.getInteger("pyc.races", 3);

  @TempDir Path folder;
  private Path tree;

  @BeforeEach
  void write() throws IOException {
    tree = Files.createDirectory(folder.resolve("tree"));
    for (int i = 0; i < SOURCES; i++) {
      StringBuilder source = new StringBuilder();
      for (int j = 0; j < 40; j++) {
        source.append("def f").append(j).append("(a, b=").append(i).append("):\n");
        source.append("    return [x * a for x in range(b) if x not in (1, 2, ").append(j);
        source.append(")]\n");
      }
      Files.writeString(tree.resolve("m" + i + ".py"), source);
    }
  }

  private Process start(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dpyc.fork=false", "-cp", path));
    command.addAll(List.of("io.github.pycmaven.cli.Main", "compileall", "-q"));
    command.addAll(List.of(options));
    command.add(tree.toString());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private List<Path> caches() throws IOException {
    Path caches = tree.resolve("__pycache__");
    if (Files.notExists(caches)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(caches)) {
      return files.collect(Collectors.toList());
    }
  }

  /** Returns how many files are temporary ones; all others must be whole. */
  private int checkAll() throws IOException {
    int temporary = 0;
    for (Path cache : caches()) {
      if (AtomicFile.isTemporary(cache.getFileName().toString())) {
        temporary++;
        continue;
      }
      String stem = cache.getFileName().toString().replaceFirst("\\..*", "");
      byte[] bytes = Files.readAllBytes(cache);
      String recorded = tree.resolve(stem + ".py").toString();
      assertTrue(
          PycFile.isWholeAndRecords(bytes, bytes.length, TARGET, recorded),
          () -> "damaged: " + cache);
    }
    return temporary;
  }

  @Test
  void killedAtAnyMomentItLeavesGoodCachesOnly() throws Exception {
    Random random = new Random(3);
    int interrupted = 0;
    for (int i = 0; i < KILLS; i++) {
      Process process = start("-f", "-j", "2");
      // From before the first cache is written to about the last.
      boolean ended = process.waitFor(120 + random.nextInt(900), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      interrupted += ended ? 0 : 1;
      checkAll();
    }
    assertTrue(interrupted > 0, "no run was interrupted");
    Process last = start("-f");
    assertEquals(0, last.waitFor());
    assertEquals(0, checkAll(), "temporary files are left over");
    assertEquals(SOURCES, caches().size());
  }

  @Test
  void twoBuildsAtOnceDoNotDisturbEachOther() throws Exception {
    for (int i = 0; i < RACES; i++) {
      for (Path cache : caches()) {
        Files.delete(cache);
      }
      Process first = start("-f", "-j", "2");
      Process second = start("-f", "-j", "2");
      assertEquals(0, first.waitFor(), () -> output(first));
      assertEquals(0, second.waitFor(), () -> output(second));
      assertEquals(0, checkAll());
      assertEquals(SOURCES, caches().size());
    }
  }

  private static String output(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
