package io.github.pycmaven.vm.compile;

import io.github.pycmaven.compiler.token.TokenBuffer;
import io.github.pycmaven.compiler.token.TokenError;
import io.github.pycmaven.compiler.token.TokenKind;
import io.github.pycmaven.compiler.token.Tokenizer;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.module.tokenize.TokenSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The compiler's tokens as the library's {@code tokenize} wants them. Comments and line ends that
 * mean nothing are found again in the gaps between tokens.
 *
 * @cpython Python/Python-tokenize.c:tokenizeriter_next
 */
public final class TokenTuples implements TokenSource {
  private static final int COMMENT = 65;
  private static final int EMPTY_LINE = 66;

  /** Strings of both kinds have three numbers more in Python, for tokens that only tokenize has. */
  private static final int SHIFT = 3;

  @Override
  public PyRaise tokenize(String text, boolean extra, List<PyObject> out) {
    byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    Run run = new Run(bytes, extra, out);
    TokenBuffer buffer = new TokenBuffer(bytes.length / 4);
    // The tokenizer wants a last line that ends; the tuples tell of the text as it is.
    byte[] padded = Arrays.copyOf(bytes, bytes.length + 8);
    int length = bytes.length;
    if (length > 0 && bytes[length - 1] != '\n') {
      padded[length++] = '\n';
    }
    Tokenizer t = new Tokenizer(padded, length, buffer);
    boolean complete = t.all();
    run.all(buffer, complete);
    return complete ? null : run.error(t.error());
  }

  /** One text. */
  private static final class Run {
    private final byte[] text;
    private final boolean extra;
    private final List<PyObject> out;
    private final int[] lineStarts;
    private final int lines;
    private int line = 1;
    private int lineAt = -1;
    private PyStr lineText;
    private int at;

    Run(byte[] text, boolean extra, List<PyObject> out) {
      this.text = text;
      this.extra = extra;
      this.out = out;
      int n = 1;
      for (byte b : text) {
        n += b == '\n' ? 1 : 0;
      }
      lineStarts = new int[n + 2];
      int l = 1;
      for (int i = 0; i < text.length; i++) {
        if (text[i] == '\n') {
          lineStarts[++l] = i + 1;
        }
      }
      lines = l;
      lineStarts[l + 1] = text.length;
    }

    /** The number of the line that holds an offset; offsets come in order. */
    private int lineOf(int offset) {
      while (line > 1 && lineStarts[line] > offset) {
        line--;
      }
      while (line < lines && lineStarts[line + 1] <= offset) {
        line++;
      }
      return line;
    }

    private int column(int offset, int ofLine) {
      int c = 0;
      for (int i = lineStarts[ofLine]; i < offset; i++) {
        c += (text[i] & 0xc0) != 0x80 ? 1 : 0;
      }
      return c;
    }

    private PyStr slice(int from, int to) {
      return PyStr.of(new String(text, from, to - from, StandardCharsets.UTF_8));
    }

    private PyStr physical(int first, int last) {
      if (first == last && first == lineAt) {
        return lineText;
      }
      PyStr s = slice(lineStarts[first], lineStarts[last + 1]);
      if (first == last) {
        lineAt = first;
        lineText = s;
      }
      return s;
    }

    private static PyObject pair(int a, int b) {
      return PyTuple.of(PyInt.of(a), PyInt.of(b));
    }

    private void add(int kind, PyStr s, int from, int to, int wider) {
      int first = lineOf(from);
      int last = to > from ? lineOf(to - 1) : first;
      if (to > from && text[to - 1] == '\n' && kind != TokenKind.NEWLINE && kind != EMPTY_LINE) {
        last = lineOf(to);
      }
      int startColumn = column(from, first);
      int endColumn = wider > 0 ? startColumn + wider : column(to, last);
      out.add(
          PyTuple.of(
              PyInt.of(kind),
              s,
              pair(first, startColumn),
              pair(last, endColumn),
              physical(first, last)));
    }

    /** Gives the comments and empty lines of a gap. */
    private void gap(int to, boolean untilNewline) {
      while (at < to) {
        byte b = text[at];
        if (b == '#') {
          int end = at;
          while (end < text.length && text[end] != '\n') {
            end++;
          }
          if (extra) {
            add(COMMENT, slice(at, end), at, end, 0);
          }
          at = end;
          if (end == text.length && !untilNewline && extra) {
            add(EMPTY_LINE, PyStr.EMPTY, at, at, 1);
          }
        } else if (b == '\n') {
          if (untilNewline) {
            return;
          }
          if (extra) {
            add(EMPTY_LINE, PyStr.of("\n"), at, at + 1, 1);
          }
          at++;
        } else if (b == '\\') {
          at = Math.min(to, at + 2);
        } else {
          at++;
        }
      }
    }

