package io.github.pycmaven.compiler.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.support.GoldenTable;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors have CPython's class, words and place, and come exactly where CPython has them. */
class SyntaxErrorGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/err");
  private static final long STACK = 512L << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "messages",
        "mutants",
        "operators",
        "strings",
        "columns",
        "encodings",
        "modes",
        "strings.3.11",
      })
  void saysWhatCPythonSays(String area) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String[] row : GoldenTable.rows(FOLDER.resolve(area + ".tsv"))) {
      String expected = String.join("\t", List.of(row).subList(2, row.length));
      String got = outcome(GoldenTable.unescape(row[1]), row[0], versionOf(area));
      if (!got.equals(expected)) {
        wrong.add(row[0] + " " + row[1] + "\n  expected " + expected + "\n  got      " + got);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static PythonVersion versionOf(String area) {
    int dot = area.indexOf('.');
    return dot < 0 ? PythonVersion.DEFAULT : PythonVersion.of(area.substring(dot + 1));
  }

  @Test
  void nestsAsDeepAsCPythonAndNoDeeper() throws Exception {
    List<String> wrong = new ArrayList<>();
    Thread deep = new Thread(null, () -> nest(wrong), "deep", STACK);
    deep.start();
    deep.join();
    assertEquals(List.of(), wrong);
  }

  private static void nest(List<String> wrong) {
    try {
      for (String[] row : GoldenTable.rows(FOLDER.resolve("limits.3.14.tsv"))) {
        int most = Integer.parseInt(row[4]);
        check(row, most, "ok", "ok", wrong);
        if (!row[5].isEmpty()) {
          check(row, most + 1, row[5], row[6], wrong);
        }
      }
    } catch (IOException e) {
      wrong.add(e.toString());
    }
  }

  private static void check(
      String[] row, int count, String type, String message, List<String> wrong) {
    String before = new String(GoldenTable.unescape(row[1]), StandardCharsets.UTF_8);
    String source =
        (row[0].equals("elif") ? "if a: pass\n" : "")
            + before.repeat(count)
            + row[2]
            + row[3].repeat(count)
            + "\n";
    String[] got =
        outcome(source.getBytes(StandardCharsets.UTF_8), "exec", PythonVersion.DEFAULT)
            .split("\t", -1);
    if (!got[0].equals(type) || !got[1].equals(message)) {
      wrong.add(row[0] + " " + count + ": " + got[0] + " " + got[1]);
    }
  }

  private static String outcome(byte[] source, String mode, PythonVersion version) {
    ParseOptions options =
        ParseOptions.of(ParseMode.valueOf(mode.toUpperCase(Locale.ROOT)))
            .inMemory()
            .with(Target.of(version)::has);
    ParseResult result = Parser.parse(SourceText.of("case", source), options);
    if (result instanceof ParseResult.Parsed) {
      return "ok\tok\tok\tok\tok\tok\tok";
    }
    Diagnostic error = ((ParseResult.Rejected) result).error();
    return String.join(
        "\t",
        error.kind().pythonName(),
        GoldenTable.escape(error.message()),
        number(error.lineno()),
        number(error.offset()),
        number(error.endLineno()),
        number(error.endOffset()),
        GoldenTable.escape(error.text()));
  }

  private static String number(int value) {
    return value == Diagnostic.NONE ? "" : Integer.toString(value);
  }
}
