package io.github.pycmaven.marshal;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import java.util.List;

/**
 * Which values of a tree have more than one reference: those that lie in several places, where the
 * places of a container that is itself shared count once, and those that the interpreter keeps
 * anyway.
 */
final class ReferenceCounts {
  private static final int MAX_DEPTH = 2000;

  private final IdentityTable places = new IdentityTable(512);
  private int depth;

  private final Interning interning;

  private ReferenceCounts(Interning interning) {
    this.interning = interning;
  }

  static ReferenceCounts of(Constant root, Interning interning) {
    ReferenceCounts counts = new ReferenceCounts(interning);
    counts.count(root);
    return counts;
  }

  /** Whether there is more than one reference to a value; not to be asked for singletons. */
  boolean isShared(Constant value) {
    if (value instanceof Constant.Int i && interning.isSmall(i)
        || value instanceof Constant.Bytes b && b.value().length <= 1
        || value instanceof Constant.Tuple t && t.elements().isEmpty()) {
      return true;
    }
    return places.get(MarshalWriter.identity(value)) > 1;
  }

  private void count(Constant value) {
    if (value instanceof Constant.Singleton) {
      return;
    }
    if (places.increment(MarshalWriter.identity(value)) > 1) {
      return;
    }
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException("object too deeply nested to marshal");
    }
    if (value instanceof Constant.Tuple tuple) {
      countAll(tuple.elements());
    } else if (value instanceof Constant.FrozenSet set) {
      countAll(set.elements());
    } else if (value instanceof Constant.Slice slice) {
      count(slice.start());
      count(slice.stop());
      count(slice.step());
    } else if (value instanceof Constant.Code code) {
      countFields(code.code());
    }
    depth--;
  }

  private void countAll(List<Constant> elements) {
    for (int i = 0, n = elements.size(); i < n; i++) {
      count(elements.get(i));
    }
  }

  /** The interpreter refers to a file's name too. */
  private void countFileName(Constant.Str name) {
    places.increment(name);
    places.increment(name);
  }

  /** All fields but names and kinds, of which it is known how many references they have. */
  private void countFields(CodeObject code) {
    count(code.consts());
    // The texts in here are interned.
    places.increment(code.names());
    places.increment(code.localsPlusNames());
    countFileName(code.filename());
    places.increment(code.name());
    places.increment(code.qualname());
    count(code.lineTable());
    count(code.exceptionTable());
  }
}
