package io.github.pycmaven.compiler.token;

import static io.github.pycmaven.compiler.token.CharClass.isDigit;
import static io.github.pycmaven.compiler.token.CharClass.isHex;
import static io.github.pycmaven.compiler.token.CharClass.isNamePart;

/**
 * Numbers: finds their ends and refuses the malformed. Their values are the parser's business.
 *
 * <p>A method that gives {@link #FAILED} has reported an error; else it gives the character after
 * what it read, which has been read too.
 *
 * @cpython Parser/lexer/lexer.c:tok_get_normal_mode
 */
final class NumberScanner {
  private static final int FAILED = -2;
  private static final String[] FOLLOWERS = {"and", "else", "for", "not", "or"};

  private final Cursor cursor;
  private final TokenFaults faults;

  NumberScanner(Cursor cursor, TokenFaults faults) {
    this.cursor = cursor;
    this.faults = faults;
  }

  /** A number whose first digit has been read; false after an error. */
  boolean scan(int first) {
    int c;
    if (first == '0') {
      c = cursor.read();
      switch (c) {
        case 'x':
        case 'X':
          c = radix("hexadecimal", 16);
          break;
        case 'o':
        case 'O':
          c = radix("octal", 8);
          break;
        case 'b':
        case 'B':
          c = radix("binary", 2);
          break;
        default:
          c = afterZero(c);
          break;
      }
    } else {
      c = decimalTail();
      if (c != FAILED) {
        c = c == '.' ? fraction(cursor.read()) : exponent(c);
      }
    }
    return finish(c);
  }

  /** A number that starts with a point; the digit after it has been read. */
  boolean scanFraction(int digit) {
    return finish(fraction(digit));
  }

  private boolean finish(int c) {
    if (c == FAILED) {
      return false;
    }
    cursor.unread(c);
    return true;
  }

  private static boolean isDigitOf(int radix, int c) {
    return radix == 16 ? isHex(c) : c >= '0' && c < '0' + radix;
  }

  private int radix(String name, int radix) {
    int c = cursor.read();
    do {
      if (c == '_') {
        c = cursor.read();
      }
      if (!isDigitOf(radix, c)) {
        if (isDigit(c)) {
          return wrongDigit(c, name);
        }
        cursor.unread(c);
        return fail("invalid " + name + " literal");
      }
      do {
        c = cursor.read();
      } while (isDigitOf(radix, c));
    } while (c == '_');
    if (isDigit(c)) {
      return wrongDigit(c, name);
    }
    return checkEnd(c, name) ? c : FAILED;
  }

  private int wrongDigit(int c, String name) {
    return fail("invalid digit '" + (char) c + "' in " + name + " literal");
  }

  /** Zeros, which may lead a float or an imaginary number, but no other digits of an int. */
  private int afterZero(int first) {
    int c = first;
    int start = cursor.pos - (c == Cursor.EOF ? 1 : 2);
    for (; ; ) {
      if (c == '_') {
        c = cursor.read();
        if (!isDigit(c)) {
          cursor.unread(c);
          return fail("invalid decimal literal");
        }
      }
      if (c != '0') {
        break;
      }
      c = cursor.read();
    }
    int zerosEnd = cursor.pos;
    boolean nonzero = false;
    if (isDigit(c)) {
      nonzero = true;
      c = decimalTail();
      if (c == FAILED) {
        return FAILED;
      }
    }
    if (c == '.') {
      return fraction(cursor.read());
    }
    if (c == 'e' || c == 'E' || c == 'j' || c == 'J') {
      return exponent(c);
    }
    if (nonzero) {
      cursor.unread(c);
      faults.syntax(
          "leading zeros in decimal integer literals are not permitted; "
              + "use an 0o prefix for octal integers",
          start + 1 - cursor.lineStart,
          zerosEnd - cursor.lineStart);
      return FAILED;
    }
    return checkEnd(c, "decimal") ? c : FAILED;
  }

  private int decimalTail() {
    int c;
    for (; ; ) {
      do {
        c = cursor.read();
      } while (isDigit(c));
      if (c != '_') {
        return c;
      }
      c = cursor.read();
      if (!isDigit(c)) {
        cursor.unread(c);
        return fail("invalid decimal literal");
      }
    }
  }

  private int fraction(int first) {
    int c = first;
    if (isDigit(c)) {
      c = decimalTail();
      if (c == FAILED) {
        return FAILED;
      }
    }
    return exponent(c);
  }

  /** An exponent and a {@code j}, both of which may be missing. */
  private int exponent(int first) {
    int c = first;
    if (c == 'e' || c == 'E') {
      int e = c;
      c = cursor.read();
      if (c == '+' || c == '-') {
        c = cursor.read();
        if (!isDigit(c)) {
          cursor.unread(c);
          return fail("invalid decimal literal");
        }
      } else if (!isDigit(c)) {
        // Not an exponent: "1else" is a number and a keyword, everything else an error.
        cursor.unread(c);
        return checkEnd(e, "decimal") ? e : FAILED;
      }
      c = decimalTail();
      if (c == FAILED) {
        return FAILED;
      }
    }
    if (c == 'j' || c == 'J') {
      c = cursor.read();
      return checkEnd(c, "imaginary") ? c : FAILED;
    }
    return checkEnd(c, "decimal") ? c : FAILED;
  }

  private int fail(String message) {
    faults.syntax(message);
    return FAILED;
  }

  /**
   * A letter right after a number is an error, but for the keywords that may follow a number: they
   * are still allowed, with a warning.
   *
   * @cpython Parser/lexer/lexer.c:verify_end_of_number
   */
  private boolean checkEnd(int c, String kind) {
    if (!isNamePart(c) || c >= 128) {
      return true;
    }
    if (startsFollower(c)) {
      cursor.unread(c);
      faults.warn("invalid " + kind + " literal");
      cursor.read();
      return true;
    }
    cursor.unread(c);
    faults.syntax("invalid " + kind + " literal");
    return false;
  }

  private boolean startsFollower(int c) {
    byte[] text = cursor.text;
    int p = cursor.pos;
    if (c == 'i') {
      return text[p] == 'f' || text[p] == 'n' || text[p] == 's';
    }
    for (String word : FOLLOWERS) {
      if (word.charAt(0) == c) {
        for (int i = 1; i < word.length(); i++) {
          if (text[p + i - 1] != word.charAt(i)) {
            return false;
          }
        }
        return !isNamePart(text[p + word.length() - 1] & 0xff);
      }
    }
    return false;
  }
}
