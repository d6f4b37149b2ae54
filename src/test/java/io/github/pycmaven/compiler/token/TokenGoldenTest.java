package io.github.pycmaven.compiler.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.support.GoldenTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens and their places are those of CPython's tokenizer. */
class TokenGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/token");

  @ParameterizedTest
  @ValueSource(strings = {"operators", "numbers", "strings", "fstrings", "tstrings", "layout"})
  void givesCPythonsTokens(String name) throws IOException {
    SourceText source = SourceText.of(name, Files.readAllBytes(FOLDER.resolve(name + ".py")));
    byte[] text = source.buffer();
    int length = source.length();
    if (text[length - 1] != '\n') {
      text[length++] = '\n';
    }
    TokenBuffer tokens = new TokenBuffer(16);
    assertTrue(new Tokenizer(text, length, tokens).all());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      lines.add(line(tokens, i, text));
    }
    List<String> expected = Files.readAllLines(FOLDER.resolve(name + ".3.14.tok"));
    for (int i = 0; i < Math.min(lines.size(), expected.size()); i++) {
      assertEquals(expected.get(i), lines.get(i), "token " + (i + 1));
    }
    assertEquals(expected.size(), lines.size(), "tokens");
  }

  private static String line(TokenBuffer tokens, int i, byte[] text) {
    int kind = tokens.kind(i);
    String name = kind >= TokenKind.FIRST_KEYWORD ? "NAME" : TokenKind.name(kind);
    if (tokens.start(i) < 0) {
      return name;
    }
    int end = shownEnd(tokens, i, text);
    return name
        + " "
        + tokens.line(i)
        + ":"
        + characters(text, tokens.start(i) - tokens.column(i), tokens.start(i))
        + "-"
        + tokens.endLine(i)
        + ":"
        + characters(text, tokens.end(i) - tokens.endColumn(i), end)
        + " "
        + GoldenTable.escape(
            new String(text, tokens.start(i), end - tokens.start(i), StandardCharsets.UTF_8));
  }

  /** Where the text ends that {@code tokenize} shows: before a newline, within a doubled brace. */
  private static int shownEnd(TokenBuffer tokens, int i, byte[] text) {
    int start = tokens.start(i);
    int end = tokens.end(i);
    int kind = tokens.kind(i);
    if (kind == TokenKind.NEWLINE) {
      return end - 1;
    }
    boolean middle = kind == TokenKind.FSTRING_MIDDLE || kind == TokenKind.TSTRING_MIDDLE;
    boolean doubled =
        middle
            && end - start > 1
            && text[end - 1] == text[end - 2]
            && (text[end - 1] == '{' || text[end - 1] == '}');
    return doubled ? end - 1 : end;
  }

  private static int characters(byte[] text, int from, int to) {
    String part = new String(text, from, to - from, StandardCharsets.UTF_8);
    return part.codePointCount(0, part.length());
  }
}
