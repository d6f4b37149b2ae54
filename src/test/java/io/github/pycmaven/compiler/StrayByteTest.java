package io.github.pycmaven.compiler;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bytes that are no UTF-8: CPython looked at those of comments only from 3.14 on. */
class StrayByteTest {
  private static CompileResult compile(PythonVersion version, String source) {
    byte[] bytes = source.getBytes(StandardCharsets.ISO_8859_1);
    CompileOptions options = CompileOptions.of(Release.defaultOf(version), 0);
    return new ParsedSource(SourceText.of("a.py", bytes)).compile(options);
  }

  @Test
  void inCommentTheyAreIgnoredBefore314() {
    String source = "x = 1  # caf\u00e9\n";
    assertInstanceOf(CompileResult.Compiled.class, compile(PythonVersion.V3_13, source));
    assertInstanceOf(CompileResult.Rejected.class, compile(PythonVersion.V3_14, source));
  }

  @Test
  void elsewhereTheyAreErrors() {
    for (String source : new String[] {"x = 'caf\u00e9'\n", "caf\u00e9 = 1\n", "'#\u00e9'\n"}) {
      for (PythonVersion version : new PythonVersion[] {PythonVersion.V3_13, PythonVersion.V3_14}) {
        assertInstanceOf(CompileResult.Rejected.class, compile(version, source));
      }
    }
  }
}
