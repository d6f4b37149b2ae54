package io.github.pycmaven.vm.module.time;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;

/** A date and time in parts, as C's {@code struct tm}; months and days of the year from 0. */
final class Moment {
  static final PyType TYPE =
      PyStructSequence.type(
          "time.struct_time",
          9,
          "tm_year",
          "tm_mon",
          "tm_mday",
          "tm_hour",
          "tm_min",
          "tm_sec",
          "tm_wday",
          "tm_yday",
          "tm_isdst",
          "tm_zone",
          "tm_gmtoff");

  long year;
  int month;
  int day;
  int hour;
  int minute;
  int second;

  /** Sunday is 0. */
  int weekday;

  int dayOfYear;
  int summer;
  String zone = "";
  long offset;

  /** The parts of a time that is already moved by an offset. */
  static Moment of(long local) {
    Moment m = new Moment();
    long days = Math.floorDiv(local, 86400L);
    int rest = (int) Math.floorMod(local, 86400L);
    m.year = Calendar.yearOf(days);
    m.dayOfYear = (int) (days - Calendar.days(m.year, 0, 1));
    m.month = Calendar.monthOf(m.year, m.dayOfYear);
    m.day = m.dayOfYear - Calendar.dayOfYear(m.year, m.month) + 1;
    m.hour = rest / 3600;
    m.minute = rest / 60 % 60;
    m.second = rest % 60;
    m.weekday = Calendar.weekday(days);
    return m;
  }

  /** The parts in a zone. */
  static Moment of(long seconds, LocalZone zone) {
    LocalZone.Kind k = zone.at(seconds);
    Moment m = of(seconds + k.offset);
    m.summer = k.summer ? 1 : 0;
    m.zone = k.name;
    m.offset = k.offset;
    if (m.year > Integer.MAX_VALUE || m.year < Integer.MIN_VALUE + 1900L) {
      throw Exc.osError(75, "Value too large for defined data type", null);
    }
    return m;
  }

  /** The parts that a program gave as a tuple. */
  static Moment of(PyObject given, String function) {
    if (!(given instanceof PyTuple t)) {
      throw Exc.typeError("Tuple or struct_time argument required");
    }
    PyObject[] v = t.items;
    if (v.length != 9) {
      throw Exc.typeError(function + "(): illegal time tuple argument");
    }
    int[] n = new int[9];
    for (int i = 0; i < 9; i++) {
      n[i] = Arg.toInt(v[i]);
    }
    if (n[0] < Integer.MIN_VALUE + 1900) {
      throw Exc.overflowError("year out of range");
    }
    Moment m = new Moment();
    m.year = n[0];
    m.month = n[1] - 1;
    m.day = n[2];
    m.hour = n[3];
    m.minute = n[4];
    m.second = n[5];
    m.weekday = (n[6] + 1) % 7;
    m.dayOfYear = n[7] - 1;
    m.summer = n[8];
    if (given instanceof PyStructSequence && given.type == TYPE) {
      PyObject zone = io.github.pycmaven.vm.core.object.Obj.getAttr(given, "tm_zone");
      PyObject offset = io.github.pycmaven.vm.core.object.Obj.getAttr(given, "tm_gmtoff");
      m.zone = zone instanceof PyStr s ? s.value : null;
      m.offset = offset instanceof PyInt i ? i.value : 0;
    } else {
      m.zone = null;
    }
    return m;
  }

  /** Refuses what no calendar has. */
  Moment checked() {
    if (month == -1) {
      month = 0;
    } else if (month < 0 || month > 11) {
      throw Exc.valueError("month out of range");
    }
    if (day == 0) {
      day = 1;
    } else if (day < 0 || day > 31) {
      throw Exc.valueError("day of month out of range");
    }
    if (hour < 0 || hour > 23) {
      throw Exc.valueError("hour out of range");
    }
    if (minute < 0 || minute > 59) {
      throw Exc.valueError("minute out of range");
    }
    if (second < 0 || second > 61) {
      throw Exc.valueError("seconds out of range");
    }
    if (weekday < 0) {
      throw Exc.valueError("day of week out of range");
    }
    if (dayOfYear == -1) {
      dayOfYear = 0;
    } else if (dayOfYear < 0 || dayOfYear > 365) {
      throw Exc.valueError("day of year out of range");
    }
    return this;
  }

  /** The seconds since 1970 of the parts read as local time. */
  long local() {
    long y = year + Math.floorDiv(month, 12);
    long days = Calendar.days(y, Math.floorMod(month, 12), day);
    return days * 86400 + hour * 3600L + minute * 60L + second;
  }

  PyObject toPython() {
    return PyStructSequence.of(
        TYPE,
        PyInt.of(year),
        PyInt.of(month + 1),
        PyInt.of(day),
        PyInt.of(hour),
        PyInt.of(minute),
        PyInt.of(second),
        PyInt.of((weekday + 6) % 7),
        PyInt.of(dayOfYear + 1),
        PyInt.of(summer),
        zone == null ? PyNone.NONE : PyStr.of(zone),
        PyInt.of(offset));
  }
}
