package io.github.pycmaven.disasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.marshal.CodeConstants;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The listing says of each instruction what the {@code dis} of its own CPython says. */
class DisassemblerTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/disasm");
  private static final Pattern LINE =
      Pattern.compile(
          "^(?:>>|  ) +(\\d+) +(-|\\d+)\\S*  ([A-Z_0-9]+)(?: +(\\d+))?(?: \\(to (-?\\d+)\\))?(?:"
              + " .*)?$");

  private static List<String> lines(PythonVersion version, String suffix) throws IOException {
    List<String> lines =
        new ArrayList<>(
            Files.readAllLines(
                FOLDER.resolve("sample." + version + suffix), StandardCharsets.US_ASCII));
    lines.remove(0);
    return lines;
  }

  private static byte[] body(PythonVersion version) throws IOException {
    return HexFormat.of().parseHex(String.join("", lines(version, ".hex")));
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithDis(PythonVersion version) throws IOException, PycFormatException {
    Target target = Target.of(version);
    Constant code = CodeConstants.read(body(version), target);
    List<String> found = new ArrayList<>();
    for (String line : Disassembler.list(code, target).split("\n")) {
      Matcher m = LINE.matcher(line);
      if (m.matches()) {
        found.add(
            String.join(
                "\t",
                m.group(1),
                m.group(3),
                m.group(4) == null ? "-" : m.group(4),
                m.group(5) == null ? "-" : m.group(5),
                m.group(2)));
      }
    }
    assertEquals(String.join("\n", lines(version, ".tsv")), String.join("\n", found));
  }

  @Test
  void namesWhatArgumentsStandFor() throws IOException, PycFormatException {
    Target target = Target.of(PythonVersion.V3_14);
    String listing =
        Disassembler.list(CodeConstants.read(body(PythonVersion.V3_14), target), target);
    assertTrue(listing.contains("(range + NULL)"), listing);
    assertTrue(listing.contains("(write + method)"), listing);
    assertTrue(listing.contains("(< to bool)"), listing);
    assertTrue(listing.contains("const 0 'Closures, loops, handlers, comprehensions.'"), listing);
    assertTrue(listing.contains("local 0 a (positional keyword local)"), listing);
    assertTrue(listing.contains("local 3 args (positional variadic local)"), listing);
    assertTrue(listing.contains("x (cell)"), listing);
  }

  @Test
  void listsWhateverCanBeRead() throws IOException {
    Random random = new Random(314);
    for (PythonVersion version : PythonVersion.values()) {
      byte[] body = body(version);
      Target target = Target.of(version);
      for (int i = 0; i < 400; i++) {
        byte[] damaged = body.clone();
        for (int edit = random.nextInt(3); edit >= 0; edit--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        try {
          Constant value = CodeConstants.read(damaged, target);
          if (value instanceof Constant.Code || value instanceof Constant.LegacyCode) {
            assertTrue(Disassembler.list(value, target).length() > 0);
          }
        } catch (PycFormatException e) {
          assertTrue(e.offset() >= 0);
        }
      }
    }
  }

  @Test
  void cutsConstantsThatReferencesBlowUp() throws PycFormatException {
    // Forty tuples, each of two references to the one before.
    StringBuilder hex = new StringBuilder("a902");
    for (int i = 0; i < 40; i++) {
      hex.insert(0, "a902");
    }
    hex.append("4e4e");
    for (int i = 40; i > 0; i--) {
      hex.append(String.format("72%02x000000", i));
    }
    Constant value =
        CodeConstants.read(HexFormat.of().parseHex(hex), Target.of(PythonVersion.V3_14));
    assertTrue(ConstantText.of(value).length() < 10_000);
  }
}
