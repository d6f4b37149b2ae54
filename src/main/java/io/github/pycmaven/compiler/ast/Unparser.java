package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.code.Constant;
import java.util.List;

/**
 * Writes an expression as source text, as annotations become strings under {@code from __future__
 * import annotations}.
 *
 * @cpython Python/ast_unparse.c
 */
public final class Unparser implements Expr.Visitor<Void> {
  // Priorities: an expression of a lower one than its place demands gets parentheses.
  private static final int TUPLE = 0;
  private static final int TEST = 1;
  private static final int OR = 2;
  private static final int AND = 3;
  private static final int NOT = 4;
  private static final int CMP = 5;
  private static final int EXPR = 6;
  private static final int BOR = EXPR;
  private static final int BXOR = 7;
  private static final int BAND = 8;
  private static final int SHIFT = 9;
  private static final int ARITH = 10;
  private static final int TERM = 11;
  private static final int FACTOR = 12;
  private static final int POWER = 13;
  private static final int AWAIT = 14;
  private static final int ATOM = 15;

  private final StringBuilder out = new StringBuilder();

  /** The priority that the place of the expression at hand demands. */
  private int level;

  private Unparser() {}

  /** The expression's text. */
  public static Constant.Str unparse(Expr e) {
    return new Constant.Str(text(e, TEST));
  }

  private static String text(Expr e, int level) {
    Unparser unparser = new Unparser();
    unparser.write(e, level);
    return unparser.out.toString();
  }

  private void write(Expr e, int priority) {
    int outer = level;
    level = priority;
    e.accept(this);
    level = outer;
  }

  private void writeAll(List<Expr> all, int priority) {
    for (int i = 0; i < all.size(); i++) {
      out.append(i > 0 ? ", " : "");
      write(all.get(i), priority);
    }
  }

  /** Runs the writer, in parentheses if the place demands more than the priority. */
  private Void enclosed(int priority, Runnable writer) {
    boolean parentheses = level > priority;
    out.append(parentheses ? "(" : "");
    writer.run();
    out.append(parentheses ? ")" : "");
    return null;
  }

  @Override
  public Void visitBoolOp(Expr.BoolOp e) {
    int priority = e.op() == BoolOperator.AND ? AND : OR;
    return enclosed(
        priority,
        () -> {
          for (int i = 0; i < e.values().size(); i++) {
            out.append(i > 0 ? " " + e.op().symbol() + " " : "");
            write(e.values().get(i), priority + 1);
          }
        });
  }

  @Override
  public Void visitBinOp(Expr.BinOp e) {
    int priority = priority(e.op());
    int rightAssociative = e.op() == BinaryOperator.POW ? 1 : 0;
    return enclosed(
        priority,
        () -> {
          write(e.left(), priority + rightAssociative);
          out.append(' ').append(e.op().symbol()).append(' ');
          write(e.right(), priority + 1 - rightAssociative);
        });
  }

  private static int priority(BinaryOperator op) {
    switch (op) {
      case ADD:
      case SUB:
        return ARITH;
      case L_SHIFT:
      case R_SHIFT:
        return SHIFT;
      case BIT_OR:
        return BOR;
      case BIT_XOR:
        return BXOR;
      case BIT_AND:
        return BAND;
      case POW:
        return POWER;
      default:
        return TERM;
    }
  }

  @Override
  public Void visitUnaryOp(Expr.UnaryOp e) {
    boolean not = e.op() == UnaryOperator.NOT;
    int priority = not ? NOT : FACTOR;
    return enclosed(
        priority,
        () -> {
          out.append(e.op().symbol()).append(not ? " " : "");
          write(e.operand(), priority);
        });
  }

  @Override
  public Void visitNamedExpr(Expr.NamedExpr e) {
    return enclosed(
        TUPLE,
        () -> {
          write(e.target(), ATOM);
          out.append(" := ");
          write(e.value(), ATOM);
        });
  }

  @Override
  public Void visitLambda(Expr.Lambda e) {
    return enclosed(
        TEST,
        () -> {
          Arguments args = e.args();
          boolean positional = !args.args().isEmpty() || !args.posonlyargs().isEmpty();
          out.append(positional ? "lambda " : "lambda");
          writeArguments(args);
          out.append(": ");
          write(e.body(), TEST);
        });
  }

