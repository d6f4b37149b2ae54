package io.github.pycmaven.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tables that scripts write: tabs between columns, and escapes for what a line cannot hold. */
public final class GoldenTable {
  private GoldenTable() {}

  /** The rows of a table, their columns as they are written. */
  public static List<String[]> rows(Path file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isEmpty()) {
        rows.add(line.split("\t", -1));
      }
    }
    return rows;
  }

  /** The bytes that a column stands for. */
  public static byte[] unescape(String column) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < column.length(); i++) {
      char c = column.charAt(i);
      if (c != '\\') {
        out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      switch (column.charAt(++i)) {
        case 'n' -> out.write('\n');
        case 't' -> out.write('\t');
        case 'r' -> out.write('\r');
        case 'x' -> {
          out.write(Integer.parseInt(column.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> out.write(column.charAt(i));
      }
    }
    return out.toByteArray();
  }

  /** A text as the scripts write it; null is empty. */
  public static String escape(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      switch (b) {
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        case '\\' -> out.append("\\\\");
        default -> {
          if (b >= ' ' && b < 0x7f) {
            out.append((char) b);
          } else {
            out.append(String.format("\\x%02x", b & 0xff));
          }
        }
      }
    }
    return out.toString();
  }
}
