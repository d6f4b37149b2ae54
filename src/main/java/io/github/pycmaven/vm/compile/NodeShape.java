package io.github.pycmaven.vm.compile;

import io.github.pycmaven.compiler.ast.Alias;
import io.github.pycmaven.compiler.ast.Arg;
import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.BoolOperator;
import io.github.pycmaven.compiler.ast.CompareOperator;
import io.github.pycmaven.compiler.ast.Comprehension;
import io.github.pycmaven.compiler.ast.ExceptHandler;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Keyword;
import io.github.pycmaven.compiler.ast.MatchCase;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Pattern;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.TypeParam;
import io.github.pycmaven.compiler.ast.UnaryOperator;
import io.github.pycmaven.compiler.ast.WithItem;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.vm.core.object.PyStr;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a record of the compiler's tree and a class of {@code _ast} belong together: the components
 * are the fields, in the same order, and bear the same names.
 */
final class NodeShape {
  /** One field of a node. */
  static final class Field {
    final PyStr name;
    final Method accessor;

    /** The Java type; that of the elements if the field is a list. */
    final Class<?> type;

    final boolean isList;

    Field(RecordComponent c) {
      name = PyStr.intern(snakeCase(c.getName()));
      accessor = c.getAccessor();
      Type t = c.getGenericType();
      isList = c.getType() == List.class;
      type = isList ? (Class<?>) ((ParameterizedType) t).getActualTypeArguments()[0] : c.getType();
    }

    Object of(Object node) {
      try {
        return accessor.invoke(node);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String snakeCase(String name) {
      StringBuilder out = new StringBuilder();
      for (char c : name.toCharArray()) {
        if (c >= 'A' && c <= 'Z') {
          out.append('_').append((char) (c + 32));
        } else {
          out.append(c);
        }
      }
      return out.toString();
    }
  }

  private static final Map<Class<?>, NodeShape> BY_RECORD = new HashMap<>();
  private static final Map<String, NodeShape> BY_NAME = new HashMap<>();
  private static final Map<String, Enum<?>> OPERATORS = new HashMap<>();

  static {
    for (Class<?> sum : new Class<?>[] {Mod.class, Stmt.class, Expr.class, Pattern.class}) {
      for (Class<?> c : sum.getPermittedSubclasses()) {
        add(c, pythonName(c.getSimpleName()));
      }
    }
    for (Class<?> c : TypeParam.class.getPermittedSubclasses()) {
      add(c, c.getSimpleName());
    }
    add(Alias.class, "alias");
    add(Arg.class, "arg");
    add(Arguments.class, "arguments");
    add(Comprehension.class, "comprehension");
    add(ExceptHandler.class, "ExceptHandler");
    add(Keyword.class, "keyword");
    add(MatchCase.class, "match_case");
    add(WithItem.class, "withitem");
    add(ExprContext.values());
    add(BinaryOperator.values());
    add(BoolOperator.values());
    add(CompareOperator.values());
    add(UnaryOperator.values());
  }

  final String name;
  final Class<?> record;
  final Field[] fields;
  final boolean hasSpan;
  private final Constructor<?> constructor;

  private NodeShape(Class<?> record, String name) {
    this.record = record;
    this.name = name;
    RecordComponent[] components = record.getRecordComponents();
    int n = components.length;
    hasSpan = n > 0 && components[n - 1].getType() == Span.class;
    fields = new Field[hasSpan ? n - 1 : n];
    Class<?>[] types = new Class<?>[n];
    for (int i = 0; i < n; i++) {
      types[i] = components[i].getType();
      if (i < fields.length) {
        fields[i] = new Field(components[i]);
      }
    }
    try {
      constructor = record.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(Class<?> record, String name) {
    NodeShape s = new NodeShape(record, name);
    BY_RECORD.put(record, s);
    BY_NAME.put(name, s);
  }

  private static void add(Enum<?>[] values) {
    for (Enum<?> v : values) {
      OPERATORS.put(className(v), v);
    }
  }

  private static String pythonName(String simple) {
    switch (simple) {
      case "ConstantExpr":
        return "Constant";
      case "ExprStmt":
        return "Expr";
      case "SetDisplay":
        return "Set";
      case "ListDisplay":
        return "List";
      default:
        return simple;
    }
  }

  /** {@code NOT_EQ} as {@code NotEq}. */
  static String className(Enum<?> value) {
    StringBuilder out = new StringBuilder();
    boolean upper = true;
    for (char c : value.name().toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        out.append(upper ? c : (char) (c + 32));
        upper = false;
      }
    }
    return out.toString();
  }

  /** The shape of a record. */
  static NodeShape of(Object node) {
    return BY_RECORD.get(node.getClass());
  }

  /** The shape of a class of {@code _ast}, null if it is an operator or abstract. */
  static NodeShape named(String name) {
    return BY_NAME.get(name);
  }

  /** The operator or context that a class of {@code _ast} stands for, or null. */
  static Enum<?> operator(String name) {
    return OPERATORS.get(name);
  }

  /** Makes a record. */
  Object make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException r) {
        throw r;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
