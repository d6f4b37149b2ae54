package io.github.pycmaven.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.disasm.Disassembler;
import io.github.pycmaven.marshal.CodeConstants;
import io.github.pycmaven.marshal.MarshalWriter;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small sources, each for one area of the compiler, give the bytes that CPython gave: same code
 * first, with the listings compared line by line, then the same bytes.
 */
class CodeGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/code");

  /** Each listing of CPython's bytes, which is named for its source and version. */
  static List<String> goldens() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names = new ArrayList<>();
      files.forEach(
          file -> {
            String name = file.getFileName().toString();
            if (name.endsWith(".hex")) {
              names.add(name.substring(0, name.length() - 4));
            }
          });
      names.sort(null);
      return names;
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void compilesToCPythonsBytes(String golden) throws IOException, PycFormatException {
    int dot = golden.indexOf('.');
    String name = golden.substring(0, dot) + ".py";
    PythonVersion version = PythonVersion.of(golden.substring(dot + 1));
    String[] levels =
        Files.readString(FOLDER.resolve(golden + ".hex"), StandardCharsets.US_ASCII).split("# ");
    check(name, version, 0, bytes(levels[1]));
    check(name, version, 2, bytes(levels[2]));
  }

  private static String listing(byte[] body, Target target) throws PycFormatException {
    Constant code = CodeConstants.read(body, target);
    return Disassembler.list(code, target);
  }

  private static byte[] bytes(String section) {
    String hex = section.substring(section.indexOf('\n')).replaceAll("\\s", "");
    return HexFormat.of().parseHex(hex);
  }

  private static void check(String name, PythonVersion version, int level, byte[] expected)
      throws IOException, PycFormatException {
    SourceText source = SourceText.of(name, Files.readAllBytes(FOLDER.resolve(name)));
    CompileResult result = PythonCompiler.compile(source, CompileOptions.of(version, level));
    CodeObject code = assertInstanceOf(CompileResult.Compiled.class, result).code();
    Target target = Target.of(version);
    byte[] written = MarshalWriter.write(code, target);
    assertEquals(listing(expected, target), listing(written, target));
    assertArrayEquals(expected, written);
  }
}
