package io.github.pycmaven.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.cache.CompileEngine;
import io.github.pycmaven.cache.CompileSettings;
import io.github.pycmaven.cache.ProgressListener;
import io.github.pycmaven.cache.RecordedNames;
import io.github.pycmaven.cache.SourceSelection;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.target.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A native CPython runs from the tree that the goals made, by its caches as they are. */
@Tag("conformance")
class NativeImportConformanceTest {
  private static final Path ROOT = Path.of(System.getProperty("pyc.cpython.root", "missing"));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void loadsOurCachesAsTheyAre(InvalidationMode mode) throws Exception {
    Files.createDirectories(folder.resolve("pkg"));
    Files.writeString(folder.resolve("pkg/__init__.py"), "from .sub import f\n");
    Files.writeString(folder.resolve("pkg/sub.py"), "def f(x):\n    return f'<{x}>'\n");
    Files.writeString(folder.resolve("main.py"), "import pkg\nprint(pkg.f(1), pkg.__cached__)\n");
    CompileEngine.compile(
        SourceSelection.of(List.of(folder.toString())),
        new CompileSettings(
            List.of(Release.V3_14_10),
            List.of(0),
            mode,
            null,
            false,
            false,
            false,
            false,
            RecordedNames.RELATIVE,
            1),
        ProgressListener.NONE);
    Path cache = folder.resolve("pkg/__pycache__/sub.cpython-314.pyc");
    FileTime before = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(cache, before);
    String errors = run();
    assertTrue(errors.contains("# code object from '" + cache + "'"), errors);
    assertTrue(!errors.contains("# wrote "), errors);
    assertEquals(before, Files.getLastModifiedTime(cache));
  }

  private String run() throws IOException, InterruptedException {
    Path python = ROOT.resolve("bin/python3.14");
    assertTrue(python.toFile().setExecutable(true), "no interpreter at " + python);
    ProcessBuilder builder =
        new ProcessBuilder(python.toString(), "-v", folder.resolve("main.py").toString());
    builder.environment().put("PYTHONHOME", ROOT.toString());
    builder.environment().put("LD_LIBRARY_PATH", ROOT + ":" + ROOT.resolve("lib"));
    builder.environment().remove("PYTHONDONTWRITEBYTECODE");
    Path errors = folder.resolve("errors");
    Process process = builder.redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    String packageCache = folder.resolve("pkg/__pycache__/__init__.cpython-314.pyc").toString();
    assertEquals("<1> " + packageCache + "\n", out);
    return Files.readString(errors);
  }
}
