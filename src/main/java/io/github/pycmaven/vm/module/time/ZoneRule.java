package io.github.pycmaven.vm.module.time;

/** A rule as POSIX writes it in {@code TZ}: {@code EST5EDT,M3.2.0,M11.1.0}. */
final class ZoneRule {
  final LocalZone.Kind standard;
  private final LocalZone.Kind summer;
  private final int[] start;
  private final int[] end;

  private ZoneRule(LocalZone.Kind standard, LocalZone.Kind summer, int[] start, int[] end) {
    this.standard = standard;
    this.summer = summer;
    this.start = start;
    this.end = end;
  }

  private static final class Reader {
    final String s;
    int at;

    Reader(String s) {
      this.s = s;
    }

    boolean more() {
      return at < s.length();
    }

    boolean take(char c) {
      if (more() && s.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }

    String name() {
      int from = at;
      if (take('<')) {
        int close = s.indexOf('>', at);
        if (close < 0) {
          return null;
        }
        at = close + 1;
        return s.substring(from + 1, close);
      }
      while (more() && isLetter(s.charAt(at))) {
        at++;
      }
      return at - from < 3 ? null : s.substring(from, at);
    }

    private static boolean isLetter(char c) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    int number() {
      int n = 0;
      int from = at;
      while (more() && s.charAt(at) >= '0' && s.charAt(at) <= '9') {
        n = n * 10 + s.charAt(at++) - '0';
      }
      return at == from ? -1 : n;
    }

    /** Hours, minutes and seconds as seconds. */
    int clock() {
      int sign = take('-') ? -1 : 1;
      if (sign == 1) {
        take('+');
      }
      int t = Math.max(0, number()) * 3600;
      if (take(':')) {
        t += Math.max(0, number()) * 60;
        if (take(':')) {
          t += Math.max(0, number());
        }
      }
      return sign * t;
    }

    /** Kind of date (M, J or n), its three numbers, the time of day. */
    int[] date() {
      int[] d = {0, 0, 0, 0, 7200};
      if (take('M')) {
        d[0] = 'M';
        d[1] = number();
        take('.');
        d[2] = number();
        take('.');
        d[3] = number();
      } else {
        d[0] = take('J') ? 'J' : 'n';
        d[1] = number();
      }
      if (take('/')) {
        d[4] = clock();
      }
      return d;
    }
  }

  /** Reads a rule, null if the text is none. */
  static ZoneRule parse(String text) {
    Reader r = new Reader(text);
    String name = r.name();
    if (name == null || !r.more()) {
      return null;
    }
    int offset = -r.clock();
    LocalZone.Kind standard = new LocalZone.Kind(offset, false, name);
    if (!r.more()) {
      return new ZoneRule(standard, null, null, null);
    }
    String other = r.name();
    if (other == null) {
      return new ZoneRule(standard, null, null, null);
    }
    int summerOffset = offset + 3600;
    if (r.more() && r.s.charAt(r.at) != ',') {
      summerOffset = -r.clock();
    }
    int[] start = {'M', 3, 2, 0, 7200};
    int[] end = {'M', 11, 1, 0, 7200};
    if (r.take(',')) {
      start = r.date();
      if (r.take(',')) {
        end = r.date();
      }
    }
    return new ZoneRule(standard, new LocalZone.Kind(summerOffset, true, other), start, end);
  }

  private static long when(int[] d, long year) {
    long day;
    if (d[0] == 'M') {
      int month = d[1] - 1;
      long first = Calendar.days(year, month, 1);
      day = first + Math.floorMod(d[3] - Calendar.weekday(first), 7) + 7L * (d[2] - 1);
      long next = month == 11 ? Calendar.days(year + 1, 0, 1) : Calendar.days(year, month + 1, 1);
      while (day >= next) {
        day -= 7;
      }
    } else {
      int n = d[1];
      if (d[0] == 'J') {
        n = n - 1 + (Calendar.isLeap(year) && n >= 60 ? 1 : 0);
      }
      day = Calendar.days(year, 0, 1) + n;
    }
    return day * 86400 + d[4];
  }

  /** The kind of time at a second since 1970. */
  LocalZone.Kind at(long seconds) {
    if (summer == null) {
      return standard;
    }
    long year = Calendar.yearOf(Math.floorDiv(seconds + standard.offset, 86400L));
    long from = when(start, year) - standard.offset;
    long to = when(end, year) - summer.offset;
    boolean isSummer =
        from < to ? seconds >= from && seconds < to : seconds >= from || seconds < to;
    return isSummer ? summer : standard;
  }
}
