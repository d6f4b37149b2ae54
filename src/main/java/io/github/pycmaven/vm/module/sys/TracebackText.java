package io.github.pycmaven.vm.module.sys;

import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PySyntaxError;
import io.github.pycmaven.vm.core.error.PyTraceback;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.module.imp.PyResourceImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An exception with its traceback as the library's {@code traceback} writes it, without importing
 * that: source lines with carets, chained exceptions, notes, places of syntax errors.
 */
public final class TracebackText {
  /** What needs the parser. */
  public interface Anchors {
    /** The stretch of an expression that is to be marked with carets, or null. */
    int[] of(String segment);

    /** Whether a line is nothing but a call at that place, returned or assigned. */
    boolean isPlainCall(String line, int start, int end);
  }

  private static final int REPEATS = 3;
  private static final Map<String, String[]> SOURCES = new HashMap<>();
  private static Anchors anchors;

  private final StringBuilder out = new StringBuilder();
  private final Set<PyException> seen = new HashSet<>();

  /** Whether expressions are marked and names suggested, as for exceptions that end a program. */
  private final boolean carets;

  private TracebackText(boolean carets) {
    this.carets = carets;
  }

  /** Sets who parses lines. */
  public static void setAnchors(Anchors a) {
    anchors = a;
  }

  /** The text of a program that is no file. */
  public static void register(String name, String text) {
    SOURCES.put(name, text.split("\n", -1));
  }

  /** The text of an exception. */
  static String of(PyException e) {
    TracebackText t = new TracebackText(true);
    t.chain(e);
    return t.out.toString();
  }

  /** The text of an exception that nobody can catch: frames and message only. */
  static String plain(PyException e, PyTraceback tb) {
    TracebackText t = new TracebackText(false);
    if (tb != null) {
      t.out.append("Traceback (most recent call last):\n");
      t.frames(tb);
    }
    t.last(e);
    return t.out.toString();
  }

