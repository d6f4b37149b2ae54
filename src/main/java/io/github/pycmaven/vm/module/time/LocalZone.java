package io.github.pycmaven.vm.module.time;

import io.github.pycmaven.vm.host.Environment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The local time zone as the C library finds it: by the variable {@code TZ}, which names a file of
 * the system's zone data or is a rule, else by {@code /etc/localtime}. The JDK's own data is not
 * asked.
 */
final class LocalZone {
  /** One kind of time in a zone. */
  static final class Kind {
    final int offset;
    final boolean summer;
    final String name;

    Kind(int offset, boolean summer, String name) {
      this.offset = offset;
      this.summer = summer;
      this.name = name;
    }
  }

  static final LocalZone UTC = new LocalZone(new long[0], new Kind[0], utc("UTC"), null);

  private final long[] changes;
  private final Kind[] after;
  private final Kind first;
  private final ZoneRule rule;

  private LocalZone(long[] changes, Kind[] after, Kind first, ZoneRule rule) {
    this.changes = changes;
    this.after = after;
    this.first = first;
    this.rule = rule;
  }

  private static Kind utc(String name) {
    return new Kind(0, false, name);
  }

  /** The zone that the environment asks for now. */
  static LocalZone current() {
    String name = Environment.get("TZ");
    if (name == null) {
      LocalZone z = file(Path.of("/etc/localtime"));
      return z == null ? UTC : z;
    }
    if (name.startsWith(":")) {
      name = name.substring(1);
    }
    if (name.isEmpty()) {
      return UTC;
    }
    LocalZone z = file(name.startsWith("/") ? Path.of(name) : Path.of("/usr/share/zoneinfo", name));
    if (z != null) {
      return z;
    }
    ZoneRule rule = ZoneRule.parse(name);
    return rule == null
        ? new LocalZone(new long[0], new Kind[0], utc("UTC"), null)
        : new LocalZone(new long[0], new Kind[0], rule.standard, rule);
  }

  private static LocalZone file(Path path) {
    try {
      if (!Files.isRegularFile(path)) {
        return null;
      }
      byte[] b = Files.readAllBytes(path);
      return b.length > 44 && b[0] == 'T' && b[1] == 'Z' && b[2] == 'i' ? parse(b) : null;
    } catch (IOException | IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      return null;
    }
  }

  /** Reads the format of RFC 8536; of a file with two blocks the second one. */
  private static LocalZone parse(byte[] b) {
    ByteBuffer in = ByteBuffer.wrap(b);
    boolean wide = b[4] >= '2';
    int start = 0;
    if (wide) {
      int[] c = counts(in, 0);
      start = 44 + c[3] * 5 + c[4] * 6 + c[5] + c[2] * 8 + c[1] + c[0];
    }
    int[] c = counts(in, start);
    int times = c[3];
    int kinds = c[4];
    int at = start + 44;
    int width = wide ? 8 : 4;
    long[] changes = new long[times];
    for (int i = 0; i < times; i++, at += width) {
      changes[i] = wide ? in.getLong(at) : in.getInt(at);
    }
    int indices = at;
    int table = at + times;
    int names = table + kinds * 6;
    Kind[] all = new Kind[kinds];
    for (int i = 0; i < kinds; i++) {
      int k = table + 6 * i;
      int from = names + (b[k + 5] & 0xff);
      int to = from;
      while (b[to] != 0) {
        to++;
      }
      String name = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
      all[i] = new Kind(in.getInt(k), b[k + 4] != 0, name);
    }
    Kind[] after = new Kind[times];
    for (int i = 0; i < times; i++) {
      after[i] = all[b[indices + i]];
    }
    Kind first = all[0];
    ZoneRule rule = null;
    if (wide) {
      int footer = names + c[5] + c[2] * 12 + c[1] + c[0] + 1;
      int end = footer;
      while (end < b.length && b[end] != '\n') {
        end++;
      }
      rule = ZoneRule.parse(new String(b, footer, end - footer, StandardCharsets.ISO_8859_1));
    }
    return new LocalZone(changes, after, first, rule);
  }

  private static int[] counts(ByteBuffer in, int start) {
    int[] c = new int[6];
    for (int i = 0; i < 6; i++) {
      c[i] = in.getInt(start + 20 + 4 * i);
    }
    return c;
  }

  /** The kind of time at a second since 1970. */
  Kind at(long seconds) {
    int n = changes.length;
    if (n == 0 || seconds >= changes[n - 1]) {
      return rule != null ? rule.at(seconds) : n == 0 ? first : after[n - 1];
    }
    if (seconds < changes[0]) {
      return first;
    }
    int low = 0;
    int high = n - 1;
    while (high - low > 1) {
      int middle = low + high >>> 1;
      if (changes[middle] <= seconds) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return after[low];
  }
}
