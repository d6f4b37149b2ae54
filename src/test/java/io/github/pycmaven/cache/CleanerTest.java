package io.github.pycmaven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.target.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanerTest {
  @TempDir Path temp;
  private Path folder;
  private Path caches;

  @BeforeEach
  void fill() throws IOException {
    folder = Files.createDirectories(temp.resolve("tree"));
    caches = Files.createDirectories(folder.resolve("__pycache__"));
    Files.writeString(folder.resolve("m.py"), "");
    for (String name :
        List.of("m.cpython-314.pyc", "m.cpython-313.opt-1.pyc", "gone.cpython-314.pyc")) {
      Files.writeString(caches.resolve(name), "12345");
    }
  }

  private CleanReport clean(boolean orphans, boolean dryRun, PythonVersion... versions) {
    return Cleaner.clean(
        List.of(folder.toString()), new CleanSettings(List.of(versions), orphans, dryRun));
  }

  @Test
  void removesAllCachesAndTheirFolder() {
    CleanReport report = clean(false, false);
    assertEquals(3, report.removed().size());
    assertEquals(15, report.bytes());
    assertFalse(Files.exists(caches));
    assertTrue(Files.exists(folder.resolve("m.py")));
  }

  @Test
  void removesTheCachesOfOneVersion() {
    clean(false, false, PythonVersion.V3_13);
    assertFalse(Files.exists(caches.resolve("m.cpython-313.opt-1.pyc")));
    assertTrue(Files.exists(caches.resolve("m.cpython-314.pyc")));
  }

  @Test
  void removesOrphansOnly() {
    assertEquals(1, clean(true, false).removed().size());
    assertTrue(Files.exists(caches.resolve("m.cpython-314.pyc")));
    assertFalse(Files.exists(caches.resolve("gone.cpython-314.pyc")));
  }

  @Test
  void aDryRunRemovesNothing() {
    assertEquals(3, clean(false, true).removed().size());
    assertTrue(Files.exists(caches.resolve("m.cpython-314.pyc")));
  }

  @Test
  void keepsWhatIsNoCache() throws Exception {
    Files.writeString(caches.resolve("notes.txt"), "");
    Files.writeString(caches.resolve("data.pyc"), "");
    Files.writeString(folder.resolve("legacy.pyc"), "");
    clean(false, false);
    assertTrue(Files.exists(caches.resolve("notes.txt")));
    assertTrue(Files.exists(caches.resolve("data.pyc")));
    assertTrue(Files.exists(folder.resolve("legacy.pyc")));
  }

  @Test
  void followsNoLink() throws Exception {
    Path outside = Files.createDirectories(temp.resolve("outside/__pycache__"));
    Path precious = Files.writeString(outside.resolve("p.cpython-314.pyc"), "");
    Files.createSymbolicLink(folder.resolve("link"), outside.getParent());
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Files.createSymbolicLink(inner.resolve("__pycache__"), outside);
    clean(false, false);
    assertTrue(Files.exists(precious));
    CleanReport report =
        Cleaner.clean(
            List.of(folder.resolve("link").toString()), new CleanSettings(List.of(), false, false));
    assertEquals(1, report.problems().size());
    assertTrue(Files.exists(precious));
  }

  @Test
  void removesWhatInterruptedWritesLeft() throws Exception {
    Path left = Files.writeString(caches.resolve("m.cpython-314.pyc.9081726354"), "");
    clean(true, false);
    assertFalse(Files.exists(left));
  }

  @Test
  void refusesHomeAndWhatLiesAboveTheProject() {
    String home = System.getProperty("user.home");
    CleanSettings plain = new CleanSettings(List.of(), false, true, false, folder);
    assertEquals(1, Cleaner.clean(List.of(home), plain).problems().size());
    assertEquals(1, Cleaner.clean(List.of(temp.toString()), plain).problems().size());
    assertEquals(0, Cleaner.clean(List.of(temp.toString()), plain).removed().size());
    assertEquals(3, Cleaner.clean(List.of(folder.toString()), plain).removed().size());
    CleanSettings forced = new CleanSettings(List.of(), false, true, true, folder);
    assertEquals(3, Cleaner.clean(List.of(temp.toString()), forced).removed().size());
  }

  @Test
  void aWayAroundThatLeadsAboveTheProjectIsSeen() {
    CleanSettings plain = new CleanSettings(List.of(), false, true, false, folder);
    String around = folder.resolve("__pycache__/../..").toString();
    assertEquals(1, Cleaner.clean(List.of(around), plain).problems().size());
  }

  @Test
  void endsInLoopsAndRemovesNoLinks() throws Exception {
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder);
    Path link =
        Files.createSymbolicLink(
            caches.resolve("l.cpython-314.pyc"), caches.resolve("m.cpython-314.pyc"));
    Path strange = Files.createDirectory(caches.resolve("d.cpython-314.pyc"));
    assertEquals(3, clean(false, false).removed().size());
    assertTrue(Files.isSymbolicLink(loop));
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.isDirectory(strange));
  }

  @Test
  void keepsOtherVersionsAndTheirFolder() {
    CleanReport report = clean(false, false, PythonVersion.V3_14);
    assertEquals(2, report.removed().size());
    assertEquals(10, report.bytes());
    assertEquals(0, report.folders().size());
    assertTrue(Files.exists(caches));
  }

  @Test
  void cleansACacheFolderThatIsNamedItself() {
    CleanSettings all = new CleanSettings(List.of(), false, false, false, folder);
    CleanReport report = Cleaner.clean(List.of(caches.toString()), all);
    assertEquals(3, report.removed().size());
    assertEquals(1, report.folders().size());
  }

  @Test
  void aPathThatDoesNotExistIsAProblem() {
    CleanSettings all = new CleanSettings(List.of(), false, false);
    String nowhere = temp.resolve("nowhere").toString();
    assertEquals(1, Cleaner.clean(List.of(nowhere), all).problems().size());
  }

  @Test
  void refusesTheRootOfTheFileSystem() {
    CleanReport report = Cleaner.clean(List.of("/"), new CleanSettings(List.of(), false, true));
    assertEquals(1, report.problems().size());
  }
}
