package io.github.pycmaven.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.compiler.CompileOptions;
import io.github.pycmaven.compiler.CompileResult;
import io.github.pycmaven.compiler.ParsedSource;
import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.target.Release;
import io.github.pycmaven.target.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The modules of CPython's own library compile to the very bytes that CPython writes: the digests
 * in the corpus table were written by CPython itself, so no Python is needed here.
 */
class LibraryCorpusTest {
  private static final int LEVELS = 3;

  /** The build fails if the library was not unpacked: a test without input proves nothing. */
  private static final Path LIBRARY = Path.of(System.getProperty("pyc.cpython.library"));

  private record Row(String path, String source, List<String> bodies) {}

  /** The digests that a CPython has written. */
  private static List<Row> corpus(Release release) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                LibraryCorpusTest.class.getResourceAsStream(resource(release)),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("#")) {
          List<String> fields = List.of(line.split("\t"));
          rows.add(new Row(fields.get(0), fields.get(1), fields.subList(2, 2 + LEVELS)));
        }
      }
    }
    return rows;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String bodyDigest(ParsedSource source, Release release, int level) {
    CompileResult result = source.compile(CompileOptions.of(release, level));
    return result instanceof CompileResult.Compiled compiled
        ? digest(PycFile.body(compiled.code(), Target.of(release)))
        : "rejected";
  }

  private static String resource(Release release) {
    return "/corpus/" + release.label() + ".tsv";
  }

  /** Each release whose digests we have; those that versions mean all have some. */
  static Stream<Release> releases() {
    return Arrays.stream(Release.values())
        .filter(r -> r.isDefault() || LibraryCorpusTest.class.getResource(resource(r)) != null);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void equalsCpythonByteForByte(Release release) throws Exception {
    List<Row> rows = corpus(release);
    assertTrue(rows.size() > 600, "the corpus has " + rows.size() + " files only");
    List<String> different = Collections.synchronizedList(new ArrayList<>());
    rows.parallelStream()
        .forEach(
            row -> {
              ParsedSource source = new ParsedSource(SourceText.of(row.path, read(row)));
              for (int level = 0; level < LEVELS; level++) {
                if (!bodyDigest(source, release, level).equals(row.bodies.get(level))) {
                  different.add(row.path + " at level " + level);
                }
              }
            });
    Collections.sort(different);
    assertEquals(List.of(), different, "caches that differ from CPython's own");
  }

  private static byte[] read(Row row) {
    try {
      byte[] source = Files.readAllBytes(LIBRARY.resolve(row.path));
      assertEquals(row.source, digest(source), row.path + " is not the source of the corpus");
      return source;
    } catch (IOException e) {
      throw new AssertionError("the library is not unpacked at " + LIBRARY, e);
    }
  }
}
