package io.github.pycmaven.compiler.ir;

import io.github.pycmaven.code.Constant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The constants of one code object, all of them canonical in the module's cache. */
final class CodeConstantTable implements ConstantTable {
  private static final int SCANNED = 12;

  private final ConstantCache cache;
  private final List<Constant> constants = new ArrayList<>();

  /** Index by constant, from the time that looking through the list gets slow. */
  private Map<Constant, Integer> indices;

  CodeConstantTable(ConstantCache cache) {
    this.cache = cache;
  }

  @Override
  public int add(Constant value) {
    Constant constant = cache.canonical(value);
    int known = indexOf(constant);
    if (known >= 0) {
      return known;
    }
    int index = constants.size();
    constants.add(constant);
    if (indices != null) {
      indices.put(constant, index);
    } else if (index == SCANNED) {
      indices = new IdentityHashMap<>();
      for (int i = 0; i <= index; i++) {
        indices.put(constants.get(i), i);
      }
    }
    return index;
  }

  private int indexOf(Constant constant) {
    if (indices != null) {
      return indices.getOrDefault(constant, -1);
    }
    for (int i = 0; i < constants.size(); i++) {
      if (constants.get(i) == constant) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Constant get(int index) {
    return constants.get(index);
  }

  @Override
  public List<Constant> constants() {
    return constants;
  }
}
