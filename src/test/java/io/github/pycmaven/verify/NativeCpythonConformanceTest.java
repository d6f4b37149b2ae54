package io.github.pycmaven.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.cache.CompileEngine;
import io.github.pycmaven.cache.CompileReport;
import io.github.pycmaven.cache.CompileSettings;
import io.github.pycmaven.cache.ProgressListener;
import io.github.pycmaven.cache.RecordedNames;
import io.github.pycmaven.cache.SourceOutcome;
import io.github.pycmaven.cache.SourceSelection;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.pyc.PycHeader;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares our caches of CPython's whole library, its tests included, with those that the CPython
 * of the same Maven artifact writes; runs where that interpreter runs (Linux, x86-64).
 *
 * <p>The artifact's release is an older one of the same minor, whose code differs in few files:
 * they are listed, and the list may only shrink.
 */
@Tag("conformance")
class NativeCpythonConformanceTest {
  private static final Path ROOT = Path.of(System.getProperty("pyc.cpython.root", "missing"));
  private static final Target TARGET = Target.of(PythonVersion.V3_14);

  private final Path library = ROOT.resolve("lib/python3.14");

  private void compileNatively() throws IOException, InterruptedException {
    Path python = ROOT.resolve("bin/python3.14");
    assertTrue(python.toFile().setExecutable(true), "no interpreter at " + python);
    ProcessBuilder builder =
        new ProcessBuilder(
            python.toString(),
            "-m",
            "compileall",
            "-qq",
            "-f",
            "-j",
            "2",
            "-o",
            "0",
            "-o",
            "1",
            "-o",
            "2",
            "--invalidation-mode",
            "unchecked-hash",
            "-s",
            library.toString(),
            library.toString());
    builder.environment().put("PYTHONHOME", ROOT.toString());
    builder.environment().put("LD_LIBRARY_PATH", ROOT + ":" + ROOT.resolve("lib"));
    builder.environment().put("PYTHONHASHSEED", "0");
    builder.environment().remove("PYTHONDONTWRITEBYTECODE");
    builder.inheritIO().start().waitFor();
  }

  private static Set<String> known() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources/conformance/3.14.3.txt"))) {
      return new TreeSet<>(lines.filter(line -> !line.startsWith("#")).toList());
    }
  }

  @Test
  void equalsTheNativeInterpreter() throws Exception {
    compileNatively();
    Path ours = ROOT.resolveSibling("ours");
    CompileSettings settings =
        new CompileSettings(
            List.of(Release.defaultOf(PythonVersion.V3_14)),
            List.of(0, 1, 2),
            InvalidationMode.UNCHECKED_HASH,
            ours,
            false,
            false,
            true,
            false,
            RecordedNames.RELATIVE,
            2);
    CompileReport report =
        CompileEngine.compile(
            SourceSelection.of(List.of(library.toString())), settings, ProgressListener.NONE);
    Set<String> different = new TreeSet<>();
    StringBuilder table = new StringBuilder("level  files  identical  same code  different\n");
    for (int level = 0; level < 3; level++) {
      table.append(compare(report, ours, level, different));
    }
    System.out.println(table);
    assertTrue(report.outcomes().size() > 2000, "the library is not unpacked");
    assertEquals(known(), different, "files whose code differs from CPython 3.14.3's");
  }

  private String compare(CompileReport report, Path ours, int level, Set<String> different)
      throws Exception {
    int files = 0;
    int identical = 0;
    int same = 0;
    for (SourceOutcome outcome : report.outcomes()) {
      String name = outcome.source().relative();
      Path theirs = cacheOf(library.resolve(name), level);
      Path own = cacheOf(ours.resolve(name), level);
      assertEquals(Files.exists(theirs), Files.exists(own), name + " is rejected by one only");
      if (Files.exists(own)) {
        files++;
        byte[] a = Files.readAllBytes(theirs);
        byte[] b = Files.readAllBytes(own);
        if (Arrays.equals(a, b)) {
          identical++;
        } else if (sameCode(a, b)) {
          same++;
        } else {
          different.add(name);
        }
      }
    }
    return String.format(
        "%5d %6d %10d %10d %10d%n", level, files, identical, same, files - identical - same);
  }

  private static Path cacheOf(Path source, int level) {
    return io.github.pycmaven.pyc.CacheNames.place(source, TARGET, level);
  }

  private static boolean sameCode(byte[] theirs, byte[] ours) throws Exception {
    assertEquals(new ArrayList<>(List.of(PycHeader.read(theirs))), List.of(PycHeader.read(ours)));
    return CodeComparison.compare(
                PycFile.readBody(theirs, TARGET).code(), PycFile.readBody(ours, TARGET).code())
            .difference()
        == CodeComparison.Difference.NONE;
  }
}
