package io.github.pycmaven.compiler.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.pycmaven.compiler.ast.AstDumper;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees, places and warnings of small sources are those that {@code ast.dump} prints. */
class AstGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/ast");

  static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py"))
          .map(name -> name.substring(0, name.length() - 3))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void parsesToCPythonsTree(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".py"));
    ParseResult result = Parser.parse(SourceText.of(name, bytes), ParseOptions.EXEC);
    ParseResult.Parsed parsed =
        assertInstanceOf(ParseResult.Parsed.class, result, result::toString);
    List<String> lines = new ArrayList<>();
    for (Stmt statement : ((Mod.Module) parsed.tree()).body()) {
      lines.add(AstDumper.dump(statement));
    }
    for (Diagnostic warning : parsed.warnings()) {
      lines.add("# " + warning.lineno() + " " + warning.message());
    }
    List<String> expected = Files.readAllLines(FOLDER.resolve(name + ".3.14.ast"));
    for (int i = 0; i < Math.min(lines.size(), expected.size()); i++) {
      assertEquals(expected.get(i), lines.get(i), "line " + (i + 1));
    }
    assertEquals(expected.size(), lines.size(), "statements and warnings");
  }
}
