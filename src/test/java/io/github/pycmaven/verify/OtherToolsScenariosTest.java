package io.github.pycmaven.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.cache.CleanReport;
import io.github.pycmaven.cache.CleanSettings;
import io.github.pycmaven.cache.Cleaner;
import io.github.pycmaven.cache.CompileEngine;
import io.github.pycmaven.cache.CompileReport;
import io.github.pycmaven.cache.CompileSettings;
import io.github.pycmaven.cache.ProgressListener;
import io.github.pycmaven.cache.RecordedNames;
import io.github.pycmaven.cache.SourceSelection;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.pyc.PycHeader;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tests of tools for the same purposes ask of them, asked of ours. */
class OtherToolsScenariosTest {
  @TempDir Path folder;

  private CompileReport compile(
      InvalidationMode mode, List<Integer> levels, boolean legacy, boolean links) {
    CompileSettings settings =
        new CompileSettings(
            List.of(Release.defaultOf(PythonVersion.V3_14)),
            levels,
            mode,
            null,
            false,
            legacy,
            true,
            links,
            RecordedNames.RELATIVE,
            2);
    return CompileEngine.compile(
        SourceSelection.of(List.of(folder.toString())), settings, ProgressListener.NONE);
  }

  private Set<String> findings() {
    VerifySettings settings = new VerifySettings(List.of(), true, false, 1);
    return Verifier.verify(List.of(folder.toString()), settings).findings().stream()
        .map(finding -> finding.kind().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path cache(String name) {
    return folder.resolve(name);
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /**
   * The scenarios of {@code gpep517 verify-pyc}: missing, invalid, mismatched and stray caches.
   *
   * @see <a href="https://github.com/projg2/gpep517">gpep517, test/test_verify_pyc.py</a>
   */
  @Nested
  class Gpep517 {
    private Path good() {
      return cache("__pycache__/a.cpython-314.pyc");
    }

    private void install(InvalidationMode mode, Integer... levels) throws IOException {
      write("a.py", "x = 1\n");
      write("pkg/__init__.py", "");
      write("pkg/b.py", "def f():\n    '''doc'''\n    assert x\n");
      compile(mode, List.of(levels), false, false);
    }

    @ParameterizedTest
    @EnumSource
    void nothingToSay(InvalidationMode mode) throws Exception {
      install(mode, 0, 1, 2);
      assertEquals(Set.of(), findings());
    }

    @Test
    void anEmptyTree() {
      assertEquals(Set.of(), findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"__pycache__/a.cpython-314.pyc", "pkg/__pycache__/b.cpython-314.pyc"})
    void missing(String place) throws Exception {
      install(InvalidationMode.CHECKED_HASH, 0);
      Files.delete(cache(place));
      assertEquals(Set.of("missing"), findings());
    }

    @ParameterizedTest
    @CsvSource({"0,truncated-header", "15,truncated-header", "16,corrupt-body", "40,corrupt-body"})
    void invalidSincePartsAreGone(int length, String finding) throws Exception {
      install(InvalidationMode.TIMESTAMP, 0);
      FileTime date = Files.getLastModifiedTime(good());
      Files.write(good(), Arrays.copyOf(Files.readAllBytes(good()), length));
      Files.setLastModifiedTime(good(), date);
      assertEquals(Set.of(finding), findings());
    }

    @ParameterizedTest
    @CsvSource({"0,wrong-magic", "2,wrong-magic", "4,bad-flags"})
    void invalidHeader(int offset, String finding) throws Exception {
      install(InvalidationMode.TIMESTAMP, 0);
      byte[] bytes = Files.readAllBytes(good());
      bytes[offset] ^= 0x40;
      Files.write(good(), bytes);
      assertEquals(Set.of(finding), findings());
    }

    @Test
    void mismatchedDate() throws Exception {
      install(InvalidationMode.TIMESTAMP, 0);
      Files.setLastModifiedTime(cache("a.py"), FileTime.fromMillis(1_234_567_890_000L));
      assertEquals(Set.of("stale-mtime"), findings());
    }

    @Test
    void mismatchedSize() throws Exception {
      install(InvalidationMode.TIMESTAMP, 0);
      FileTime date = Files.getLastModifiedTime(cache("a.py"));
      write("a.py", "x = 1 \n");
      Files.setLastModifiedTime(cache("a.py"), date);
      assertTrue(findings().contains("stale-size"), findings().toString());
    }

    @ParameterizedTest
    @CsvSource({"CHECKED_HASH,stale-hash", "UNCHECKED_HASH,unchecked-and-different"})
    void mismatchedHash(InvalidationMode mode, String finding) throws Exception {
      install(mode, 0);
      write("a.py", "x = 2\n");
      assertEquals(Set.of(finding), findings());
    }

    @Test
    void stray() throws Exception {
      install(InvalidationMode.CHECKED_HASH, 0);
      Files.delete(cache("a.py"));
      assertEquals(Set.of("orphan"), findings());
    }

    @Test
    void strayAmongLevels() throws Exception {
      install(InvalidationMode.CHECKED_HASH, 0, 1, 2);
      Files.delete(cache("__pycache__/a.cpython-314.opt-1.pyc"));
      Set<String> one = findings();
      assertTrue(one.isEmpty() || one.equals(Set.of("missing")), one.toString());
    }
  }

  /**
   * The options of rules_python's precompilation: what is kept, by what it is compared, and the
   * level, which rules_python leaves out of the name and CPython does not.
   *
   * @see <a href="https://rules-python.readthedocs.io">rules_python, precompiling</a>
   */
  @Nested
  class RulesPython {
    static Stream<Arguments> matrix() {
      Stream.Builder<Arguments> all = Stream.builder();
      for (InvalidationMode mode : InvalidationMode.values()) {
        for (int level = 0; level <= 2; level++) {
          for (boolean keepsSource : new boolean[] {true, false}) {
            all.add(Arguments.of(mode, level, keepsSource));
          }
        }
      }
      return all.build();
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void eachChoice(InvalidationMode mode, int level, boolean keepsSource) throws Exception {
      Path source = write("lib/m.py", "assert x, 'doc'\n");
      compile(mode, List.of(level), !keepsSource, false);
      String name =
          keepsSource
              ? "lib/__pycache__/m.cpython-314" + (level == 0 ? "" : ".opt-" + level) + ".pyc"
              : "lib/m.pyc";
      assertEquals(Set.of("lib/m.py", name), files());
      PycHeader header = PycHeader.read(Files.readAllBytes(folder.resolve(name)));
      assertEquals(mode, header.mode());
      if (keepsSource) {
        assertEquals(Set.of(), findings());
      } else {
        assertFalse(findings().isEmpty(), "a cache that shadows its source is worth a word");
        Files.delete(source);
        assertEquals(Set.of(name), files());
      }
    }
  }

  /**
   * The scenarios of pyclean that concern bytecode.
   *
   * @see <a href="https://github.com/bittner/pyclean">pyclean, tests</a>
   */
  @Nested
  class Pyclean {
    private CleanReport clean(boolean dryRun, PythonVersion... versions) {
      return Cleaner.clean(
          List.of(folder.toString()), new CleanSettings(List.of(versions), false, dryRun));
    }

    private void build() throws IOException {
      write("a.py", "x = 1\n");
      write("deep/er/b.py", "x = 2\n");
      compile(InvalidationMode.CHECKED_HASH, List.of(0, 1, 2), false, false);
    }

    @Test
    void cleansAllLevelsOfAllFolders() throws Exception {
      build();
      CleanReport report = clean(false);
      assertEquals(Set.of("a.py", "deep/er/b.py"), files());
      assertEquals(6, report.removed().size());
      assertEquals(2, report.folders().size());
      assertEquals(List.of(), report.problems());
    }

    @Test
    void aDryRunCountsTheSame() throws Exception {
      build();
      Set<String> before = files();
      CleanReport dry = clean(true);
      assertEquals(before, files());
      CleanReport real = clean(false);
      assertEquals(real.removed(), dry.removed());
      assertEquals(real.bytes(), dry.bytes());
      assertEquals(real.folders(), dry.folders());
    }

    @Test
    void aSecondRunHasNothingToDo() throws Exception {
      build();
      clean(false);
      CleanReport again = clean(false);
      assertEquals(List.of(), again.removed());
      assertEquals(0, again.bytes());
    }

    @Test
    void aMissingFolderIsAProblemAndOthersAreCleaned() throws Exception {
      build();
      CleanReport report =
          Cleaner.clean(
              List.of(folder.resolve("gone").toString(), folder.resolve("deep").toString()),
              new CleanSettings(List.of(), false, false));
      assertEquals(1, report.problems().size());
      assertEquals(3, report.removed().size());
    }

    @Test
    void otherVersionsStay() throws Exception {
      build();
      Path other = write("__pycache__/a.cpython-313.pyc", "13");
      Path jython = write("__pycache__/a.pypy310.pyc", "pp");
      clean(false, PythonVersion.V3_14);
      assertTrue(Files.exists(other) && Files.exists(jython));
      assertEquals(1, clean(false, PythonVersion.V3_13).removed().size());
      assertTrue(Files.exists(jython));
    }

    @Test
    void aLinkedFolderOutsideIsNotCleaned() throws Exception {
      Path tree = Files.createDirectories(folder.resolve("tree"));
      Path outside = write("outside/__pycache__/m.cpython-314.pyc", "precious");
      Files.createSymbolicLink(tree.resolve("link"), folder.resolve("outside"));
      Files.createSymbolicLink(tree.resolve("__pycache__"), outside.getParent());
      CleanReport report =
          Cleaner.clean(List.of(tree.toString()), new CleanSettings(List.of(), false, false));
      assertEquals(List.of(), report.removed());
      assertTrue(Files.exists(outside));
    }

    @Test
    void loopsOfLinksEnd() throws Exception {
      build();
      Files.createSymbolicLink(folder.resolve("deep/loop"), folder);
      assertEquals(6, clean(false).removed().size());
    }

    @Test
    void whatIsNoCacheStays() throws Exception {
      build();
      for (String name :
          List.of("m.pyc", "data.pyo", "__pycache__/notes", "__pycache__/x.pyc", "x.py[co]")) {
        write(name, "");
      }
      clean(false);
      assertTrue(
          files()
              .containsAll(
                  Set.of(
                      "m.pyc", "data.pyo", "__pycache__/notes", "__pycache__/x.pyc", "x.py[co]")));
    }
  }

  /** Equal caches of several levels are one file, and still good. */
  @Test
  void linksAreShared() throws Exception {
    write("same.py", "x = 1\n");
    write("differs.py", "'''doc'''\nassert x\n");
    compile(InvalidationMode.CHECKED_HASH, List.of(0, 1, 2), false, true);
    Path first = cache("__pycache__/same.cpython-314.pyc");
    assertTrue(Files.isSameFile(first, cache("__pycache__/same.cpython-314.opt-1.pyc")));
    assertTrue(Files.isSameFile(first, cache("__pycache__/same.cpython-314.opt-2.pyc")));
    Path documented = cache("__pycache__/differs.cpython-314.pyc");
    assertFalse(Files.isSameFile(documented, cache("__pycache__/differs.cpython-314.opt-1.pyc")));
    assertEquals(Set.of(), findings());
    byte[] before = Files.readAllBytes(cache("__pycache__/same.cpython-314.opt-2.pyc"));
    write("same.py", "'''doc'''\n");
    compile(InvalidationMode.CHECKED_HASH, List.of(0), false, false);
    assertArrayEquals(
        before,
        Files.readAllBytes(cache("__pycache__/same.cpython-314.opt-2.pyc")),
        "one level written anew leaves the others as they were");
  }
}