  private void writeArguments(Arguments args) {
    int posonly = args.posonlyargs().size();
    int count = posonly + args.args().size();
    boolean first = true;
    for (int i = 0; i < count; i++) {
      first = separate(first);
      writeArg(i < posonly ? args.posonlyargs().get(i) : args.args().get(i - posonly));
      int value = i - count + args.defaults().size();
      if (value >= 0) {
        out.append('=');
        write(args.defaults().get(value), TEST);
      }
      out.append(i + 1 == posonly ? ", /" : "");
    }
    if (args.vararg() != null || !args.kwonlyargs().isEmpty()) {
      first = separate(first);
      out.append('*');
      if (args.vararg() != null) {
        writeArg(args.vararg());
      }
    }
    for (int i = 0; i < args.kwonlyargs().size(); i++) {
      first = separate(first);
      writeArg(args.kwonlyargs().get(i));
      if (args.kwDefaults().get(i) != null) {
        out.append('=');
        write(args.kwDefaults().get(i), TEST);
      }
    }
    if (args.kwarg() != null) {
      separate(first);
      out.append("**");
      writeArg(args.kwarg());
    }
  }

  private boolean separate(boolean first) {
    out.append(first ? "" : ", ");
    return false;
  }

  private void writeArg(Arg arg) {
    out.append(arg.arg());
    if (arg.annotation() != null) {
      out.append(": ");
      write(arg.annotation(), TEST);
    }
  }

  @Override
  public Void visitIfExp(Expr.IfExp e) {
    return enclosed(
        TEST,
        () -> {
          write(e.body(), TEST + 1);
          out.append(" if ");
          write(e.test(), TEST + 1);
          out.append(" else ");
          write(e.orelse(), TEST);
        });
  }

  @Override
  public Void visitDict(Expr.Dict e) {
    out.append('{');
    for (int i = 0; i < e.values().size(); i++) {
      out.append(i > 0 ? ", " : "");
      Expr key = e.keys().get(i);
      if (key == null) {
        out.append("**");
        write(e.values().get(i), EXPR);
      } else {
        write(key, TEST);
        out.append(": ");
        write(e.values().get(i), TEST);
      }
    }
    out.append('}');
    return null;
  }

  @Override
  public Void visitSetDisplay(Expr.SetDisplay e) {
    out.append('{');
    writeAll(e.elts(), TEST);
    out.append('}');
    return null;
  }

  @Override
  public Void visitListDisplay(Expr.ListDisplay e) {
    out.append('[');
    writeAll(e.elts(), TEST);
    out.append(']');
    return null;
  }

  @Override
  public Void visitTuple(Expr.Tuple e) {
    if (e.elts().isEmpty()) {
      out.append("()");
      return null;
    }
    return enclosed(
        TUPLE,
        () -> {
          writeAll(e.elts(), TEST);
          out.append(e.elts().size() == 1 ? "," : "");
        });
  }

  @Override
  public Void visitGeneratorExp(Expr.GeneratorExp e) {
    return comprehension('(', e.elt(), null, e.generators(), ')');
  }

  @Override
  public Void visitListComp(Expr.ListComp e) {
    return comprehension('[', e.elt(), null, e.generators(), ']');
  }

  @Override
  public Void visitSetComp(Expr.SetComp e) {
    return comprehension('{', e.elt(), null, e.generators(), '}');
  }

  @Override
  public Void visitDictComp(Expr.DictComp e) {
    return comprehension('{', e.key(), e.value(), e.generators(), '}');
  }

  private Void comprehension(
      char open, Expr element, Expr value, List<Comprehension> generators, char close) {
    out.append(open);
    write(element, TEST);
    if (value != null) {
      out.append(": ");
      write(value, TEST);
    }
    for (Comprehension generator : generators) {
      out.append(generator.isAsync() ? " async for " : " for ");
      write(generator.target(), TUPLE);
      out.append(" in ");
      write(generator.iter(), TEST + 1);
      for (Expr condition : generator.ifs()) {
        out.append(" if ");
        write(condition, TEST + 1);
      }
    }
    out.append(close);
    return null;
  }

  @Override
  public Void visitAwait(Expr.Await e) {
    return enclosed(
        AWAIT,
        () -> {
          out.append("await ");
          write(e.value(), ATOM);
        });
  }

  @Override
  public Void visitYield(Expr.Yield e) {
    out.append("(yield");
    if (e.value() != null) {
      out.append(' ');
      write(e.value(), TEST);
    }
    out.append(')');
    return null;
  }

  @Override
  public Void visitYieldFrom(Expr.YieldFrom e) {
    out.append("(yield from ");
    write(e.value(), TEST);
    out.append(')');
    return null;
  }

  @Override
  public Void visitCompare(Expr.Compare e) {
    return enclosed(
        CMP,
        () -> {
          write(e.left(), CMP + 1);
          for (int i = 0; i < e.ops().size(); i++) {
            out.append(' ').append(e.ops().get(i).symbol()).append(' ');
            write(e.comparators().get(i), CMP + 1);
          }
        });
  }

