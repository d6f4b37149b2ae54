package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.source.Span;
import java.util.List;

/** Writes nodes as {@code Name(field=value, …)}, leaving out what CPython leaves out. */
final class DumpWriter {
  private final StringBuilder out = new StringBuilder();
  private final ExprDumper exprs = new ExprDumper(this);
  private final StmtDumper stmts = new StmtDumper(this);
  private final PatternDumper patterns = new PatternDumper(this);
  private final TypeParamDumper typeParams = new TypeParamDumper(this);

  /** Whether a field has been written since the node was opened. */
  private boolean written;

  String result() {
    return out.toString();
  }

  DumpWriter open(String name) {
    out.append(name).append('(');
    written = false;
    return this;
  }

  void close() {
    out.append(')');
    written = true;
  }

  void close(Span span) {
    field("lineno").append(span.line());
    field("col_offset").append(span.column());
    field("end_lineno").append(span.endLine());
    field("end_col_offset").append(span.endColumn());
    close();
  }

  private StringBuilder field(String name) {
    if (written) {
      out.append(", ");
    }
    written = true;
    return out.append(name).append('=');
  }

  DumpWriter name(String field, String value) {
    if (value != null) {
      field(field).append(PythonRepr.of(value));
    }
    return this;
  }

  DumpWriter names(String field, List<String> values) {
    if (!values.isEmpty()) {
      field(field).append('[');
      for (int i = 0; i < values.size(); i++) {
        out.append(i > 0 ? ", " : "").append(PythonRepr.of(values.get(i)));
      }
      out.append(']');
    }
    return this;
  }

  DumpWriter number(String field, int value) {
    field(field).append(value);
    return this;
  }

  DumpWriter flag(String field, boolean value) {
    return number(field, value ? 1 : 0);
  }

  DumpWriter constant(String field, Constant value) {
    field(field).append(PythonRepr.of(value));
    return this;
  }

  DumpWriter operator(String field, Enum<?> value) {
    className(field(field), value);
    return this;
  }

  DumpWriter operators(String field, List<? extends Enum<?>> values) {
    field(field).append('[');
    for (int i = 0; i < values.size(); i++) {
      className(out.append(i > 0 ? ", " : ""), values.get(i));
    }
    out.append(']');
    return this;
  }

  DumpWriter context(String field, ExprContext value) {
    return operator(field, value);
  }

  /** {@code NOT_EQ} as {@code NotEq()}. */
  private static void className(StringBuilder out, Enum<?> value) {
    String name = value.name();
    boolean upper = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_') {
        upper = true;
      } else {
        out.append(upper ? c : (char) (c + ('a' - 'A')));
        upper = false;
      }
    }
    out.append("()");
  }

  DumpWriter node(String field, Object value) {
    if (value != null) {
      field(field);
      any(value);
    }
    return this;
  }

  DumpWriter nodes(String field, List<?> values) {
    if (!values.isEmpty()) {
      field(field).append('[');
      for (int i = 0; i < values.size(); i++) {
        out.append(i > 0 ? ", " : "");
        any(values.get(i));
      }
      out.append(']');
    }
    return this;
  }

  void any(Object node) {
    if (node == null) {
      out.append("None");
    } else if (node instanceof Expr expr) {
      expr.accept(exprs);
    } else if (node instanceof Stmt stmt) {
      stmt.accept(stmts);
    } else if (node instanceof Pattern pattern) {
      pattern.accept(patterns);
    } else if (node instanceof TypeParam typeParam) {
      typeParam.accept(typeParams);
    } else {
      part(node);
    }
    written = true;
  }

  private void part(Object node) {
    if (node instanceof Arg arg) {
      open("arg").name("arg", arg.arg()).node("annotation", arg.annotation()).close(arg.span());
    } else if (node instanceof Keyword keyword) {
      open("keyword")
          .name("arg", keyword.arg())
          .node("value", keyword.value())
          .close(keyword.span());
    } else if (node instanceof Alias alias) {
      open("alias").name("name", alias.name()).name("asname", alias.asname()).close(alias.span());
    } else if (node instanceof WithItem item) {
      open("withitem")
          .node("context_expr", item.contextExpr())
          .node("optional_vars", item.optionalVars())
          .close();
    } else if (node instanceof Comprehension comprehension) {
      open("comprehension")
          .node("target", comprehension.target())
          .node("iter", comprehension.iter())
          .nodes("ifs", comprehension.ifs())
          .flag("is_async", comprehension.isAsync())
          .close();
    } else if (node instanceof ExceptHandler handler) {
      open("ExceptHandler")
          .node("type", handler.type())
          .name("name", handler.name())
          .nodes("body", handler.body())
          .close(handler.span());
    } else if (node instanceof MatchCase matchCase) {
      open("match_case")
          .node("pattern", matchCase.pattern())
          .node("guard", matchCase.guard())
          .nodes("body", matchCase.body())
          .close();
    } else {
      throw new IllegalArgumentException(node.getClass().getName());
    }
  }

  DumpWriter arguments(String field, Arguments args) {
    field(field);
    open("arguments")
        .nodes("posonlyargs", args.posonlyargs())
        .nodes("args", args.args())
        .node("vararg", args.vararg())
        .nodes("kwonlyargs", args.kwonlyargs())
        .nodes("kw_defaults", args.kwDefaults())
        .node("kwarg", args.kwarg())
        .nodes("defaults", args.defaults())
        .close();
    return this;
  }
}
