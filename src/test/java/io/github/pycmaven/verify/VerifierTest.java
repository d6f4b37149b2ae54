package io.github.pycmaven.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
  @TempDir Path folder;
  private Path source;
  private Path cache;

  @BeforeEach
  void compile() throws IOException {
    source = Files.writeString(folder.resolve("m.py"), "def f(x):\n    return x + 1000\n");
    Files.writeString(folder.resolve("n.py"), "def f(x):\n    return x + 1001\n");
    compile(InvalidationMode.CHECKED_HASH);
    cache = folder.resolve("__pycache__/m.cpython-314.pyc");
  }

  private void compile(InvalidationMode mode) {
    CompileSettings settings =
        new CompileSettings(
            List.of(Release.defaultOf(PythonVersion.V3_14)),
            List.of(0),
            mode,
            null,
            false,
            false,
            true,
            false,
            RecordedNames.RELATIVE,
            1);
    CompileEngine.compile(
        SourceSelection.of(List.of(folder.toString())), settings, ProgressListener.NONE);
  }

  private List<FindingKind> verify() {
    VerifySettings settings = new VerifySettings(List.of(), true, false, 2);
    return Verifier.verify(List.of(folder.toString()), settings).findings().stream()
        .map(Finding::kind)
        .toList();
  }

  private void patch(int offset, int value) throws IOException {
    byte[] bytes = Files.readAllBytes(cache);
    bytes[offset] = (byte) value;
    Files.write(cache, bytes);
  }

  @Test
  void goodCachesAreGood() {
    for (InvalidationMode mode : InvalidationMode.values()) {
      compile(mode);
      assertEquals(List.of(), verify(), mode.toString());
    }
  }

  @Test
  void findsAChangedSource() throws Exception {
    Files.writeString(source, "x = 1\n");
    assertEquals(List.of(FindingKind.STALE_HASH), verify());
  }

  @Test
  void findsAChangedSourceThatNobodyChecks() throws Exception {
    compile(InvalidationMode.UNCHECKED_HASH);
    Files.writeString(source, "x = 1\n");
    assertEquals(List.of(FindingKind.UNCHECKED_AND_DIFFERENT), verify());
  }

  @Test
  void findsAnotherDateAndSize() throws Exception {
    compile(InvalidationMode.TIMESTAMP);
    Files.setLastModifiedTime(source, FileTime.fromMillis(1_000_000_000_000L));
    assertEquals(List.of(FindingKind.STALE_MTIME), verify());
    Files.writeString(source, "x = 1\n");
    Files.setLastModifiedTime(source, FileTime.fromMillis(1_000_000_000_000L));
    assertTrue(verify().contains(FindingKind.STALE_SIZE));
  }

  @Test
  void findsADecoySource() throws Exception {
    // The other module's body under this one's header: no header check can see it.
    byte[] bytes = Files.readAllBytes(cache);
    byte[] other = Files.readAllBytes(folder.resolve("__pycache__/n.cpython-314.pyc"));
    System.arraycopy(bytes, 0, other, 0, 16);
    Files.write(cache, other);
    assertEquals(List.of(FindingKind.BODY_MISMATCH), verify());
  }

  @Test
  void findsDamage() throws Exception {
    byte[] bytes = Files.readAllBytes(cache);
    Files.write(cache, Arrays.copyOf(bytes, 9));
    assertEquals(List.of(FindingKind.TRUNCATED_HEADER), verify());
    Files.write(cache, Arrays.copyOf(bytes, bytes.length - 5));
    assertEquals(List.of(FindingKind.CORRUPT_BODY), verify());
    Files.write(cache, Arrays.copyOf(bytes, bytes.length + 5));
    assertEquals(List.of(FindingKind.TRAILING_BYTES), verify());
    byte[] number = Arrays.copyOf(bytes, 21);
    number[16] = 'i';
    Files.write(cache, number);
    assertEquals(List.of(FindingKind.NON_CODE), verify());
  }

  @Test
  void findsAForeignHeader() throws Exception {
    patch(0, 0xf3);
    assertEquals(List.of(FindingKind.WRONG_MAGIC), verify());
    compile(InvalidationMode.CHECKED_HASH);
    patch(4, 7);
    assertEquals(List.of(FindingKind.BAD_FLAGS), verify());
  }

  @Test
  void findsMissingAndOrphans() throws Exception {
    Files.delete(source);
    assertEquals(List.of(FindingKind.ORPHAN), verify());
    Files.delete(cache);
    Files.writeString(source, "x = 1\n");
    assertEquals(List.of(FindingKind.MISSING), verify());
  }

  @Test
  void aSourceThatDoesNotCompileNeedsNoCache() throws Exception {
    Files.delete(cache);
    Files.writeString(source, "x = = 1\n");
    assertEquals(List.of(), verify());
  }

  @Test
  void findsWhatDoesNotBelong() throws Exception {
    Path caches = cache.getParent();
    Files.copy(cache, caches.resolve("m.graalpy-38.pyc"));
    Files.copy(cache, caches.resolve("m.cpython-314.pyc.140012345"));
    Files.copy(cache, folder.resolve("n.pyc"));
    assertEquals(
        List.of(FindingKind.TEMP_LEFT_OVER, FindingKind.FOREIGN_TAG, FindingKind.LEGACY_SHADOW),
        verify());
  }
}
