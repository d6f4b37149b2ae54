package io.github.pycmaven.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.pyc.PycHeader;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileEngineTest {
  private static final Target TARGET = Target.of(PythonVersion.V3_14);

  @TempDir Path folder;

  private CompileSettings settings(InvalidationMode mode, Path output, boolean force) {
    return new CompileSettings(
        List.of(Release.defaultOf(PythonVersion.V3_14)),
        List.of(0),
        mode,
        output,
        false,
        false,
        force,
        false,
        RecordedNames.RELATIVE,
        2);
  }

  private CompileReport compile(CompileSettings settings) {
    return CompileEngine.compile(
        SourceSelection.of(List.of(folder.toString())), settings, ProgressListener.NONE);
  }

  private CompileReport compileInPlace() {
    return compile(settings(InvalidationMode.TIMESTAMP, null, false));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path cacheOf(String stem) {
    return folder.resolve("__pycache__").resolve(stem + ".cpython-314.pyc");
  }

  @Test
  void writesOneCacheForEachSource() throws Exception {
    write("a.py", "x = 1\n");
    write("package/b.py", "y = 2\n");
    CompileReport report = compileInPlace();
    assertEquals(2, report.written());
    PycHeader header = PycHeader.read(Files.readAllBytes(cacheOf("a")));
    assertEquals(InvalidationMode.TIMESTAMP, header.mode());
    assertEquals(6, header.size());
    assertTrue(Files.exists(folder.resolve("package/__pycache__/b.cpython-314.pyc")));
  }

  @Test
  void secondRunHasNothingToDoInAnyMode() throws Exception {
    write("a.py", "x = 1\n");
    for (InvalidationMode mode : InvalidationMode.values()) {
      assertEquals(1, compile(settings(mode, null, false)).written(), mode.toString());
      CompileReport second = compile(settings(mode, null, false));
      assertEquals(0, second.written(), mode.toString());
      assertEquals(1, second.upToDate(), mode.toString());
    }
  }

  @Test
  void seesAChangedSizeUnderAnOldDate() throws Exception {
    Path source = write("a.py", "x = 1\n");
    FileTime time = FileTime.fromMillis(1_700_000_000_000L);
    Files.setLastModifiedTime(source, time);
    compileInPlace();
    Files.writeString(source, "x = 12\n");
    Files.setLastModifiedTime(source, time);
    assertEquals(1, compileInPlace().written());
  }

  @Test
  void seesADamagedBody() throws Exception {
    write("a.py", "x = 1\n");
    compileInPlace();
    byte[] bytes = Files.readAllBytes(cacheOf("a"));
    Files.write(cacheOf("a"), Arrays.copyOf(bytes, bytes.length - 3));
    assertEquals(1, compileInPlace().written());
    assertArrayEquals(bytes, Files.readAllBytes(cacheOf("a")));
  }

  @Test
  void seesAnotherRecordedName() throws Exception {
    write("a.py", "x = 1\n");
    compileInPlace();
    CompileSettings renamed =
        new CompileSettings(
            List.of(Release.defaultOf(PythonVersion.V3_14)),
            List.of(0),
            InvalidationMode.TIMESTAMP,
            null,
            false,
            false,
            false,
            false,
            new RecordedNames(true, null, "/app", null),
            1);
    assertEquals(1, compile(renamed).written());
    PycFile.Body body = PycFile.readBody(Files.readAllBytes(cacheOf("a")), TARGET);
    assertEquals("/app/a.py", body.code().filename().value());
  }

  @Test
  void oneBadSourceCostsNoOtherItsCache() throws Exception {
    write("good.py", "x = 1\n");
    write("bad.py", "x = = 1\n");
    write("nul.py", "x = 1\0\n");
    write("cookie.py", "# coding: no-such-codec\n");
    CompileReport report = compileInPlace();
    assertEquals(1, report.written());
    assertEquals(3, report.rejected());
    assertEquals(0, report.failed());
    try (Stream<Path> files = Files.list(folder.resolve("__pycache__"))) {
      assertEquals(List.of(cacheOf("good")), files.toList(), "no partial file is left");
    }
  }

  @Test
  void aPathThatDoesNotExistIsAProblem() {
    CompileReport report =
        CompileEngine.compile(
            SourceSelection.of(List.of(folder.resolve("gone").toString())),
            settings(InvalidationMode.TIMESTAMP, null, false),
            ProgressListener.NONE);
    assertEquals(1, report.failed());
  }

  @Test
  void refusesToReplaceALink() throws Exception {
    write("a.py", "x = 1\n");
    Path elsewhere = write("elsewhere.txt", "mine\n");
    Files.createDirectories(folder.resolve("__pycache__"));
    Files.createSymbolicLink(cacheOf("a"), elsewhere);
    CompileReport report = compileInPlace();
    assertEquals(1, report.failed());
    assertEquals("mine\n", Files.readString(elsewhere));
  }

  @Test
  void linksEqualCachesOfSeveralLevels() throws Exception {
    write("a.py", "x = 1\n");
    CompileSettings linked =
        new CompileSettings(
            List.of(Release.defaultOf(PythonVersion.V3_14)),
            List.of(0, 1, 2),
            InvalidationMode.CHECKED_HASH,
            null,
            false,
            false,
            true,
            true,
            RecordedNames.RELATIVE,
            1);
    assertEquals(3, compile(linked).written());
    assertTrue(
        Files.isSameFile(cacheOf("a"), folder.resolve("__pycache__/a.cpython-314.opt-1.pyc")));
    assertTrue(
        Files.isSameFile(cacheOf("a"), folder.resolve("__pycache__/a.cpython-314.opt-2.pyc")));
  }

  @Test
  void oneOrManyWorkersWriteTheSameBytes() throws Exception {
    for (int i = 0; i < 40; i++) {
      write(
          "m" + i + ".py",
          "def f" + i + "(a, b=" + i + "):\n    return {'k': (a, b, " + i + ")}\n");
    }
    Path one = folder.resolveSibling(folder.getFileName() + "-one");
    Path many = folder.resolveSibling(folder.getFileName() + "-many");
    CompileSettings single =
        new CompileSettings(
            List.of(Release.defaultOf(PythonVersion.V3_14)),
            List.of(0),
            InvalidationMode.CHECKED_HASH,
            one,
            true,
            false,
            false,
            false,
            RecordedNames.RELATIVE,
            1);
    CompileSettings parallel =
        new CompileSettings(
            List.of(Release.defaultOf(PythonVersion.V3_14)),
            List.of(0),
            InvalidationMode.CHECKED_HASH,
            many,
            true,
            false,
            false,
            false,
            RecordedNames.RELATIVE,
            8);
    compile(single);
    compile(parallel);
    for (int i = 0; i < 40; i++) {
      String cache = "__pycache__/m" + i + ".cpython-314.pyc";
      assertArrayEquals(
          Files.readAllBytes(one.resolve(cache)), Files.readAllBytes(many.resolve(cache)));
    }
  }

  @Test
  void settingsThatContradictAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new CompileSettings(
                List.of(Release.defaultOf(PythonVersion.V3_14)),
                List.of(0),
                InvalidationMode.TIMESTAMP,
                null,
                false,
                false,
                false,
                true,
                RecordedNames.AS_GIVEN,
                1));
    assertFalse(Files.exists(cacheOf("a")));
  }

  @Test
  void leavesMuchWorkToAnother() throws Exception {
    for (int i = 0; i < 5; i++) {
      write("m" + i + ".py", "x = " + i + "\n");
    }
    CompileSettings settings = settings(InvalidationMode.CHECKED_HASH, null, false);
    SourceSelection selection = SourceSelection.of(List.of(folder.toString()));
    assertTrue(CompileEngine.compileFew(selection, settings, ProgressListener.NONE, 4).isEmpty());
    assertFalse(Files.exists(cacheOf("m0")));
    CompileReport all =
        CompileEngine.compileFew(selection, settings, ProgressListener.NONE, 5).orElseThrow();
    assertEquals(5, all.written());
    Files.delete(cacheOf("m3"));
    write("m4.py", "x = 5\n");
    CompileReport rest =
        CompileEngine.compileFew(selection, settings, ProgressListener.NONE, 2).orElseThrow();
    assertEquals(2, rest.written());
    assertEquals(3, rest.upToDate());
  }
}
