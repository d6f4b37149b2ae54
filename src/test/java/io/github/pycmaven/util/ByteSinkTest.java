package io.github.pycmaven.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ByteSinkTest {
  @Test
  void growsAndIsLittleEndian() {
    ByteSink sink = new ByteSink(0);
    for (int i = 0; i < 5; i++) {
      sink.put(0xab);
      sink.putShort(0x0102);
      sink.putInt(0x03040506);
      sink.putLong(0x0708090a0b0c0d0eL);
      sink.putAscii("xy");
      sink.put(new byte[] {1, 2, 3, 4}, 1, 2);
    }
    assertEquals(5 * 19, sink.size());
    String once = "ab" + "0201" + "06050403" + "0e0d0c0b0a090807" + "7879" + "0203";
    assertEquals(once.repeat(5), HexFormat.of().formatHex(sink.toByteArray()));
    sink.set(0, 7);
    assertEquals(7, sink.get(0));
    sink.clear();
    assertEquals(0, sink.toByteArray().length);
  }
}
