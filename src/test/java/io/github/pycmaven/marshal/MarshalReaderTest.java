package io.github.pycmaven.marshal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.code.LegacyCodeObject;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What CPython reads we read, and what it refuses we refuse for the same reason. */
class MarshalReaderTest {
  private static final Target TARGET = Target.of(PythonVersion.V3_14);

  /** Whole caches of {@code x = 1}, each written by the CPython of its version. */
  static final Map<PythonVersion, String> CACHES =
      Map.of(
          PythonVersion.V3_8,
          "e3000000000000000000000000000000000100000040000000730800000064005a00640153002902e901000000"
              + "4e2901da0178a90072030000007203000000fa046d2e7079da083c6d6f64756c653e01000000f300000000",
          PythonVersion.V3_10,
          "e3000000000000000000000000000000000100000040000000730800000064005a00640153002902e901000000"
              + "4e2901da0178a90072030000007203000000fa046d2e7079da083c6d6f64756c653e0100000073020000000800",
          PythonVersion.V3_11,
          "e30000000000000000000000000100000000000000f30a000000970064005a00640153002902e9010000004e29"
              + "01da0178a900f300000000fa046d2e7079fa083c6d6f64756c653e720700000001000000730e000000f003010101"
              + "d804058001800180017205000000",
          PythonVersion.V3_12,
          "e30000000000000000000000000100000000000000f308000000970064005a0079012902e9010000004e2901da"
              + "0178a900f300000000fa046d2e7079fa083c6d6f64756c653e720700000001000000730a000000f003010101d804"
              + "0581017205000000",
          PythonVersion.V3_13,
          "e30000000000000000000000000100000000000000f30800000095005300720067012902e9010000004e2901da"
              + "0178a900f300000000da046d2e7079da083c6d6f64756c653e720700000001000000730a000000f003010101d804"
              + "0581017205000000",
          PythonVersion.V3_14,
          "e30000000000000000000000000100000000000000f30a00000080005e017400520123002902e9010000004e2901"
              + "da0178a900f300000000da046d2e7079da083c6d6f64756c653e720700000001000000730a000000f003010101"
              + "d8040582017205000000");

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static Object read(byte[] data) throws PycFormatException {
    return new MarshalReader<>(new ReprFactory(), TARGET, data, 0, data.length).read();
  }

  @Test
  void answersAsCPythonDoes() throws IOException {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (String line : lines("/marshal/loads-3.14.tsv")) {
      String[] fields = line.split("\t", -1);
      String answer = ask(bytes(fields[0]));
      String expected = fields[1].equals("value") ? fields[2] : refusal(fields[2], fields[3]);
      asked++;
      if (!answer.equals(expected)) {
        wrong.add(fields[0] + ": " + answer + ", CPython: " + expected);
      }
    }
    assertTrue(asked > 200);
    assertEquals(List.of(), wrong);
  }

  private static String ask(byte[] data) {
    try {
      return read(data).toString().replace("}!", "}");
    } catch (PycFormatException e) {
      return e.kind() + " " + e.reason();
    }
  }

  private static String refusal(String type, String message) {
    switch (type) {
      case "EOFError":
        return "END_OF_DATA " + message;
      case "TypeError":
        return "BAD_TYPE " + message;
      case "UnicodeDecodeError":
        return "BAD_DATA malformed UTF-8";
      default:
        return "BAD_DATA " + message;
    }
  }

