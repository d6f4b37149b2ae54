package io.github.pycmaven.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.pycmaven.cache.CompileEngine;
import io.github.pycmaven.cache.CompileSettings;
import io.github.pycmaven.cache.ProgressListener;
import io.github.pycmaven.cache.RecordedNames;
import io.github.pycmaven.cache.SourceSelection;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Poisons a tree in all the ways of {@link Tampering}, as folder, jar and wheel: each must be
 * found, and the clean twin must not be reported.
 */
class TamperingTest {
  private static final FileTime DATE = FileTime.fromMillis(1_700_000_000_000L);

  @TempDir Path folder;

  /** The clean tree: four modules, a package among them, at all levels. */
  static void build(Path root, InvalidationMode mode) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(root.resolve("pkg"));
    for (String name : List.of("m.py", "n.py", "pkg/__init__.py", "pkg/sub.py")) {
      Path source = Files.writeString(root.resolve(name), source(name, 1000));
      Files.setLastModifiedTime(source, DATE);
    }
    compile(root, mode, root);
  }

  /** A source with constants, nested code, an exception table and a docstring. */
  static String source(String name, int number) {
    return "\"\"\"Module "
        + name
        + ".\"\"\"\nimport os\n\nLIMIT = "
        + number
        + "\n\n\nclass Reader:\n    def read(self, path):\n        try:\n"
        + "            return open(path).read()\n        except OSError as e:\n"
        + "            return 'no ' + str(e)\n\n\ndef check(user, admin=False):\n"
        + "    assert user\n    return [c for c in user if c in ('a', 'b')] and not admin\n";
  }

  static void compile(Path root, InvalidationMode mode, Path output) {
    CompileSettings settings =
        new CompileSettings(
            List.of(Release.defaultOf(PythonVersion.V3_14)),
            List.of(0, 1, 2),
            mode,
            output.equals(root) ? null : output,
            false,
            false,
            true,
            false,
            RecordedNames.RELATIVE,
            1);
    CompileEngine.compile(
        SourceSelection.of(List.of(root.toString())), settings, ProgressListener.NONE);
  }

  private static List<Finding> verify(Path path) {
    VerifySettings settings = new VerifySettings(List.of(), true, false, 1);
    VerifyReport report = Verifier.verify(List.of(path.toString()), settings);
    assertEquals(List.of(), report.problems());
    return report.findings();
  }

  @TestFactory
  List<DynamicTest> cleanTwinsAreGood() {
    List<DynamicTest> tests = new ArrayList<>();
    for (InvalidationMode mode : InvalidationMode.values()) {
      for (String form : List.of("tree", "jar", "whl")) {
        // An installer gives new dates to files, so that no such cache can be good in a wheel.
        if (!form.equals("whl") || mode != InvalidationMode.TIMESTAMP) {
          tests.add(dynamicTest(form + ", " + mode, () -> clean(form, mode)));
        }
      }
    }
    return tests;
  }

  private void clean(String form, InvalidationMode mode) throws IOException {
    Path tree = folder.resolve("clean");
    build(tree, mode);
    assertEquals(List.of(), verify(pack(tree, form)), form);
  }

  @TestFactory
  List<DynamicTest> poisonIsFound() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Tampering way : Tampering.values()) {
      tests.add(dynamicTest("tree, " + way, () -> poisoned(way, "tree")));
      if (!way.needsLinks()) {
        tests.add(dynamicTest("jar, " + way, () -> poisoned(way, "jar")));
        tests.add(dynamicTest("whl, " + way, () -> poisoned(way, "whl")));
      }
    }
    assertTrue(Tampering.values().length >= 60, "ways to poison a tree");
    return tests;
  }

  private void poisoned(Tampering way, String form) throws IOException {
    Path tree = folder.resolve("poisoned");
    build(tree, way.mode());
    way.apply(tree);
    List<FindingKind> kinds = verify(pack(tree, form)).stream().map(Finding::kind).toList();
    assertFalse(kinds.isEmpty(), "nothing found");
    assertTrue(kinds.contains(way.expected()), way.expected() + " not among " + kinds);
  }

  private Path pack(Path tree, String form) throws IOException {
    return form.equals("tree") ? tree : Archives.pack(tree, folder.resolve("packed." + form));
  }

  @TestFactory
  List<DynamicTest> dubiousArchivesAreFound() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Archives.Trick trick : Archives.Trick.values()) {
      tests.add(
          dynamicTest(
              trick.toString(),
              () -> {
                Path tree = folder.resolve("archive");
                build(tree, InvalidationMode.CHECKED_HASH);
                Path archive = Archives.pack(tree, folder.resolve("dubious.jar"));
                trick.apply(archive);
                List<FindingKind> kinds = verify(archive).stream().map(Finding::kind).toList();
                assertTrue(kinds.contains(trick.expected()), "found " + kinds);
              }));
    }
    return tests;
  }
}
