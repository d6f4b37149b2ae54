package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import java.util.List;

/**
 * f-strings and t-strings.
 *
 * @cpython Python/codegen.c:codegen_joined_str
 */
final class StringEmitter {
  /** A bit of FORMAT_VALUE's operand. */
  private static final int WITH_SPECIFICATION = 4;

  private final CodegenContext c;

  StringEmitter(CodegenContext context) {
    c = context;
  }

  void joinedStr(Expr.JoinedStr e) {
    Span span = e.span();
    int count = e.values().size();
    if (count > CodegenContext.STACK_USE_GUIDELINE) {
      c.loadEmptyString(span);
      c.loadMethod("join", span);
      c.op(Op.BUILD_LIST, 0, span);
      for (Expr value : e.values()) {
        c.visit(value);
        c.op(Op.LIST_APPEND, 1, span);
      }
      c.call(1, span);
      return;
    }
    c.visitAll(e.values());
    if (count > 1 || count == 0 && c.has(Op.FORMAT_VALUE)) {
      c.op(Op.BUILD_STRING, count, span);
    } else if (count == 0) {
      c.loadEmptyString(span);
    }
  }

  void formattedValue(Expr.FormattedValue e) {
    c.visit(e.value());
    if (c.has(Op.FORMAT_VALUE)) {
      int oparg = e.conversion() == -1 ? 0 : conversion(e.conversion());
      if (e.formatSpec() != null) {
        c.visit(e.formatSpec());
        oparg |= WITH_SPECIFICATION;
      }
      c.op(Op.FORMAT_VALUE, oparg, e.span());
      return;
    }
    if (e.conversion() != -1) {
      c.op(Op.CONVERT_VALUE, conversion(e.conversion()), e.span());
    }
    if (e.formatSpec() != null) {
      c.visit(e.formatSpec());
      c.op(Op.FORMAT_WITH_SPEC, e.span());
    } else {
      c.op(Op.FORMAT_SIMPLE, e.span());
    }
  }

  private static int conversion(int character) {
    switch (character) {
      case 's':
        return 1;
      case 'r':
        return 2;
      case 'a':
        return 3;
      default:
        throw new IllegalArgumentException("conversion character " + character);
    }
  }

  /** The strings between the fields as one tuple, the fields as another. */
  void templateStr(Expr.TemplateStr e) {
    Span span = e.span();
    List<Expr> values = e.values();
    boolean fieldBefore = true;
    int strings = 0;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof Expr.Interpolation) {
        if (fieldBefore) {
          c.loadEmptyString(span);
          strings++;
        }
        fieldBefore = true;
        continue;
      }
      c.visit(values.get(i));
      while (i + 1 < values.size() && !(values.get(i + 1) instanceof Expr.Interpolation)) {
        c.visit(values.get(++i));
        c.op(Op.BINARY_OP, c.operands.inplace(BinaryOperator.ADD), span);
      }
      strings++;
      fieldBefore = false;
    }
    if (fieldBefore) {
      c.loadEmptyString(span);
      strings++;
    }
    c.op(Op.BUILD_TUPLE, strings, span);
    int fields = 0;
    for (Expr value : values) {
      if (value instanceof Expr.Interpolation) {
        c.visit(value);
        fields++;
      }
    }
    c.op(Op.BUILD_TUPLE, fields, span);
    c.op(Op.BUILD_TEMPLATE, span);
  }

  void interpolation(Expr.Interpolation e) {
    c.visit(e.value());
    c.loadConst(c.dialect.trimsInterpolations() ? trimmed(e.str()) : e.str(), e.span());
    int oparg = 2;
    if (e.formatSpec() != null) {
      oparg++;
      c.visit(e.formatSpec());
    }
    if (e.conversion() != -1) {
      oparg |= conversion(e.conversion()) << 2;
    }
    c.op(Op.BUILD_INTERPOLATION, oparg, e.span());
  }

  /** The text without the white space at its end, of which the tokenizer lets few kinds pass. */
  private static Constant trimmed(Constant text) {
    String value = ((Constant.Str) text).value();
    int end = value.length();
    while (end > 0 && " \t\n\r\f".indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    return end == value.length() ? text : new Constant.Str(value.substring(0, end));
  }
}
