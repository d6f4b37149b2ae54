package io.github.pycmaven.marshal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.CompileOptions;
import io.github.pycmaven.compiler.CompileResult;
import io.github.pycmaven.compiler.PythonCompiler;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The walk that makes no values sees what the reader sees. */
class CodeOutlineTest {
  private static final Target TARGET = Target.of(PythonVersion.V3_14);

  private static final String SOURCE =
      """
      import a, b.c
      x = (1, -2**40, 2**100, 1.5, -0.0, 3j, b'bytes', 'text', 'süß', 'a' * 300, None, ...)
      y = {1, 2, 3} & z in {'k', 'l'}
      w = x[1:2], x[::3]
      class C:
          '''doc'''
          def f(self, *args, key=lambda q: q + 1, **kw):
              try:
                  return [i for i in args if i in (4, 5, (6, 7))]
              except* ValueError as e:
                  yield from kw
          async def g(self): return self.f(t'{x!r:>{y}}')
      """;

  private static byte[] body(String name) {
    SourceText source = SourceText.of(name, SOURCE.getBytes(StandardCharsets.UTF_8));
    CompileResult result =
        PythonCompiler.compile(source, CompileOptions.of(PythonVersion.V3_14, 0));
    // A `yield` in a function with a value is fine, so this compiles.
    return MarshalWriter.write(((CompileResult.Compiled) result).code(), TARGET);
  }

  private static String fileName(byte[] code, int from) {
    return CodeOutline.fileName(code, from, code.length);
  }

  @Test
  void findsTheNameInWhatEachVersionWrote() {
    for (PythonVersion version : PythonVersion.values()) {
      if (MarshalReaderTest.CACHES.containsKey(version) && CodeOutline.knows(Target.of(version))) {
        byte[] cache = MarshalReaderTest.bytes(MarshalReaderTest.CACHES.get(version));
        assertEquals("m.py", fileName(cache, 0), version.toString());
      }
    }
  }

  @Test
  void findsNamesOfAllKinds() {
    for (String name :
        new String[] {"m.py", "ä/ö.py", "x/".repeat(200) + "m.py", "\uD83D\uDC0D.py"}) {
      assertEquals(name, fileName(body(name), 0));
    }
  }

  @Test
  void refusesEveryPart() {
    byte[] body = body("m.py");
    for (int length = 0; length < body.length; length++) {
      assertNull(fileName(Arrays.copyOf(body, length), 0), "cut at " + length);
    }
    assertNull(fileName(Arrays.copyOf(body, body.length + 1), 0));
  }

  @Test
  void acceptsNothingThatTheReaderRefuses() {
    byte[] body = body("m.py");
    Random random = new Random(7);
    int accepted = 0;
    for (int i = 0; i < 40_000; i++) {
      byte[] damaged = body.clone();
      for (int n = 0; n <= i % 3; n++) {
        damaged[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      String name = fileName(damaged, 0);
      if (name != null) {
        accepted++;
        try {
          Constant.Code code = (Constant.Code) CodeConstants.read(damaged, TARGET);
          assertEquals(name, code.code().filename().value());
        } catch (PycFormatException e) {
          // Numbers written as text, digits and hashes are beyond a walk that makes no values.
          assertTrue(e.reason().matches(".*(long|digit|hash|float|code object).*"), e.reason());
        }
      }
    }
    // Most of the bytes are instructions, tables and texts, which any bytes can be.
    assertTrue(accepted > 10_000 && accepted < 38_000, "accepted " + accepted);
  }
}
