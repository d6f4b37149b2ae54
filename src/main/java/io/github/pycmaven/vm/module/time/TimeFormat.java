package io.github.pycmaven.vm.module.time;

/** {@code strftime} of the C locale, with the extensions that Linux has. */
final class TimeFormat {
  private static final String[] DAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
  };
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  private final Moment t;
  private final StringBuilder out = new StringBuilder();
  private char pad;
  private boolean upper;
  private boolean swap;
  private int width;

  private TimeFormat(Moment t) {
    this.t = t;
  }

  static String shortDay(Moment t) {
    return DAYS[t.weekday].substring(0, 3);
  }

  static String shortMonth(Moment t) {
    return MONTHS[t.month].substring(0, 3);
  }

  /** The text of a moment. */
  static String format(String format, Moment t) {
    TimeFormat f = new TimeFormat(t);
    f.run(format);
    return f.out.toString();
  }

  private void run(String format) {
    int n = format.length();
    for (int i = 0; i < n; i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == n) {
        out.append(c);
        continue;
      }
      int start = i++;
      pad = 0;
      upper = false;
      swap = false;
      for (; i < n && "_-0^#+".indexOf(format.charAt(i)) >= 0; i++) {
        char flag = format.charAt(i);
        upper |= flag == '^';
        swap |= flag == '#';
        pad = flag == '^' || flag == '#' ? pad : flag;
      }
      width = -1;
      while (i < n && format.charAt(i) >= '0' && format.charAt(i) <= '9') {
        width = Math.max(0, Math.min(width, 100000)) * 10 + format.charAt(i++) - '0';
      }
      while (i < n && (format.charAt(i) == 'E' || format.charAt(i) == 'O')) {
        i++;
      }
      if (i == n || !directive(format.charAt(i))) {
        out.append(format, start, Math.min(n, i + 1));
      }
    }
  }

  private void text(String s) {
    String v = upper ? s.toUpperCase(java.util.Locale.ROOT) : s;
    for (int k = v.length(); k < width; k++) {
      out.append(pad == '0' || pad == '+' ? '0' : ' ');
    }
    out.append(v);
  }

  private void number(long v, int digits, char fill) {
    char with = pad == 0 ? fill : pad == '_' ? ' ' : pad == '+' ? '0' : pad;
    int to = width >= 0 ? width : with == '-' ? 0 : digits;
    String s = Long.toString(Math.abs(v));
    boolean negative = v < 0;
    int missing = to - s.length() - (negative ? 1 : 0);
    if (with == ' ') {
      for (int k = 0; k < missing; k++) {
        out.append(' ');
      }
      out.append(negative ? "-" : "").append(s);
      return;
    }
    out.append(negative ? "-" : "");
    for (int k = 0; k < missing && with != '-'; k++) {
      out.append('0');
    }
    out.append(s);
  }

  private void nested(String format) {
    text(format(format, t));
  }

  private void name(String s) {
    upper |= swap;
    text(s);
  }

  private boolean directive(char c) {
    switch (c) {
      case 'a':
        name(shortDay(t));
        return true;
      case 'A':
        name(DAYS[t.weekday]);
        return true;
      case 'b':
      case 'h':
        name(shortMonth(t));
        return true;
      case 'B':
        name(MONTHS[t.month]);
        return true;
      case 'c':
        nested("%a %b %e %H:%M:%S %Y");
        return true;
      case 'D':
      case 'x':
        nested("%m/%d/%y");
        return true;
      case 'F':
        nested("%Y-%m-%d");
        return true;
      case 'n':
        text("\n");
        return true;
      case 'p':
        text(swap ? t.hour < 12 ? "am" : "pm" : t.hour < 12 ? "AM" : "PM");
        return true;
      case 'P':
        text(t.hour < 12 ? "am" : "pm");
        return true;
      case 'r':
        nested("%I:%M:%S %p");
        return true;
      case 'R':
        nested("%H:%M");
        return true;
      case 't':
        text("\t");
        return true;
      case 'T':
      case 'X':
        nested("%H:%M:%S");
        return true;
      case 'z':
        zone();
        return true;
      case 'Z':
        String z = t.zone == null ? TimeModule.zoneName(t.summer) : t.zone;
        text(swap ? z.toLowerCase(java.util.Locale.ROOT) : z);
        return true;
      case '%':
        text("%");
        return true;
      default:
        return numeric(c);
    }
  }

  private void zone() {
    long minutes = t.offset / 60;
    out.append(t.offset < 0 ? '-' : '+');
    long a = Math.abs(minutes);
    number(a / 60 * 100 + a % 60, 4, '0');
  }

  private boolean numeric(char c) {
    switch (c) {
      case 'C':
        number(Math.floorDiv(t.year, 100L), 2, '0');
        return true;
      case 'd':
        number(t.day, 2, '0');
        return true;
      case 'e':
        number(t.day, 2, ' ');
        return true;
      case 'g':
        number(Math.floorMod(isoYear(), 100L), 2, '0');
        return true;
      case 'G':
        number(isoYear(), 0, '0');
        return true;
      case 'H':
        number(t.hour, 2, '0');
        return true;
      case 'I':
        number((t.hour + 11) % 12 + 1, 2, '0');
        return true;
      case 'j':
        number(t.dayOfYear + 1, 3, '0');
        return true;
      case 'k':
        number(t.hour, 2, ' ');
        return true;
      case 'l':
        number((t.hour + 11) % 12 + 1, 2, ' ');
        return true;
      case 'm':
        number(t.month + 1, 2, '0');
        return true;
      case 'M':
        number(t.minute, 2, '0');
        return true;
      case 's':
        number(TimeModule.seconds(t), 1, '0');
        return true;
      case 'S':
        number(t.second, 2, '0');
        return true;
      case 'u':
        number((t.weekday + 6) % 7 + 1, 1, '0');
        return true;
      case 'U':
        number((t.dayOfYear + 7 - t.weekday) / 7, 2, '0');
        return true;
      case 'V':
        number(isoWeek(), 2, '0');
        return true;
      case 'w':
        number(t.weekday, 1, '0');
        return true;
      case 'W':
        number((t.dayOfYear + 7 - (t.weekday + 6) % 7) / 7, 2, '0');
        return true;
      case 'y':
        number(Math.floorMod(t.year, 100L), 2, '0');
        return true;
      case 'Y':
        number(t.year, 0, '0');
        return true;
      default:
        return false;
    }
  }

  /** The days from the Monday of ISO week 1 of a year to the moment's day. */
  private int sinceIsoWeek1(int dayOfYear) {
    int back = (dayOfYear - t.weekday + 4 + 378) % 7;
    return dayOfYear - back + 3;
  }

  private long isoYear() {
    int days = sinceIsoWeek1(t.dayOfYear);
    if (days < 0) {
      return t.year - 1;
    }
    return sinceIsoWeek1(t.dayOfYear - length(t.year)) >= 0 ? t.year + 1 : t.year;
  }

  private static int length(long year) {
    return Calendar.isLeap(year) ? 366 : 365;
  }

  private int isoWeek() {
    int days = sinceIsoWeek1(t.dayOfYear);
    if (days < 0) {
      days = sinceIsoWeek1(t.dayOfYear + length(t.year - 1));
    } else {
      int next = sinceIsoWeek1(t.dayOfYear - length(t.year));
      days = next >= 0 ? next : days;
    }
    return days / 7 + 1;
  }
}