    void all(TokenBuffer tokens, boolean complete) {
      int n = tokens.size();
      for (int i = 0; i < n; i++) {
        int kind = tokens.kind(i);
        if (kind == TokenKind.ERRORTOKEN) {
          return;
        }
        if (kind == TokenKind.INDENT || kind == TokenKind.DEDENT) {
          int j = i;
          while (j < n && tokens.start(j) < 0) {
            j++;
          }
          if (j == n && !complete) {
            return;
          }
          block(kind, j < n ? tokens.start(j) : -1);
        } else if (kind == TokenKind.ENDMARKER) {
          gap(text.length, false);
          trailing(kind);
        } else if (kind == TokenKind.NEWLINE) {
          newline();
        } else {
          token(kind, tokens.start(i), tokens.end(i));
        }
      }
    }

    private void block(int kind, int start) {
      if (start < 0) {
        gap(text.length, false);
        trailing(kind);
        return;
      }
      gap(start, false);
      int from = kind == TokenKind.INDENT ? lineStarts[lineOf(start)] : start;
      add(kind, slice(from, start), from, start, 0);
    }

    private void trailing(int kind) {
      int last = text.length > 0 && text[text.length - 1] == '\n' ? lines : lines + 1;
      PyObject where = pair(last, 0);
      out.add(PyTuple.of(PyInt.of(kind), PyStr.EMPTY, where, where, PyStr.EMPTY));
    }

    private void newline() {
      gap(text.length, true);
      boolean real = at < text.length;
      add(TokenKind.NEWLINE, real ? PyStr.of("\n") : PyStr.EMPTY, at, real ? at + 1 : at, 1);
      at += real ? 1 : 0;
    }

    private void token(int kind, int from, int to) {
      gap(from, false);
      int shown = kind;
      if (kind > TokenKind.ERRORTOKEN) {
        shown = TokenKind.NAME;
      } else if (kind >= TokenKind.FSTRING_START) {
        shown = kind + SHIFT;
      } else if (extra && kind > TokenKind.DEDENT) {
        shown = TokenKind.OP;
      }
      int end = to;
      boolean middle = kind == TokenKind.FSTRING_MIDDLE || kind == TokenKind.TSTRING_MIDDLE;
      if (middle
          && to - from > 1
          && text[to - 1] == text[to - 2]
          && (text[to - 1] == '{' || text[to - 1] == '}')) {
        // Of two braces that mean one only the first is shown.
        end--;
      }
      add(shown, slice(from, end), from, end, 0);
      at = to;
    }

    PyRaise error(TokenError e) {
      PyType type = Exc.SyntaxError;
      String message;
      int number = lineOf(Math.min(at, Math.max(0, text.length - 1)));
      int offset = 1;
      switch (e.kind()) {
        case SYNTAX:
          message = e.message();
          number = e.line();
          offset = e.offset();
          break;
        case END_OF_TEXT:
          message = "unexpected EOF in multi-line statement";
          number = text.length > 0 && text[text.length - 1] == '\n' ? lines - 1 : lines;
          offset = 0;
          break;
        case DEDENT:
          message = "unindent does not match any outer indentation level";
          type = Exc.IndentationError;
          break;
        case TABS:
          message = "inconsistent use of tabs and spaces in indentation";
          type = Exc.TabError;
          break;
        case TOO_DEEP:
          message = "too many levels of indentation";
          type = Exc.IndentationError;
          break;
        case AFTER_BACKSLASH:
          message = "unexpected character after line continuation character";
          offset = column(lineStarts[number + 1], number);
          break;
        default:
          message = "invalid token";
      }
      PyObject source =
          e.text() != null
              ? PyStr.of(e.text())
              : slice(lineStarts[number], lineStarts[Math.min(lines, number) + 1]);
      PyObject place =
          PyTuple.of(
              PyStr.of("<string>"),
              PyInt.of(number),
              PyInt.of(offset),
              source,
              PyNone.NONE,
              PyNone.NONE);
      return Exc.raise(type, PyStr.of(message), place);
    }
  }
}
