package io.github.pycmaven.util;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Wtf8Test {
  private static int scan(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return Wtf8.scan(bytes, 0, bytes.length);
  }

  @Test
  void tellsKindsApart() {
    assertEquals(Wtf8.ASCII, scan("6162"));
    assertEquals(Wtf8.UTF8, scan("61c3a9e282acf09f9880"));
    assertEquals(Wtf8.SURROGATES, scan("61eda080"));
    assertEquals(1, scan("61c0af"));
    assertEquals(0, scan("e08080"));
    assertEquals(0, scan("f4908080"));
    assertEquals(2, scan("6162c3"));
    assertEquals(0, scan("80"));
  }

  @Test
  void agreesWithTheStrictDecoderOnRandomBytes() {
    Random random = new Random(8);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(5)];
      random.nextBytes(bytes);
      bytes[0] |= (byte) 0x80;
      int kind = Wtf8.scan(bytes, 0, bytes.length);
      if (kind == Wtf8.SURROGATES) {
        continue;
      }
      boolean isValid = true;
      try {
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes));
      } catch (CharacterCodingException e) {
        isValid = false;
      }
      assertEquals(isValid, kind < 0, HexFormat.of().formatHex(bytes));
    }
  }

  @Test
  void keepsEveryCodePoint() {
    int[] points = {
      'a', 0x80, 0x7ff, 0x800, 0xd800, 0xdc00, 0xdbff, 0xdfff, 0xffff, 0x10000, 0x10ffff
    };
    byte[] bytes = Wtf8.encode(points);
    assertEquals(Wtf8.SURROGATES, Wtf8.scan(bytes, 0, bytes.length));
    assertArrayEquals(points, Wtf8.codePoints(bytes, 0, bytes.length));
    assertArrayEquals(
        "a\u20ac\ud83d\ude00".getBytes(StandardCharsets.UTF_8), Wtf8.encode("a\u20ac\ud83d\ude00"));
    assertEquals("eda0bd", HexFormat.of().formatHex(Wtf8.encode("\ud83d")));
  }
}