  /** Whether an expression that is to be marked goes over several lines, here or in the chain. */
  static boolean isLong(PyException e) {
    Set<PyException> known = new HashSet<>();
    for (PyException x = e; x != null && known.add(x); x = x.cause != null ? x.cause : x.context) {
      for (PyTraceback t = x.traceback; t != null; t = t.next) {
        PyFrame f = (PyFrame) t.frame;
        int[] place = f.code.placeAt(t.lasti);
        if (place != null && place[0] != place[1] && place[2] >= 0) {
          String text = source(f.code.filename.value, t.line());
          if (text != null && !text.isBlank()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void chain(PyException e) {
    seen.add(e);
    if (e.cause != null) {
      if (!seen.contains(e.cause)) {
        chain(e.cause);
        out.append("\nThe above exception was the direct cause of the following exception:\n\n");
      }
    } else if (e.context != null && !e.suppressContext && !seen.contains(e.context)) {
      chain(e.context);
      out.append("\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    if (e.traceback != null) {
      out.append("Traceback (most recent call last):\n");
      frames(e.traceback);
    }
    if (e instanceof PySyntaxError s) {
      place(s);
    }
    last(e);
    notes(e);
  }

  private void frames(PyTraceback first) {
    String before = null;
    int same = 0;
    for (PyTraceback t = first; t != null; t = t.next) {
      PyFrame f = (PyFrame) t.frame;
      String head =
          "  File \"" + f.code.filename + "\", line " + t.line() + ", in " + f.code.name + "\n";
      if (!head.equals(before)) {
        repeated(same);
        before = head;
        same = 0;
      }
      same++;
      if (same > REPEATS) {
        continue;
      }
      out.append(head);
      line(f, t);
    }
    repeated(same);
  }

  private void repeated(int same) {
    int more = same - REPEATS;
    if (more > 0) {
      out.append("  [Previous line repeated ")
          .append(more)
          .append(more > 1 ? " more times]\n" : " more time]\n");
    }
  }

  private static String source(String file, int line) {
    String[] lines =
        SOURCES.computeIfAbsent(
            file,
            f -> {
              if (f.startsWith("<")) {
                return new String[0];
              }
              try {
                byte[] packed = PyResourceImporter.file(f);
                byte[] bytes = packed == null ? Files.readAllBytes(Path.of(f)) : packed;
                return new String(bytes, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1);
              } catch (IOException | RuntimeException e) {
                return new String[0];
              }
            });
    return line >= 1 && line <= lines.length ? lines[line - 1] : null;
  }

  private void line(PyFrame f, PyTraceback t) {
    String text = source(f.code.filename.value, t.line());
    if (text == null || text.isBlank()) {
      return;
    }
    int indent = 0;
    while (indent < text.length() && text.charAt(indent) <= ' ') {
      indent++;
    }
    String shown = text.substring(indent).stripTrailing();
    out.append("    ").append(shown).append('\n');
    int[] place = carets ? f.code.placeAt(t.lasti) : null;
    if (place == null || place[0] != place[1] || place[2] < 0) {
      return;
    }
    int start = Math.max(0, characters(text, place[2]) - indent);
    int end = Math.min(shown.length(), characters(text, place[3]) - indent);
    if (end <= start) {
      return;
    }
    int[] marks = anchors == null ? null : anchors.of(shown.substring(start, end));
    boolean wholeLine = shown.substring(0, start).isBlank() && shown.substring(end).isBlank();
    if (marks == null && wholeLine || anchors != null && anchors.isPlainCall(shown, start, end)) {
      return;
    }
    out.append("    ").append(" ".repeat(start));
    for (int i = 0; i < end - start; i++) {
      out.append(marks == null || (i >= marks[0] && i < marks[1]) ? '^' : '~');
    }
    out.append('\n');
  }

  /** How many characters the first bytes of a line are. */
  public static int characters(String line, int bytes) {
    int at = 0;
    int left = bytes;
    while (left > 0 && at < line.length()) {
      int c = line.codePointAt(at);
      left -= c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      at += Character.charCount(c);
    }
    return at;
  }

  private static int number(PyObject o) {
    return o instanceof PyInt i ? (int) i.clipped() : -1;
  }

  private void place(PySyntaxError s) {
    int line = number(s.line);
    if (line < 0) {
      return;
    }
    out.append("  File \"")
        .append(s.filename instanceof PyStr f ? f.value : "<string>")
        .append("\", line ")
        .append(line)
        .append('\n');
    if (!(s.text instanceof PyStr t)) {
      return;
    }
    String text = t.value.endsWith("\n") ? t.value.substring(0, t.value.length() - 1) : t.value;
    int spaces = 0;
    while (spaces < text.length() && " \n\f".indexOf(text.charAt(spaces)) >= 0) {
      spaces++;
    }
    String shown = text.substring(spaces);
    out.append("    ").append(shown).append('\n');
    int offset = number(s.offset);
    if (offset < 0) {
      return;
    }
    int endOffset = number(s.endOffset);
    int end;
    if (number(s.endLine) < 0 || number(s.endLine) == line) {
      end = endOffset > 0 ? endOffset : offset;
    } else {
      end = text.length() + 1;
    }
    if (offset == end || end == -1) {
      end = offset + 1;
    }
    int column = offset - 1 - spaces;
    int endColumn = end - 1 - spaces;
    if (column >= 0) {
      out.append("    ");
      for (int i = 0; i < Math.min(column, shown.length()); i++) {
        char c = shown.charAt(i);
        out.append(c == '\t' ? c : ' ');
      }
      out.append("^".repeat(Math.max(0, endColumn - column))).append('\n');
    }
  }

  private void last(PyException e) {
    String module =
        e.type.isHeap && e.type.lookup(Names.MODULE) instanceof PyStr s ? s.value : "builtins";
    String name = Obj.str(Obj.getAttr(e.type, Names.QUALNAME));
    out.append(module.equals("__main__") || module.equals("builtins") ? name : module + "." + name);
    try {
      String text =
          e instanceof PySyntaxError s
              ? s.message == null ? "<no detail available>" : Obj.str(s.message)
              : Obj.str(e);
      if (!text.isEmpty()) {
        out.append(": ").append(text);
      }
      if (carets) {
        out.append(Suggestions.of(e));
      }
    } catch (PyRaise x) {
      out.append(": <exception str() failed>");
    }
    out.append('\n');
  }

  private void notes(PyException e) {
    PyObject notes = Obj.getAttrOrNull(e, Names.NOTES);
    if (notes instanceof PyList) {
      for (PyObject n : Obj.toArray(notes)) {
        out.append(Obj.str(n)).append('\n');
      }
    }
  }
}
