package io.github.pycmaven.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("good.py"), "x = 1\n");
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    PrintStream output = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    return Main.run(args, output, errors);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void compilesVerifiesAndCleans() {
    String path = folder.toString();
    assertEquals(0, run("compileall", path));
    assertTrue(err().contains("1 source (0.0 MB) for CPython 3.14: 1 written"), err());
    assertEquals(0, run("verify-cache", path));
    assertTrue(err().contains("1 caches of 1 sources verified"), err());
    assertEquals(0, run("clean-cache", path));
    assertTrue(Files.notExists(folder.resolve("__pycache__")));
    assertEquals(1, run("verify-cache", path));
    assertTrue(out().contains("good.py: missing"), out());
  }

  @Test
  void quietMeansSilentWhenAllIsWell() {
    assertEquals(0, run("compileall", "-q", folder.toString()));
    assertEquals("", out() + err());
  }

  @Test
  void aSyntaxErrorIsAnAnswer() throws Exception {
    Files.writeString(folder.resolve("bad.py"), "x = = 1\n");
    assertEquals(1, run("compileall", "-q", folder.toString()));
    assertTrue(
        err().contains("bad.py\", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax"));
    assertEquals(1, run("compileall", "-qq", folder.toString()));
    assertEquals("", out() + err());
  }

  @Test
  void checkWritesCpythonsValuesAsJson() throws Exception {
    Files.writeString(folder.resolve("bad.py"), "x = = 1\n");
    assertEquals(1, run("check", "--format", "json", folder.toString()));
    assertEquals(
        "{\"path\":\"bad.py\",\"error\":{\"type\":\"SyntaxError\",\"msg\":\"invalid syntax\","
            + "\"lineno\":1,\"offset\":5,\"end_lineno\":1,\"end_offset\":6,\"text\":\"x = = 1\\n\"},"
            + "\"warnings\":[]}\n"
            + "{\"path\":\"good.py\",\"error\":null,\"warnings\":[]}\n",
        out());
    assertTrue(Files.notExists(folder.resolve("__pycache__")));
  }

  @Test
  void wrongUseIsTrouble() {
    assertEquals(2, run());
    assertEquals(2, run("compileall"));
    assertEquals(2, run("compileall", "--no-such-option", "x"));
    assertEquals(2, run("compileall", "-o", "3", folder.toString()));
    assertEquals(2, run("compileall", "--targets", "2.7", folder.toString()));
    assertTrue(err().contains("known: 3.") && err().contains("3.14"), err());
    assertEquals(2, run("compileall", folder.resolve("gone").toString()));
    assertTrue(err().contains("no such file or directory"), err());
    assertEquals(2, run("compileall", "-x", "(", folder.toString()));
    assertEquals(2, run("no-such-command"));
  }

  @Test
  void optionsMayBeRepeatedAndNumbersMayHaveSpaces() {
    String path = folder.toString();
    assertEquals(0, run("compileall", "-f", "-f", "-q", "-r 0", "-o 0", "-o 1", path));
  }

  @Test
  void saysWhereNothingCanBeStripped() {
    run("compileall", "-q", "-s", "/nowhere", folder.toString());
    assertTrue(err().contains("not a valid prefix"));
  }

  @Test
  void aWrongExpressionIsTrouble() {
    assertEquals(2, run("compileall", "-x", "(", folder.toString()));
  }

  @Test
  void helpIsGood() {
    assertEquals(0, run("--help"));
    assertTrue(out().contains("compileall"), out());
    assertEquals(0, run("compileall", "--help"));
    assertTrue(out().contains("--invalidation-mode"), out());
  }
}
