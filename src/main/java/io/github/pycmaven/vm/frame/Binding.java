package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.error.ClosestName;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Binds arguments to the parameters of a Python function.
 *
 * @cpython Python/ceval.c:initialize_locals
 */
final class Binding {
  static final PyObject[] NO_ARGS = {};
  static final PyStr[] NO_NAMES = {};

  private Binding() {}

  static void bind(PyCode c, PyFunction f, PyObject[] s, PyObject[] args, PyStr[] keywords) {
    int positional = c.argCount;
    int total = positional + c.kwOnlyCount;
    int given = args.length - keywords.length;
    PyDict extra = null;
    int at = total;
    boolean varArgs = (c.flags & PyCode.VARARGS) != 0;
    int extraIndex = total + (varArgs ? 1 : 0);
    if ((c.flags & PyCode.VARKEYWORDS) != 0) {
      extra = new PyDict();
      s[extraIndex] = extra;
    }
    int direct = Math.min(given, positional);
    System.arraycopy(args, 0, s, 0, direct);
    if (varArgs) {
      s[at] =
          given > positional
              ? new PyTuple(Arrays.copyOfRange(args, positional, given))
              : PyTuple.EMPTY;
    }
    for (int k = 0; k < keywords.length; k++) {
      keyword(c, f, s, keywords[k], args[given + k], extra, total, keywords);
    }
    if (given > positional && !varArgs) {
      throw tooMany(c, f, s, given, total);
    }
    if (direct < positional) {
      PyObject[] defaults = f.defaults;
      int have = defaults == null ? 0 : defaults.length;
      int required = positional - have;
      int missing = 0;
      for (int i = direct; i < required; i++) {
        missing += s[i] == null ? 1 : 0;
      }
      if (missing > 0) {
        throw missing(c, f, s, 0, required, "positional");
      }
      for (int i = Math.max(direct, required); i < positional; i++) {
        if (s[i] == null) {
          s[i] = defaults[i - required];
        }
      }
    }
    if (c.kwOnlyCount > 0) {
      int missing = 0;
      for (int i = positional; i < total; i++) {
        if (s[i] == null) {
          PyObject v = f.keywordDefaults == null ? null : f.keywordDefaults.get(c.localNames[i]);
          s[i] = v;
          missing += v == null ? 1 : 0;
        }
      }
      if (missing > 0) {
        throw missing(c, f, s, positional, total, "keyword-only");
      }
    }
  }

  private static void keyword(
      PyCode c,
      PyFunction f,
      PyObject[] s,
      PyStr key,
      PyObject value,
      PyDict extra,
      int total,
      PyStr[] keywords) {
    PyStr[] names = c.localNames;
    for (int i = c.posOnlyCount; i < total; i++) {
      if (names[i] == key || names[i].equals(key)) {
        if (s[i] != null) {
          throw Exc.typeError(f.qualname + "() got multiple values for argument '" + key + "'");
        }
        s[i] = value;
        return;
      }
    }
    if (extra != null) {
      extra.put(key, value);
      return;
    }
    List<String> wrong = new ArrayList<>();
    for (PyStr k : keywords) {
      for (int i = 0; i < c.posOnlyCount; i++) {
        if (names[i].equals(k)) {
          wrong.add(k.value);
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw Exc.typeError(
          f.qualname
              + "() got some positional-only arguments passed as keyword arguments: '"
              + String.join(", ", wrong)
              + "'");
    }
    List<String> possible = new ArrayList<>();
    for (int i = c.posOnlyCount; i < c.argCount + c.kwOnlyCount; i++) {
      possible.add(c.localNames[i].value);
    }
    String meant = ClosestName.of(possible, key.value);
    throw Exc.typeError(
        f.qualname
            + "() got an unexpected keyword argument '"
            + key
            + (meant == null ? "'" : "'. Did you mean '" + meant + "'?"));
  }

  private static RuntimeException tooMany(
      PyCode c, PyFunction f, PyObject[] s, int given, int total) {
    int keywordOnly = 0;
    for (int i = c.argCount; i < total; i++) {
      keywordOnly += s[i] != null ? 1 : 0;
    }
    int have = f.defaults == null ? 0 : f.defaults.length;
    String range;
    boolean plural;
    if (have > 0) {
      range = "from " + (c.argCount - have) + " to " + c.argCount;
      plural = true;
    } else {
      range = String.valueOf(c.argCount);
      plural = c.argCount != 1;
    }
    String extra = "";
    if (keywordOnly > 0) {
      extra =
          " positional argument"
              + (given != 1 ? "s" : "")
              + " (and "
              + keywordOnly
              + " keyword-only argument"
              + (keywordOnly != 1 ? "s" : "")
              + ")";
    }
    return Exc.typeError(
        f.qualname
            + "() takes "
            + range
            + " positional argument"
            + (plural ? "s" : "")
            + " but "
            + given
            + extra
            + (given == 1 && keywordOnly == 0 ? " was" : " were")
            + " given");
  }

  private static RuntimeException missing(
      PyCode c, PyFunction f, PyObject[] s, int from, int to, String kind) {
    List<String> names = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (s[i] == null) {
        names.add(Obj.repr(c.localNames[i]));
      }
    }
    int n = names.size();
    String list;
    if (n == 1) {
      list = names.get(0);
    } else if (n == 2) {
      list = names.get(0) + " and " + names.get(1);
    } else {
      list = String.join(", ", names.subList(0, n - 1)) + ", and " + names.get(n - 1);
    }
    return Exc.typeError(
        f.qualname
            + "() missing "
            + n
            + " required "
            + kind
            + " argument"
            + (n == 1 ? "" : "s")
            + ": "
            + list);
  }
}
