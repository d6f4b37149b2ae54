package io.github.pycmaven.pyc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Headers, hashes and names are those that each CPython made. */
class PycVectorsTest {
  private static final byte[] SOURCE = "x = 1\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void agreesWithEachCPython() throws IOException {
    int checked = 0;
    try (InputStream in = PycVectorsTest.class.getResourceAsStream("/pyc/vectors.tsv")) {
      assertNotNull(in);
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          String[] fields = line.split("\t", -1);
          check(Target.of(PythonVersion.of(fields[0])), fields[1], fields[2], fields[3]);
          checked++;
        }
      }
    }
    assertTrue(checked > 200);
  }

  private static void check(Target target, String kind, String question, String answer) {
    String label = target + " " + kind + " " + question;
    switch (kind) {
      case "hash":
        byte[] source = HexFormat.of().parseHex(question);
        long hash = SourceHash.of(target, source);
        byte[] bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(hash).array();
        assertEquals(answer, HexFormat.of().formatHex(bytes), label);
        break;
      case "name":
        int space = question.lastIndexOf(' ');
        Path path = Path.of(question.substring(0, space));
        String name =
            CacheNames.name(
                path.getFileName().toString(), target.cacheTag(), question.substring(space + 1));
        assertEquals(answer, "foo/__pycache__/" + name, label);
        break;
      case "time":
        String[] time = question.split(" ");
        Instant modified = Instant.ofEpochSecond(Long.parseLong(time[0]), Long.parseLong(time[1]));
        check(target, InvalidationMode.TIMESTAMP, modified, answer, label);
        break;
      default:
        check(target, InvalidationMode.valueOf(question), Instant.EPOCH, answer, label);
        break;
    }
  }

  private static void check(
      Target target, InvalidationMode mode, Instant modified, String answer, String label) {
    PycHeader header = PycHeader.of(target, mode, SOURCE, modified);
    assertEquals(answer, HexFormat.of().formatHex(header.toBytes()), label);
    assertEquals(mode, header.mode(), label);
    try {
      assertEquals(header, PycHeader.read(header.toBytes()), label);
    } catch (PycFormatException e) {
      throw new AssertionError(label, e);
    }
  }

  @Test
  void refusesHeadersThatAreNone() {
    assertThrows(PycFormatException.class, () -> PycHeader.read(new byte[15]));
    assertThrows(PycFormatException.class, () -> PycHeader.read(new byte[16]));
    assertFalse(new PycHeader(3627, 4, 0).hasKnownFlags());
    // CPython takes this for a cache of time and size.
    assertEquals(InvalidationMode.TIMESTAMP, new PycHeader(3627, 2, 0).mode());
  }

  @Test
  void refusesLevelsThatAreNoWords() {
    assertThrows(
        IllegalArgumentException.class, () -> CacheNames.name("m.py", "cpython-314", "a.b"));
  }

  @Test
  void putsCachesBelowAPrefix() {
    Target target = Target.of(PythonVersion.V3_14);
    Path source = Path.of("/src/app/m.py");
    assertEquals(
        Path.of("/cache/src/app/m.cpython-314.opt-1.pyc"),
        CacheNames.place(Path.of("/cache"), source, target, 1));
    assertEquals(
        Path.of("/src/app/__pycache__/m.cpython-314.pyc"), CacheNames.place(source, target, 0));
    assertEquals(Path.of("/src/app/m.pyc"), CacheNames.legacyPlace(source));
  }

  @Test
  void takesNamesApart() {
    assertEquals(
        new CacheNames.Parts("a.b", "cpython-314", "2"),
        CacheNames.parse("a.b.cpython-314.opt-2.pyc").orElseThrow());
    assertTrue(CacheNames.parse("m.py").isEmpty());
    assertTrue(CacheNames.parse("m.pyc").isEmpty());
  }

  @Test
  void readsWholeFiles() throws PycFormatException {
    byte[] file =
        HexFormat.of()
            .parseHex(
                "2b0e0d0a0000000000f1536506000000e30000000000000000000000000100000000000000f30a0000"
                    + "0080005e017400520123002902e9010000004e2901da0178a900f300000000da046d2e7079da083c"
                    + "6d6f64756c653e720700000001000000730a000000f003010101d804058201720500000000");
    Target target = Target.of(PythonVersion.V3_14);
    PycHeader header = PycHeader.read(file);
    assertEquals(1700000000, header.mtime());
    assertEquals(6, header.size());
    PycFile.Body body = PycFile.readBody(file, target);
    assertEquals("m.py", body.code().filename().value());
    assertEquals(1, body.trailing());
    assertEquals("2b0e0d0a", HexFormat.of().formatHex(header.toBytes()).substring(0, 8));
  }
}
