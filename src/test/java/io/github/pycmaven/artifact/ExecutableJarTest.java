package io.github.pycmaven.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into executable jars, and what is refused. That they run is held by projects. */
class ExecutableJarTest {
  private static final LocalDateTime DATE = LocalDateTime.of(2026, 1, 2, 3, 4, 4);

  /** The library as the runtime jar holds it; of the machine itself a class suffices here. */
  @TempDir static Path shared;

  private static Path runtime;
  @TempDir Path folder;
  private Path project;

  @BeforeAll
  static void packRuntime() throws IOException {
    Path library = Path.of(System.getProperty("pyc.vm.library"));
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(library.resolve("pyc/lib"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(library.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    files.put("io/github/pycmaven/vm/Launcher.class", new byte[] {1});
    runtime = zip(shared.resolve("runtime.jar"), files);
  }

  private static Path zip(Path place, Map<String, byte[]> files) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(place))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return place;
  }

  private Path zip(String name, String... namesAndTexts) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return zip(folder.resolve(name), files);
  }

  @BeforeEach
  void packProject() throws IOException {
    project =
        zip(
            "p.jar",
            "main.py",
            "import pkg.sub\n",
            "pkg/__init__.py",
            "from . import sub\n",
            "pkg/sub.py",
            "def f():\n    import csv\n    open('x', encoding='CP1251')\n",
            "pkg/data.txt",
            "data");
  }

  private ExecutableJar.Result write(String main, List<Path> dependencies, boolean whole)
      throws IOException, PackagingException {
    return write(main, dependencies, whole, runtime, List.of());
  }

  private ExecutableJar.Result write(
      String main, List<Path> dependencies, boolean whole, Path machine, List<String> includes)
      throws IOException, PackagingException {
    return ExecutableJar.write(
        new ExecutableJar.Plan(
            project,
            machine,
            dependencies,
            main == null ? Map.of() : Map.of("main", EntrySpec.of(main)),
            "main",
            whole,
            includes,
            0,
            false,
            DATE),
        folder.resolve("out.jar"));
  }

  private List<String> names() throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve("out.jar").toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }

  private static String module(String name) {
    int slash = name.lastIndexOf('/') + 1;
    return "pyc/lib/"
        + name.substring(0, slash)
        + "__pycache__/"
        + name.substring(slash)
        + ".cpython-314.pyc";
  }

  @Test
  void holdsTheProgramAndWhatItNeeds() throws Exception {
    ExecutableJar.Result result = write("main.py", List.of(), false);
    assertEquals(3, result.modules());
    assertEquals(3, result.compiled());
    List<String> names = names();
    assertTrue(names.containsAll(List.of("main.py", "pkg/data.txt", "pkg/", "pkg/sub.py")));
    assertTrue(names.contains("pkg/__pycache__/sub.cpython-314.pyc"));
    assertTrue(names.contains(module("csv")), "imported in a function");
    assertTrue(names.contains(module("encodings/cp1251")), "named as an encoding");
    assertTrue(names.contains(module("io")) && names.contains(module("encodings/utf_8")));
    assertFalse(names.contains(module("sqlite3/__init__")));
    assertEquals("META-INF/MANIFEST.MF", names.get(0));
  }

  @Test
  void theWholeLibraryOnRequest() throws Exception {
    int all = write("main.py", List.of(), true).libraryModules();
    assertTrue(all > 500, "only " + all);
    write("main.py", List.of(), false, runtime, List.of("sqlite3"));
    assertTrue(names().contains(module("sqlite3/__init__")));
  }

  @Test
  void theSameBytesAgain() throws Exception {
    write("pkg.sub:f", List.of(), false);
    byte[] first = Files.readAllBytes(folder.resolve("out.jar"));
    Files.delete(folder.resolve("out.jar"));
    write("pkg.sub:f", List.of(), false);
    assertTrue(Arrays.equals(first, Files.readAllBytes(folder.resolve("out.jar"))));
  }

  private void refused(String words, org.junit.jupiter.api.function.Executable what) {
    PackagingException refusal = assertThrows(PackagingException.class, what);
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    assertFalse(Files.exists(folder.resolve("out.jar")), "nothing is written");
  }

  @Test
  void entryPointsMustBeThere() {
    refused("there is no entry point", () -> write(null, List.of(), false));
    refused("there is no other.py", () -> write("other.py", List.of(), false));
    refused("there is no module pkg.none", () -> write("pkg.none", List.of(), false));
    refused("there is no module pkg.__main__", () -> write("pkg", List.of(), false));
    refused("is no entry point", () -> write("pkg..sub", List.of(), false));
  }

  @Test
  void whatCannotRunIsRefused() throws Exception {
    Path wheel = zip("fast-1.0-cp314-linux.whl", "fast/__init__.py", "", "fast/_c.so", "ELF");
    refused("native extension (fast/_c.so)", () -> write("main.py", List.of(wheel), false));
    Path wild = zip("wild.whl", "../x.py", "");
    refused("leads out of the archive", () -> write("main.py", List.of(wild), false));
    refused(
        "no such dependency", () -> write("main.py", List.of(folder.resolve("gone.whl")), false));
    Path text = Files.writeString(folder.resolve("text.whl"), "no archive");
    refused("no good archive", () -> write("main.py", List.of(text), false));
    refused("it is no runtime jar", () -> write("main.py", List.of(), false, project, List.of()));
    refused(
        "no module 'nothing'",
        () -> write("main.py", List.of(), false, runtime, List.of("nothing")));
  }

  @Test
  void brokenCachesAreMadeAnewAndBrokenSourcesStay() throws Exception {
    project =
        zip(
            "p.jar",
            "main.py",
            "print(1)\n",
            "__pycache__/main.cpython-314.pyc",
            "broken",
            "bad.py",
            "x = = 1\n");
    ExecutableJar.Result result = write("main.py", List.of(), false);
    assertEquals(1, result.modules());
    assertEquals(1, result.compiled());
    assertEquals(1, result.warnings().size());
    assertTrue(result.warnings().get(0).startsWith("bad.py:1: invalid syntax"));
  }

  @Test
  void wheelsAreSpreadAsInstallersDo() throws Exception {
    Path wheel =
        zip(
            "w-1.0-py3-none-any.whl",
            "w/__init__.py",
            "import json\n",
            "w-1.0.data/purelib/w/more.py",
            "",
            "w-1.0.data/scripts/tool",
            "#!python",
            "w-1.0.dist-info/METADATA",
            "Name: w");
    write("main.py", List.of(wheel), false);
    List<String> names = names();
    assertTrue(names.containsAll(List.of("w/more.py", "w-1.0.dist-info/METADATA")));
    assertTrue(names.contains("w/__pycache__/more.cpython-314.pyc"));
    assertTrue(names.contains(module("json/__init__")));
    assertTrue(names.stream().noneMatch(name -> name.contains("scripts")));
  }
}
