package io.github.pycmaven.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/** Rules that hold everywhere, each with its reason. */
class HouseRulesTest {
  /** HotSpot never compiles a larger method. */
  private static final int LARGEST_METHOD = 8_000;

  private static final int LONGEST_FILE = 800;
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path CLASSES = Path.of("target/classes");

  private static JavaClasses classes;

  @BeforeAll
  static void importClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.pycmaven");
  }

  private static List<Path> files(Path root, String suffix) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(p -> p.toString().endsWith(suffix)).sorted().toList();
    }
  }

  @Test
  void noMethodIsTooLargeForTheJit() throws IOException {
    List<String> tooLarge = new ArrayList<>();
    int[] methods = {0};
    for (Path file : files(CLASSES, ".class")) {
      try (InputStream in = Files.newInputStream(file)) {
        new ClassReader(in)
            .accept(
                new ClassVisitor(Opcodes.ASM9) {
                  @Override
                  public MethodVisitor visitMethod(
                      int access, String name, String type, String generic, String[] thrown) {
                    return new CodeSizeEvaluator(Opcodes.ASM9, null) {
                      @Override
                      public void visitEnd() {
                        methods[0]++;
                        // Static initializers run once.
                        if (getMinSize() > LARGEST_METHOD && !name.equals("<clinit>")) {
                          tooLarge.add(file + " " + name + ": " + getMinSize() + " bytes");
                        }
                      }
                    };
                  }
                },
                ClassReader.SKIP_DEBUG);
      }
    }
    assertTrue(methods[0] > 1000, "only " + methods[0] + " methods looked at");
    assertEquals(List.of(), tooLarge, "HotSpot never compiles methods above 8,000 bytes");
  }

  @Test
  void noFileIsTooLong() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : files(SOURCES, ".java")) {
      try (Stream<String> lines = Files.lines(file)) {
        long count = lines.count();
        if (count > LONGEST_FILE) {
          tooLong.add(file + ": " + count + " lines");
        }
      }
    }
    assertEquals(List.of(), tooLong, "one construct a file: split by construct");
  }

  @Test
  void eachPackageTellsWhatItIs() throws IOException {
    List<String> missing = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(SOURCES)) {
      for (Path folder : paths.filter(Files::isDirectory).toList()) {
        try (Stream<Path> entries = Files.list(folder)) {
          boolean hasClasses = entries.anyMatch(p -> p.toString().endsWith(".java"));
          if (hasClasses && !Files.exists(folder.resolve("package-info.java"))) {
            missing.add(folder.toString());
          }
        }
      }
    }
    assertEquals(List.of(), missing, "package-info is the map");
  }

  @Test
  void citationsOfCpythonHaveTheForm() throws IOException {
    Pattern form =
        Pattern.compile(
            "(Python|Objects|Parser|Include|Lib|Modules|Grammar|Tools|Programs|InternalDocs)/[\\w./-]+"
                + "(:[\\w.]+)?");
    List<String> bad = new ArrayList<>();
    int found = 0;
    for (Path file : files(SOURCES, ".java")) {
      Matcher tags = Pattern.compile("@cpython ([^\\n]*)").matcher(Files.readString(file));
      while (tags.find()) {
        found++;
        String first = tags.group(1).replaceAll("[,; (*].*", "");
        if (!form.matcher(first).matches()) {
          bad.add(file + ": " + tags.group(1));
        }
      }
    }
    assertTrue(found > 50, "only " + found + " citations looked at");
    assertEquals(List.of(), bad, "a citation names a file of CPython and the function in it");
  }

  @Test
  void mavenStaysInItsPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..pycmaven.maven..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..")
        .because("the engine runs without Maven in the standalone jar")
        .check(classes);
  }

  @Test
  void onlyTheCommandLineTouchesTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..cli..", "..launcher..", "..vm..", "..embed..", "..maven..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .because("who embeds the engine decides where text goes")
        .check(classes);
  }

  @Test
  void namesSayWhatAClassIs() {
    classes()
        .should()
        .haveNameNotMatching(".*(Utils?|Helper|Manager|Impl)|.*\\.Common\\w*")
        .because("such a name says nothing; name the thing")
        .check(classes);
    assertFalse(classes.isEmpty());
  }

  @Test
  void versionsAreComparedInOnePlaceOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..pycmaven.target..", "..compiler.dialect..")
        .should()
        .callMethod(io.github.pycmaven.target.PythonVersion.class, "compareTo", Enum.class)
        .orShould()
        .callMethod(io.github.pycmaven.target.PythonVersion.class, "ordinal")
        .orShould()
        .callMethod(io.github.pycmaven.target.PythonVersion.class, "minor")
        .because("differences of versions are features or strategies, named for the thing")
        .check(classes);
  }

  @Test
  void sourcesAreReadable() {
    assertTrue(Files.isDirectory(SOURCES), "the tests run in the project's folder");
    try (Stream<Path> paths = Files.walk(SOURCES)) {
      assertTrue(paths.count() > 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
