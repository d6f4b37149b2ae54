package io.github.pycmaven.compiler.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names in the order of their first use, each with its index. */
public final class NameTable {
  private final Map<String, Integer> indices = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /** The index of the name, which is appended if it is new. */
  public int add(String name) {
    Integer known = indices.putIfAbsent(name, names.size());
    if (known != null) {
      return known;
    }
    names.add(name);
    return names.size() - 1;
  }

  /** The index of the name, or -1. */
  public int indexOf(String name) {
    return indices.getOrDefault(name, -1);
  }

  /** The name at an index. */
  public String get(int index) {
    return names.get(index);
  }

  /** How many names there are. */
  public int size() {
    return names.size();
  }

  /** The names in order. */
  public List<String> names() {
    return names;
  }
}
