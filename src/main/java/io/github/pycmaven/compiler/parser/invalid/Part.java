package io.github.pycmaven.compiler.parser.invalid;

import io.github.pycmaven.compiler.token.TokenKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of an alternative: matches at the machine's place and gives a value, or null.
 *
 * <p>Where CPython's generated parser calls a function of its own (loops, groups, lists with
 * separators), a level is counted, since the depth of these calls is limited.
 */
abstract class Part {
  /** The value of something optional that is not there. */
  static final Object ABSENT = new Object();

  /** The value of what has no value of its own. */
  static final Object PRESENT = new Object();

  abstract Object match(Machine m);

  /** Whether the part takes nothing, so that its value is none of the alternative's. */
  boolean isSilent() {
    return false;
  }

  /** A token of a kind. */
  static final class Token extends Part {
    private final int kind;

    Token(int kind) {
      this.kind = kind;
    }

    @Override
    Object match(Machine m) {
      int at = m.mark;
      if (m.kind() != kind) {
        return null;
      }
      m.mark = at + 1;
      switch (kind) {
        case TokenKind.NAME:
          return m.name(at);
        case TokenKind.NUMBER:
          return m.literals().number(at);
        default:
          return m.token(at);
      }
    }
  }

  /** A token that never comes, though it is looked for: a type comment. */
  static final class Never extends Part {
    @Override
    Object match(Machine m) {
      m.fetch();
      return null;
    }
  }

  /** A name that is a keyword here. */
  static final class Soft extends Part {
    private final List<String> words;

    Soft(List<String> words) {
      this.words = words;
    }

    @Override
    Object match(Machine m) {
      int at = m.mark;
      if (m.kind() != TokenKind.NAME || !words.contains(m.rawText(at))) {
        return null;
      }
      m.mark = at + 1;
      return m.name(at);
    }
  }

  /** Another rule. */
  static final class Call extends Part {
    private final Rule rule;

    Call(Rule rule) {
      this.rule = rule;
    }

    @Override
    Object match(Machine m) {
      return rule.match(m);
    }
  }

  /** Alternatives in parentheses. */
  static final class Group extends Part {
    private final Choice choice;

    Group(Choice choice) {
      this.choice = choice;
    }

    @Override
    Object match(Machine m) {
      m.enter();
      Object value = choice.match(m);
      m.leave();
      return value;
    }
  }

  /** Something that need not be there. */
  static final class Optional extends Part {
    private final Part part;

    Optional(Part part) {
      this.part = part;
    }

    @Override
    Object match(Machine m) {
      Object value = part.match(m);
      return value == null ? ABSENT : value;
    }
  }

  /** Something any number of times. */
  static final class Loop extends Part {
    private final Part part;
    private final boolean needed;

    Loop(Part part, boolean needed) {
      this.part = part;
      this.needed = needed;
    }

    @Override
    Object match(Machine m) {
      m.enter();
      int mark = m.mark;
      List<Object> values = new ArrayList<>(2);
      for (Object value; (value = part.match(m)) != null; ) {
        values.add(value);
        mark = m.mark;
      }
      m.mark = mark;
      m.leave();
      return needed && values.isEmpty() ? null : values;
    }
  }

  /** Something once or more with separators between. */
  static final class Separated extends Part {
    private final Part separator;
    private final Part part;

    Separated(Part separator, Part part) {
      this.separator = separator;
      this.part = part;
    }

    @Override
    Object match(Machine m) {
      m.enter();
      Object first = part.match(m);
      List<Object> values = null;
      if (first != null) {
        values = new ArrayList<>(2);
        values.add(first);
        m.enter();
        for (; ; ) {
          int mark = m.mark;
          Object value = separator.match(m) == null ? null : part.match(m);
          if (value == null) {
            m.mark = mark;
            break;
          }
          values.add(value);
        }
        m.leave();
      }
      m.leave();
      return values;
    }
  }

  /** Looks whether something comes, or does not come, without taking it. */
  static final class Ahead extends Part {
    private final Part part;
    private final boolean wanted;

    Ahead(Part part, boolean wanted) {
      this.part = part;
      this.wanted = wanted;
    }

    @Override
    Object match(Machine m) {
      int mark = m.mark;
      boolean found = part.match(m) != null;
      m.mark = mark;
      return found == wanted ? PRESENT : null;
    }

    @Override
    boolean isSilent() {
      return true;
    }
  }

  /** From here on no other alternative is tried. */
  static final class Cut extends Part {
    @Override
    Object match(Machine m) {
      return PRESENT;
    }

    @Override
    boolean isSilent() {
      return true;
    }
  }

  /** A token without which the source is wrong, whatever else might match. */
  static final class Forced extends Part {
    private final int kind;

    Forced(int kind) {
      this.kind = kind;
    }

    @Override
    Object match(Machine m) {
      int at = m.mark;
      if (m.kind() != kind) {
        throw m.complaints().at(m.token(at), "expected '" + TokenKind.text(kind) + "'");
      }
      m.mark = at + 1;
      return m.token(at);
    }
  }
}
