package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A builtin's parameters, and the binding of arguments to them with CPython's messages. */
public final class Signature {
  public static final PyStr[] NO_NAMES = {};

  public final String name;

  /** The text as declared, with the name. */
  public final String text;

  private final String owner;
  private final char kind;
  private final PyStr[] names;
  private final boolean[] required;
  private final int positionalOnly;
  private final int positional;
  private final int minimum;
  private final int total;
  private final int varArgs;
  private final int varKeywords;

  Signature(String text, String owner, char kind) {
    this.text = text;
    this.owner = owner;
    this.kind = kind;
    int open = text.indexOf('(');
    this.name = text.substring(0, open);
    List<PyStr> found = new ArrayList<>();
    List<Boolean> needs = new ArrayList<>();
    int posOnly = 0;
    int pos = 0;
    int min = 0;
    int stars = -1;
    int doubleStars = -1;
    boolean keywordOnly = false;
    for (String part : split(text.substring(open + 1, text.lastIndexOf(')')))) {
      if (part.equals("/")) {
        posOnly = pos;
        continue;
      } else if (part.equals("*")) {
        keywordOnly = true;
        continue;
      }
      int equals = part.indexOf('=');
      String id = equals < 0 ? part : part.substring(0, equals).trim();
      if (part.startsWith("**")) {
        doubleStars = found.size();
        found.add(null);
        needs.add(false);
        continue;
      } else if (part.startsWith("*")) {
        stars = found.size();
        keywordOnly = true;
        found.add(null);
        needs.add(false);
        continue;
      }
      found.add(PyStr.intern(id));
      needs.add(equals < 0);
      if (!keywordOnly) {
        pos++;
        min += equals < 0 ? 1 : 0;
      }
    }
    this.names = found.toArray(new PyStr[0]);
    this.required = new boolean[names.length];
    for (int i = 0; i < required.length; i++) {
      required[i] = needs.get(i);
    }
    this.positionalOnly = posOnly;
    this.positional = pos;
    this.minimum = min;
    this.total = names.length;
    this.varArgs = stars;
    this.varKeywords = doubleStars;
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      if (i < text.length() && quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        String part = text.substring(start, i).trim();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  private int hidden() {
    return kind == 'm' || kind == 'c' || kind == 'n' || kind == 'g' || kind == 'r' || kind == 'w'
        ? 1
        : 0;
  }

  private String qualified() {
    if (kind == 'n') {
      return owner;
    }
    return kind == 'f' ? name : owner + "." + name;
  }

  /** One value a parameter, null where absent. */
  PyObject[] bind(PyObject[] args, PyStr[] keywords) {
    int given = args.length - keywords.length;
    PyObject[] out = new PyObject[total];
    int direct = Math.min(given, positional);
    System.arraycopy(args, 0, out, 0, direct);
    if (given > positional && varArgs < 0) {
      throw tooMany(given, keywords.length);
    }
    if (varArgs >= 0) {
      if (varArgs < positional) {
        throw new AssertionError(text);
      }
      out[varArgs] =
          given > positional
              ? new PyTuple(Arrays.copyOfRange(args, positional, given))
              : PyTuple.EMPTY;
    }
    for (int k = 0; k < keywords.length; k++) {
      keyword(out, keywords[k], args[given + k], given);
    }
    for (int i = 0; i < total; i++) {
      if (out[i] == null && required[i]) {
        throw missing(i, given, keywords.length);
      }
    }
    return out;
  }

  private void keyword(PyObject[] out, PyStr key, PyObject value, int given) {
    for (int i = positionalOnly; i < total; i++) {
      if (names[i] != null && (names[i] == key || names[i].equals(key))) {
        if (out[i] != null) {
          throw Exc.typeError(
              "argument for "
                  + shortName()
                  + "() given by name ('"
                  + key
                  + "') and position ("
                  + (i + 1 - hidden())
                  + ")");
        }
        out[i] = value;
        return;
      }
    }
    if (varKeywords >= 0) {
      if (out[varKeywords] == null) {
        out[varKeywords] = new PyDict();
      }
      ((PyDict) out[varKeywords]).put(key, value);
      return;
    }
    if (positionalOnly >= total) {
      throw Exc.typeError(qualified() + "() takes no keyword arguments");
    }
    throw Exc.typeError(shortName() + "() got an unexpected keyword argument '" + key + "'");
  }

  private String shortName() {
    return kind == 'n' ? owner : name;
  }

  private boolean onlyPositional() {
    return positionalOnly == total || (positionalOnly == positional && total == positional);
  }

  private PyRaise tooMany(int given, int keywords) {
    int h = hidden();
    int max = positional - h;
    int got = given - h;
    if (onlyPositional() || kind == 'n' && owner.equals("str")) {
      return arity(got);
    }
    if (max == 0) {
      return Exc.typeError(shortName() + "() takes no positional arguments");
    }
    String bound = minimum == positional ? "exactly" : "at most";
    if (positional < total) {
      return Exc.typeError(
          shortName()
              + "() takes "
              + bound
              + " "
              + max
              + " positional argument"
              + (max == 1 ? "" : "s")
              + " ("
              + got
              + " given)");
    }
    return Exc.typeError(
        shortName()
            + "() takes "
            + bound
            + " "
            + max
            + (keywords > 0 ? "" : "")
            + " argument"
            + (max == 1 ? "" : "s")
            + " ("
            + (got + keywords)
            + " given)");
  }

  private boolean isWrapper() {
    return (kind == 'm') && name.startsWith("__") && name.endsWith("__");
  }

  private PyRaise arity(int got) {
    int h = hidden();
    int max = positional - h;
    int min = minimum - h;
    if (got < 0) {
      return kind == 'n'
          ? Exc.typeError(owner + ".__new__(): not enough arguments")
          : Exc.typeError("unbound method " + qualified() + "() needs an argument");
    }
    if (isWrapper()) {
      if (name.endsWith("pow__")) {
        return Exc.typeError("expected 1 or 2 arguments, got " + got);
      }
      if (min == max) {
        return Exc.typeError(
            "expected " + max + " argument" + (max == 1 ? "" : "s") + ", got " + got);
      }
    } else if (max == 0) {
      return Exc.typeError(qualified() + "() takes no arguments (" + got + " given)");
    } else if (min == 1 && max == 1 && kind != 'n') {
      return Exc.typeError(qualified() + "() takes exactly one argument (" + got + " given)");
    }
    String bound = min == max ? "" : got < min ? "at least " : "at most ";
    int number = got < min ? min : max;
    return Exc.typeError(
        shortName()
            + " expected "
            + bound
            + number
            + " argument"
            + (number == 1 ? "" : "s")
            + ", got "
            + got);
  }

  private PyRaise missing(int index, int given, int keywords) {
    int h = hidden();
    if (index < h) {
      return arity(-1);
    }
    if (onlyPositional() && keywords == 0) {
      return arity(given - h);
    }
    if (index >= positional) {
      return Exc.typeError(
          shortName() + "() missing required keyword-only argument: '" + names[index] + "'");
    }
    if (index < positionalOnly) {
      int min = Math.max(positionalOnly, 0) - h;
      int need = Math.min(minimum - h, min);
      return Exc.typeError(
          shortName()
              + "() takes "
              + (minimum == positional && total == positional ? "exactly " : "at least ")
              + need
              + " positional argument"
              + (need == 1 ? "" : "s")
              + " ("
              + (given - h)
              + " given)");
    }
    return Exc.typeError(
        shortName()
            + "() missing required argument '"
            + names[index]
            + "' (pos "
            + (index + 1 - h)
            + ")");
  }

  /** What {@code __text_signature__} says, null where Python has no words for a default. */
  public String textSignature() {
    if (text.indexOf('<') >= 0) {
      return null;
    }
    String inside = text.substring(text.indexOf('('));
    switch (kind) {
      case 'm':
        return inside.startsWith("(self") ? "($" + inside.substring(1) : inside;
      case 'c':
      case 'n':
        return "($type" + inside.substring(inside.startsWith("(cls") ? 4 : 1);
      case 'f':
        return "($module, " + inside.substring(1);
      default:
        return inside;
    }
  }
}
