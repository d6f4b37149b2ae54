package io.github.pycmaven.compiler.parser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.compiler.parser.invalid.ErrorFinder;
import io.github.pycmaven.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Damaged sources: nothing but a result comes out, and the two passes, which know the language from
 * different descriptions, agree about what is valid.
 */
class ParserFuzzTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/ast");
  private static final int ROUNDS = 6000;
  private static final String[] PIECES = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "=",
    ":=",
    "*",
    "**",
    "->",
    "@",
    "!",
    "<>",
    "\n",
    "\n  ",
    "'",
    "\"",
    "\"\"\"",
    "f'",
    "t'{",
    "\\",
    "\\\n",
    "#",
    " if ",
    " else ",
    " for ",
    " in ",
    " not ",
    " lambda ",
    " async ",
    " await ",
    " yield ",
    " match ",
    " case ",
    " as ",
    "1",
    "0x",
    "1e",
    "é",
    "\u20ac",
    "\0",
    "\f",
    "\t",
    ";",
    "...",
    " class ",
    " def ",
    " import ",
    " from ",
    " with ",
  };

  @Test
  void survivesDamage() throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".py")).sorted().toList()) {
        seeds.add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    List<String> wrong = new ArrayList<>();
    int valid = 0;
    Random random = new Random(20);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] source = damaged(seeds.get(random.nextInt(seeds.size())), random);
      SourceText text = SourceText.of("fuzz", source);
      ParseResult result = Parser.parse(text, ParseOptions.EXEC);
      if (result instanceof ParseResult.Parsed) {
        valid++;
        if (finds(text)) {
          wrong.add(new String(source, StandardCharsets.UTF_8));
        }
      } else if (((ParseResult.Rejected) result).error().message().isEmpty()) {
        wrong.add(new String(source, StandardCharsets.UTF_8));
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n----\n", wrong));
    assertTrue(valid > ROUNDS / 50, "only " + valid + " sources were valid");
  }

  private static boolean finds(SourceText text) {
    byte[] bytes = Arrays.copyOf(text.buffer(), text.buffer().length + 1);
    int length = text.length();
    if (length > 0 && bytes[length - 1] != '\n') {
      bytes[length++] = '\n';
    }
    ErrorFinder.Request request =
        new ErrorFinder.Request(
            "fuzz",
            bytes,
            length,
            text.length(),
            "file",
            false,
            false,
            true,
            false,
            feature -> true,
            false,
            (tokens, token) -> null,
            null);
    return ErrorFinder.find(request).error() != null;
  }

  /** A few lines of a source with some bytes removed, doubled or put in. */
  private static byte[] damaged(byte[] source, Random random) {
    String[] lines = new String(source, StandardCharsets.UTF_8).split("(?<=\n)");
    int first = random.nextInt(lines.length);
    int last = Math.min(lines.length, first + 1 + random.nextInt(8));
    StringBuilder text =
        new StringBuilder(String.join("", Arrays.asList(lines).subList(first, last)));
    for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(4));
      switch (random.nextInt(3)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end));
        default -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