  static List<String> lines(String resource) throws IOException {
    List<String> lines = new ArrayList<>();
    try (InputStream in = MarshalReaderTest.class.getResourceAsStream(resource)) {
      assertNotNull(in, resource);
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  @Test
  void readsCodeObjectsOfAllVersions() throws PycFormatException {
    for (Map.Entry<PythonVersion, String> cache : CACHES.entrySet()) {
      Constant value = CodeConstants.read(bytes(cache.getValue()), Target.of(cache.getKey()));
      if (value instanceof Constant.LegacyCode old) {
        LegacyCodeObject code = old.code();
        assertEquals("m.py", code.filename().value());
        assertEquals(List.of(new Constant.Str("x")), code.names().elements());
      } else {
        CodeObject code = assertInstanceOf(Constant.Code.class, value).code();
        assertEquals("m.py", code.filename().value());
        assertEquals("<module>", code.qualname().value());
        assertEquals(1, code.firstLine());
        assertEquals(
            List.of(new Constant.Int(1), Constant.Singleton.NONE), code.consts().elements());
      }
    }
  }

  @Test
  void refersToTheSameObject() throws PycFormatException {
    Constant.Tuple pair =
        (Constant.Tuple) CodeConstants.read(bytes("2902fa03612062" + "7200000000"), TARGET);
    assertSame(pair.elements().get(0), pair.elements().get(1));
  }

  @Test
  void refusesWhatCrashesCPython() {
    PycFormatException e =
        assertThrows(
            PycFormatException.class, () -> read(bytes("a8020000004e3c010000007200000000")));
    assertEquals("bad marshal data (invalid reference)", e.reason());
    assertTrue(e.offset() >= 11 && e.offset() < 16, e.getMessage());
  }

  @Test
  void reservesNoMoreThanTheInputJustifies() {
    // Each level announces as many elements as there are bytes left.
    byte[] nested = new byte[1 << 20];
    for (int i = 0; i + 5 <= 5 * 1500; i += 5) {
      nested[i] = '(';
      int left = nested.length - i - 5;
      nested[i + 1] = (byte) left;
      nested[i + 2] = (byte) (left >> 8);
      nested[i + 3] = (byte) (left >> 16);
    }
    assertThrows(PycFormatException.class, () -> read(nested));
    assertThrows(PycFormatException.class, () -> read(bytes("28ffffff7f4e")));
    assertThrows(PycFormatException.class, () -> read(bytes("5bffffff7f4e")));
    assertThrows(PycFormatException.class, () -> read(bytes("73ffffff7f4e")));
    assertThrows(PycFormatException.class, () -> read(bytes("6cffffff7f0100")));
  }

  @Test
  void boundsNesting() throws PycFormatException {
    byte[] deep = new byte[2 * 1999 + 1];
    for (int i = 0; i < 1999; i++) {
      deep[2 * i] = ')';
      deep[2 * i + 1] = 1;
    }
    deep[deep.length - 1] = 'N';
    assertNotNull(read(deep));
    byte[] deeper = Arrays.copyOf(deep, deep.length + 2);
    deeper[deep.length - 1] = ')';
    deeper[deep.length] = 1;
    deeper[deep.length + 1] = 'N';
    PycFormatException e = assertThrows(PycFormatException.class, () -> read(deeper));
    assertEquals("recursion limit exceeded", e.reason());
  }

  @Test
  void answersWhateverTheBytesAre() {
    Random random = new Random(20251122);
    List<PythonVersion> versions = new ArrayList<>(CACHES.keySet());
    versions.sort(null);
    for (int i = 0; i < 60_000; i++) {
      PythonVersion version = versions.get(i % versions.size());
      byte[] data = mutated(bytes(CACHES.get(version)), random);
      try {
        CodeConstants.read(data, Target.of(version));
      } catch (PycFormatException e) {
        assertTrue(e.offset() >= 0 && e.offset() <= data.length, e.getMessage());
      }
      try {
        new MarshalReader<>(new ReprFactory(), Target.of(version), data, 0, data.length).read();
      } catch (PycFormatException e) {
        assertTrue(e.offset() >= 0 && e.offset() <= data.length, e.getMessage());
      }
    }
  }

  private static byte[] mutated(byte[] source, Random random) {
    byte[] data = source.clone();
    int edits = 1 + random.nextInt(4);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(data.length);
      switch (random.nextInt(4)) {
        case 0:
          data[at] = (byte) random.nextInt(256);
          break;
        case 1:
          data[at] ^= (byte) (1 << random.nextInt(8));
          break;
        case 2:
          data[at] = (byte) "0NTFS.ilfgxyIstuaAzZr()[{<>:c".charAt(random.nextInt(29));
          break;
        default:
          data = Arrays.copyOf(data, Math.max(1, random.nextInt(data.length + 4)));
          break;
      }
    }
    return data;
  }
}
