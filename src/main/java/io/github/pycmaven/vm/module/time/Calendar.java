package io.github.pycmaven.vm.module.time;

/** Days of the proleptic Gregorian calendar, for any year. */
final class Calendar {
  private static final int[] BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

  private Calendar() {}

  static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** Days from 1970-01-01 to a date; the month is 0 to 11, the day may be any number. */
  static long days(long year, int month, long day) {
    long y = year - 1;
    long before =
        y * 365 + Math.floorDiv(y, 4L) - Math.floorDiv(y, 100L) + Math.floorDiv(y, 400L) - 719162;
    return before + dayOfYear(year, month) + day - 1;
  }

  /** The days of a year that come before a month. */
  static int dayOfYear(long year, int month) {
    return BEFORE[month] + (month > 1 && isLeap(year) ? 1 : 0);
  }

  /** The year that a day belongs to. */
  static long yearOf(long day) {
    long y = 1970 + Math.floorDiv(day * 400, 146097L);
    while (days(y, 0, 1) > day) {
      y--;
    }
    while (days(y + 1, 0, 1) <= day) {
      y++;
    }
    return y;
  }

  /** The month, 0 to 11, of a day of a year. */
  static int monthOf(long year, int dayOfYear) {
    int m = 11;
    while (dayOfYear(year, m) > dayOfYear) {
      m--;
    }
    return m;
  }

  /** The day of the week of a day since 1970, Sunday is 0. */
  static int weekday(long day) {
    return (int) Math.floorMod(day + 4, 7L);
  }
}
