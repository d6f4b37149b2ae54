package io.github.pycmaven.vm.module.sre;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One attempt to match: the text, its bounds, the groups so far, the repeats under way. */
final class MatchState {
  /** A repeat under way. */
  static final class Repeat {
    final Repeat outer;
    int count;
    int last = -1;

    Repeat(Repeat outer) {
      this.outer = outer;
    }
  }

  final PyObject string;
  final String text;
  final int[] points;
  final int length;
  int start;
  int end;
  int[] marks;
  int lastIndex = -1;
  Repeat repeat;
  boolean wholly;
  int mustPass = -1;

  MatchState(PyPattern pattern, PyObject string) {
    this.string = string;
    if (string instanceof PyStr s) {
      if (pattern.isBytes) {
        throw Exc.typeError("cannot use a bytes pattern on a string-like object");
      }
      text = s.value;
      points = s.points;
      length = s.length();
    } else if (string instanceof Buffer b) {
      if (!pattern.isBytes && pattern.hasPattern()) {
        throw Exc.typeError("cannot use a string pattern on a bytes-like object");
      }
      text = new String(b.bufferBytes(), StandardCharsets.ISO_8859_1);
      points = null;
      length = text.length();
    } else {
      throw Exc.typeError("expected string or bytes-like object, got '" + string.type.name + "'");
    }
    end = length;
    marks = new int[pattern.groups * 2];
    Arrays.fill(marks, -1);
  }

  MatchState bounds(long from, long to) {
    end = (int) Math.max(0, Math.min(to, length));
    start = (int) Math.max(0, Math.min(from, end));
    return this;
  }

  void reset() {
    Arrays.fill(marks, -1);
    lastIndex = -1;
    repeat = null;
  }

  int at(int i) {
    return points == null ? text.charAt(i) : points[i];
  }
}
