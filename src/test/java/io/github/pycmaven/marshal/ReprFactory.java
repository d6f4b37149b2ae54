package io.github.pycmaven.marshal;

import io.github.pycmaven.util.FloatRepr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes values whose {@code toString} is Python's {@code ascii}, containers that hold themselves
 * included.
 */
final class ReprFactory implements ConstantFactory<Object> {
  private record Text(String repr) {
    @Override
    public String toString() {
      return repr;
    }
  }

  private static final class Container {
    final String open;
    final String close;
    final List<Object> elements = new ArrayList<>();

    Container(String open, String close) {
      this.open = open;
      this.close = close;
    }

    @Override
    public String toString() {
      return write(this, new IdentityHashMap<>());
    }
  }

  private static String write(Object value, Map<Object, Object> open) {
    if (!(value instanceof Container c)) {
      return value.toString();
    }
    if (open.putIfAbsent(c, c) != null) {
      return c.open + "..." + c.close;
    }
    List<String> parts = new ArrayList<>();
    for (Object element : c.elements) {
      parts.add(write(element, open));
    }
    open.remove(c);
    if (c.open.equals("{") && c.close.equals("}") && c.elements.size() % 2 == 0) {
      List<String> items = new ArrayList<>();
      for (int i = 0; i < parts.size(); i += 2) {
        items.add(parts.get(i) + ": " + parts.get(i + 1));
      }
      parts = items;
    }
    if (c.close.equals("}!") && parts.isEmpty()) {
      return "set()";
    }
    boolean isPair = c.open.equals("(") && parts.size() == 1;
    return c.open + String.join(", ", parts) + (isPair ? "," : "") + c.close;
  }

  private static Object container(String open, String close, List<Object> elements) {
    Container container = new Container(open, close);
    container.elements.addAll(elements);
    return container;
  }

  @Override
  public Object none() {
    return new Text("None");
  }

  @Override
  public Object bool(boolean value) {
    return new Text(value ? "True" : "False");
  }

  @Override
  public Object ellipsis() {
    return new Text("Ellipsis");
  }

  @Override
  public Object stopIteration() {
    return new Text("<class 'StopIteration'>");
  }

  @Override
  public Object integer(long value) {
    return new Text(Long.toString(value));
  }

  @Override
  public Object integer(BigInteger value) {
    return new Text(value.toString());
  }

  @Override
  public Object floating(double value) {
    return new Text(FloatRepr.repr(value));
  }

  @Override
  public Object complex(double real, double imaginary) {
    String part = FloatRepr.repr(imaginary).replaceAll("\\.0$", "") + "j";
    if (real == 0 && Math.copySign(1, real) > 0) {
      return new Text(part);
    }
    String first = FloatRepr.repr(real).replaceAll("\\.0$", "");
    return new Text("(" + first + (part.startsWith("-") ? "" : "+") + part + ")");
  }

  @Override
  public Object str(String text, int[] codePoints, boolean interned) {
    int[] points = codePoints != null ? codePoints : text.codePoints().toArray();
    return new Text(quoted(points));
  }

  @Override
  public Object bytes(byte[] value) {
    int[] points = new int[value.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = value[i] & 0xff;
    }
    return new Text("b" + quoted(points));
  }

  private static String quoted(int[] points) {
    StringBuilder out = new StringBuilder();
    boolean hasSingle = false;
    boolean hasDouble = false;
    for (int point : points) {
      hasSingle |= point == '\'';
      hasDouble |= point == '"';
    }
    char quote = hasSingle && !hasDouble ? '"' : '\'';
    for (int point : points) {
      if (point == quote || point == '\\') {
        out.append('\\').append((char) point);
      } else if (point == '\n') {
        out.append("\\n");
      } else if (point == '\r') {
        out.append("\\r");
      } else if (point == '\t') {
        out.append("\\t");
      } else if (point >= ' ' && point < 0x7f) {
        out.append((char) point);
      } else {
        String form = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
        out.append(String.format(form, point));
      }
    }
    return quote + out.toString() + quote;
  }

  @Override
  public Object startTuple(int size) {
    return new Container("(", ")");
  }

  @Override
  public void finishTuple(Object tuple, List<Object> elements) {
    ((Container) tuple).elements.addAll(elements);
  }

  @Override
  public Object tuple(List<Object> elements) {
    return container("(", ")", elements);
  }

  @Override
  public Object frozenSet(List<Object> elements) {
    return elements.isEmpty()
        ? new Text("frozenset()")
        : container("frozenset({", "})", new ArrayList<>(distinct(elements)));
  }

  private static Set<Object> distinct(List<Object> elements) {
    return new LinkedHashSet<>(elements);
  }

  @Override
  public Object slice(Object start, Object stop, Object step) {
    return container("slice(", ")", List.of(start, stop, step));
  }

  @Override
  public Object newList() {
    return new Container("[", "]");
  }

  @Override
  public void append(Object list, Object element) {
    ((Container) list).elements.add(element);
  }

  @Override
  public Object newDict() {
    return new Container("{", "}");
  }

  @Override
  public void put(Object dict, Object key, Object value) {
    List<Object> elements = ((Container) dict).elements;
    for (int i = 0; i < elements.size(); i += 2) {
      if (elements.get(i).equals(key)) {
        elements.set(i + 1, value);
        return;
      }
    }
    elements.add(key);
    elements.add(value);
  }

  @Override
  public Object newSet() {
    return new Container("{", "}!");
  }

  @Override
  public void add(Object set, Object element) {
    List<Object> elements = ((Container) set).elements;
    if (!elements.contains(element)) {
      elements.add(element);
    }
  }

  @Override
  public Object code(CodeFields<Object> fields) {
    return new Text("<code>");
  }
}
