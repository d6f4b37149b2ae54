package io.github.pycmaven.source;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The encodings that CPython knows, by all their names; loaded for cookies that do not name UTF-8
 * or Latin-1.
 *
 * @cpython Lib/encodings/__init__.py:search_function
 */
final class Encodings {
  private static final int BUILT_IN = 0;
  private static final int TABLE = 1;
  private static final int NO_TEXT = 2;

  private static final int KIND = 3;
  private static final int DOTTED = 4;

  /**
   * An encoding's canonical name, where its decoder comes from, and whether dots may be written.
   */
  private record Entry(String canonical, int kind, boolean dotted) {}

  private final Map<String, Entry> names = new HashMap<>();
  private final TableReader in;

  private Encodings() {
    in = new TableReader(TableReader.inflate(TableReader.resource("codecs.bin")));
    for (int n = in.number(); n > 0; n--) {
      String alias = text();
      String canonical = text();
      int flags = in.number();
      names.put(alias, new Entry(canonical, flags & KIND, (flags & DOTTED) != 0));
    }
  }

  private String text() {
    byte[] bytes = new byte[in.number()];
    in.copy(bytes, 0, bytes.length);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /** Decodes by the encoding of a name; gives the words of an error, or null. */
  static String decode(String name, byte[] bytes, CodePoints out) {
    return decoder(name).decode(bytes, out);
  }

  /** The decoder of a name; if there is none, one that says so. */
  static TextDecoder decoder(String name) {
    String normalized = normalize(name);
    if (normalized.equals("iso8859_1") || normalized.equals("latin_1")) {
      return Encodings::latin1;
    }
    Encodings encodings = new Encodings();
    Entry entry = encodings.names.get(normalized);
    if (entry == null) {
      entry = encodings.names.get(normalized.replace('.', '_'));
      entry = entry != null && entry.dotted() ? entry : null;
    }
    if (entry == null) {
      return refusal("unknown encoding: " + name);
    }
    switch (entry.kind()) {
      case BUILT_IN:
        return builtIn(entry.canonical());
      case TABLE:
        return encodings.table(entry.canonical());
      case NO_TEXT:
        return refusal(
            "'"
                + name
                + "' is not a text encoding; use codecs.decode() to handle arbitrary codecs");
      default:
        return refusal(
            "undefined".equals(entry.canonical())
                ? "undefined encoding"
                : "unknown encoding: " + name);
    }
  }

  private static TextDecoder refusal(String message) {
    return (bytes, out) -> message;
  }

  /** Lower case, with runs of all that is no letter, digit or dot as one underscore. */
  private static String normalize(String name) {
    StringBuilder out = new StringBuilder(name.length());
    boolean gap = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        c += 'a' - 'A';
      }
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.') {
        if (gap && out.length() > 0) {
          out.append('_');
        }
        out.append(c);
        gap = false;
      } else {
        gap = true;
      }
    }
    return out.toString();
  }

  private static TextDecoder builtIn(String name) {
    switch (name) {
      case "ascii":
        return Encodings::ascii;
      case "latin_1":
        return Encodings::latin1;
      case "utf_8":
      case "utf_8_sig":
        return Utf8::decode;
      case "utf_7":
        return (bytes, out) -> new Utf7Decoder().decode(bytes, out);
      case "utf_16":
        return new WideDecoder(2, false, true);
      case "utf_16_le":
        return new WideDecoder(2, false, false);
      case "utf_16_be":
        return new WideDecoder(2, true, false);
      case "utf_32":
        return new WideDecoder(4, false, true);
      case "utf_32_le":
        return new WideDecoder(4, false, false);
      case "utf_32_be":
        return new WideDecoder(4, true, false);
      default:
        throw new IllegalStateException(name);
    }
  }

  private static String latin1(byte[] bytes, CodePoints out) {
    for (byte b : bytes) {
      out.add(b & 0xff);
    }
    return null;
  }

  private static String ascii(byte[] bytes, CodePoints out) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return TextDecoder.error("ascii", bytes, i, i + 1, "ordinal not in range(128)");
      }
      out.add(bytes[i]);
    }
    return null;
  }

  private TableDecoder table(String canonical) {
    for (int n = in.number(); n > 0; n--) {
      String name = text();
      TableDecoder decoder = TableDecoder.read(in, text());
      if (name.equals(canonical)) {
        return decoder;
      }
    }
    throw new IllegalStateException(canonical);
  }
}
