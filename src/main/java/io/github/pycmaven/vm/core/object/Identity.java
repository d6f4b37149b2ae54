package io.github.pycmaven.vm.core.object;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/** Numbers that tell living objects apart, given to those that are asked for one. */
public final class Identity {
  private static final Map<Ref, Long> IDS = new HashMap<>();
  private static final ReferenceQueue<PyObject> DEAD = new ReferenceQueue<>();
  private static long lastId = 0x7f0000000000L;

  private static final class Ref extends WeakReference<PyObject> {
    private final int hash;

    Ref(PyObject o) {
      super(o, DEAD);
      hash = System.identityHashCode(o);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof Ref r && get() != null && get() == r.get();
    }
  }

  private Identity() {}

  /** The address as it shows in the default repr. */
  public static String address(PyObject o) {
    return "0x" + String.format("%012x", of(o));
  }

  /** {@code id(o)}: unique among living objects. */
  public static long of(PyObject o) {
    if (o instanceof OwnIdentity own) {
      if (own.identity() == 0) {
        lastId += 16;
        own.identity(lastId);
      }
      return own.identity();
    }
    for (Object dead = DEAD.poll(); dead != null; dead = DEAD.poll()) {
      IDS.remove(dead);
    }
    Ref r = new Ref(o);
    Long v = IDS.get(r);
    if (v == null) {
      lastId += 16;
      v = lastId;
      IDS.put(r, v);
    }
    return v;
  }
}
