package io.github.pycmaven.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** With the key 0, as {@code _imp.source_hash(0, ...)} gives it. */
class SipHashTest {
  private static String hash(int rounds) {
    byte[] source = "x = 1\n".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    return HexFormat.of()
        .formatHex(out.putLong(SipHash.hash(0, 0, source, source.length, rounds)).array());
  }

  @Test
  void hashesAsCPythonDoes() {
    assertEquals("b1b53dea20cb37c0", hash(2));
    assertEquals("313a99009d7e2c5e", hash(1));
  }
}
