package io.github.pycmaven.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pycmaven.support.GoldenTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables say of every character what CPython says; compared by digests over all of them. */
class UnicodeTablesTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/unicode");
  private static final Map<String, String> DIGESTS = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    for (String[] row : GoldenTable.rows(FOLDER.resolve("digests.3.14.tsv"))) {
      DIGESTS.put(row[0], row[1]);
    }
  }

  private static final class Digest {
    private final MessageDigest digest;

    Digest() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    void line(String line) {
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }

    String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  private static boolean isSurrogate(int point) {
    return point >= 0xd800 && point < 0xe000;
  }

  private static String hex(int point) {
    return Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT);
  }

  private static String plain(String text) {
    List<String> points = new ArrayList<>();
    text.codePoints().forEach(point -> points.add(hex(point)));
    return String.join(" ", points);
  }

  private static void checkSet(String name, IntPredicate test) {
    Digest digest = new Digest();
    for (int point = 0; point < 0x110000; point++) {
      if (!isSurrogate(point) && test.test(point)) {
        digest.line(hex(point));
      }
    }
    assertEquals(DIGESTS.get(name), digest.hex());
  }

  @Test
  void knowsIdentifiersAndPrintableCharacters() {
    checkSet("identifier start", Characters::isIdentifierStart);
    checkSet("identifier part", Characters::isIdentifierPart);
    checkSet("printable", Characters::isPrintable);
  }

  @Test
  void normalizesCharacters() {
    Digest digest = new Digest();
    for (int point = 0; point < 0x110000; point++) {
      if (!isSurrogate(point)) {
        digest.line(plain(NormalForm.nfkc(Character.toString(point))));
      }
    }
    assertEquals(DIGESTS.get("nfkc of characters"), digest.hex());
  }

  @Test
  void normalizesStrings() throws IOException {
    List<Integer> pool = new ArrayList<>();
    for (String[] row : GoldenTable.rows(FOLDER.resolve("pool.3.14.tsv"))) {
      int first = Integer.parseInt(row[0], 16);
      int last = Integer.parseInt(row[1], 16);
      for (int point = first; point <= last; point++) {
        pool.add(point);
      }
    }
    Digest digest = new Digest();
    long seed = 1;
    for (int i = 0; i < 20000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 5; k++) {
        seed = seed * 1103515245 + 12345 & 0x7fffffff;
        text.appendCodePoint(pool.get((int) (seed % pool.size())));
      }
      digest.line(plain(text.toString()) + "=" + plain(NormalForm.nfkc(text.toString())));
    }
    assertEquals(DIGESTS.get("nfkc of strings"), digest.hex());
  }

  @Test
  void findsCharactersByName() throws IOException {
    for (String[] row : GoldenTable.rows(FOLDER.resolve("names.3.14.tsv"))) {
      int point = row[1].equals("-1") ? -1 : Integer.parseInt(row[1], 16);
      assertEquals(point, CharacterNames.lookup(row[0]), row[0]);
      assertEquals(point, CharacterNames.lookup(row[0].toLowerCase(java.util.Locale.ROOT)));
    }
  }

  @Test
  void decodesEveryPairOfBytes() {
    for (String name : DIGESTS.keySet()) {
      if (name.startsWith("codec ")) {
        assertEquals(DIGESTS.get(name), pairs(name.substring("codec ".length())), name);
      }
    }
  }

  private static String pairs(String codec) {
    Digest digest = new Digest();
    TextDecoder decoder = Encodings.decoder(codec);
    for (int a = 0; a < 256; a++) {
      digest.line(decoded(decoder, new byte[] {(byte) a, ' '}));
      for (int b = 0; b < 256; b++) {
        digest.line(decoded(decoder, new byte[] {(byte) a, (byte) b, ' '}));
      }
    }
    return digest.hex();
  }

  private static String decoded(TextDecoder decoder, byte[] bytes) {
    CodePoints points = new CodePoints(4);
    String error = decoder.decode(bytes, points);
    if (error != null) {
      return error;
    }
    int surrogate = points.firstSurrogate();
    if (surrogate >= 0) {
      return SourceDecoder.unencodable(points.at(surrogate), surrogate);
    }
    return plain(new String(points.toUtf8(), StandardCharsets.UTF_8));
  }
}
