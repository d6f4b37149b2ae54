package io.github.pycmaven.compiler;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.compiler.dialect.Dialects;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import io.github.pycmaven.target.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is wired in for which data, strategies or a corpus are missing. */
class VersionWiringTest {
  static Stream<PythonVersion> compilable() {
    return Arrays.stream(Release.values()).map(Release::version).distinct();
  }

  @ParameterizedTest
  @EnumSource(PythonVersion.class)
  void eachVersionHasTheFactsThatItsCpythonWrote(PythonVersion version) {
    Target target = assertDoesNotThrow(() -> Target.of(version));
    assertTrue(target.release().startsWith(version + "."), target.release());
  }

  @ParameterizedTest
  @EnumSource(Release.class)
  void eachReleaseHasADialect(Release release) {
    assertEquals(release.version(), Dialects.of(release).target().version());
  }

  @ParameterizedTest
  @MethodSource("compilable")
  void whatAVersionMeansIsWhatItsFactsWereWrittenBy(PythonVersion version) {
    assertEquals(Release.defaultOf(version).toString(), Target.of(version).release());
  }

  @ParameterizedTest
  @MethodSource("compilable")
  void eachVersionKnowsWhatIsInternedAtStart(PythonVersion version) {
    assertTrue(Target.of(version).isInternedAtStart("append"));
  }

  @ParameterizedTest
  @MethodSource("compilable")
  void eachVersionHasACorpusOfItsDefaultRelease(PythonVersion version) throws IOException {
    InputStream in = VersionWiringTest.class.getResourceAsStream("/corpus/" + version + ".tsv");
    assertNotNull(in, "no corpus for " + version);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      assertEquals(
          "# written by make_corpus.py under CPython " + Release.defaultOf(version),
          lines.readLine());
      assertTrue(lines.lines().count() > 600);
    }
  }
}