  @Override
  public Void visitCall(Expr.Call e) {
    write(e.func(), ATOM);
    if (e.args().size() == 1
        && e.keywords().isEmpty()
        && e.args().get(0) instanceof Expr.GeneratorExp generator) {
      return visitGeneratorExp(generator);
    }
    out.append('(');
    writeAll(e.args(), TEST);
    boolean first = e.args().isEmpty();
    for (Keyword keyword : e.keywords()) {
      first = separate(first);
      out.append(keyword.arg() == null ? "**" : keyword.arg() + "=");
      write(keyword.value(), TEST);
    }
    out.append(')');
    return null;
  }

  @Override
  public Void visitJoinedStr(Expr.JoinedStr e) {
    out.append('f').append(PythonRepr.of(body(e.values())));
    return null;
  }

  @Override
  public Void visitTemplateStr(Expr.TemplateStr e) {
    // An f-string next to a t-string puts its fields into the same node; take them apart again.
    List<Expr> values = e.values();
    int start = 0;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof Expr.FormattedValue) {
        if (i > start) {
          piece('t', values.subList(start, i));
          out.append(' ');
        }
        piece('f', values.subList(i, i + 1));
        out.append(i + 1 < values.size() ? " " : "");
        start = i + 1;
      }
    }
    if (start < values.size() || values.isEmpty()) {
      piece('t', values.subList(start, values.size()));
    }
    return null;
  }

  private void piece(char prefix, List<Expr> values) {
    out.append(prefix).append(PythonRepr.of(body(values)));
  }

  private static String body(List<Expr> values) {
    Unparser inner = new Unparser();
    for (Expr value : values) {
      inner.element(value);
    }
    return inner.out.toString();
  }

  /** A part of an f-string or of a format specification. */
  private void element(Expr e) {
    if (e instanceof Expr.ConstantExpr constant) {
      String text = ((Constant.Str) constant.value()).value();
      out.append(text.replace("{", "{{").replace("}", "}}"));
    } else if (e instanceof Expr.JoinedStr nested) {
      out.append('f').append(PythonRepr.of(body(nested.values())));
    } else {
      e.accept(this);
    }
  }

  @Override
  public Void visitFormattedValue(Expr.FormattedValue e) {
    field(text(e.value(), TEST + 1), e.conversion(), e.formatSpec());
    return null;
  }

  @Override
  public Void visitInterpolation(Expr.Interpolation e) {
    field(((Constant.Str) e.str()).value(), e.conversion(), e.formatSpec());
    return null;
  }

  private void field(String expression, int conversion, Expr formatSpec) {
    out.append(expression.startsWith("{") ? "{ " : "{").append(expression);
    if (conversion >= 0) {
      out.append('!').append((char) conversion);
    }
    if (formatSpec instanceof Expr.JoinedStr spec) {
      out.append(':').append(body(spec.values()));
    } else if (formatSpec != null) {
      out.append(':');
      element(formatSpec);
    }
    out.append('}');
  }

  @Override
  public Void visitConstantExpr(Expr.ConstantExpr e) {
    Constant value = e.value();
    if (value == Constant.Singleton.ELLIPSIS) {
      out.append("...");
    } else if (value instanceof Constant.Float || value instanceof Constant.Complex) {
      // "inf" would be a name; this evaluates to it.
      out.append(PythonRepr.of(value).replace("inf", "1e309"));
    } else {
      out.append("u".equals(e.kind()) ? "u" : "").append(PythonRepr.of(value));
    }
    return null;
  }

  @Override
  public Void visitAttribute(Expr.Attribute e) {
    write(e.value(), ATOM);
    boolean isInt =
        e.value() instanceof Expr.ConstantExpr constant
            && (constant.value() instanceof Constant.Int
                || constant.value() instanceof Constant.BigInt);
    out.append(isInt ? " ." : ".").append(e.attr());
    return null;
  }

  @Override
  public Void visitSubscript(Expr.Subscript e) {
    write(e.value(), ATOM);
    out.append('[');
    write(e.slice(), TUPLE);
    out.append(']');
    return null;
  }

  @Override
  public Void visitStarred(Expr.Starred e) {
    out.append('*');
    write(e.value(), EXPR);
    return null;
  }

  @Override
  public Void visitName(Expr.Name e) {
    out.append(e.id());
    return null;
  }

  @Override
  public Void visitSlice(Expr.Slice e) {
    if (e.lower() != null) {
      write(e.lower(), TEST);
    }
    out.append(':');
    if (e.upper() != null) {
      write(e.upper(), TEST);
    }
    if (e.step() != null) {
      out.append(':');
      write(e.step(), TEST);
    }
    return null;
  }
}
