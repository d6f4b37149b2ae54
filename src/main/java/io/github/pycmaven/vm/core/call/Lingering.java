package io.github.pycmaven.vm.core.call;

/**
 * What must not go silently when nobody holds it any more: suspended generators whose blocks have
 * to be left, coroutines that nobody has awaited.
 *
 * <p>The most recent ones are simply remembered, since nearly all of them end on their own soon.
 * Only what is still there later is watched by the collector, which costs far more.
 */
public final class Lingering {
  private static final int RECENT = 64;
  private static final Thing[] THINGS = new Thing[RECENT];
  private static int at;

  private Lingering() {}

  /** Something that may have to be ended; a Python object. */
  public interface Thing {
    /** Whether it would have to be ended if it were lost now. */
    boolean needsEnd();

    /** Ends it; what goes wrong is reported, not thrown. */
    void end();

    /** Keeps the watch that dies with it. */
    void keep(Object watch);
  }

  /** Remembers something new. */
  public static void add(Thing thing) {
    int i = at;
    Thing old = THINGS[i];
    THINGS[i] = thing;
    at = i + 1 & RECENT - 1;
    if (old != null) {
      watch(old);
    }
  }

  private static void watch(Thing thing) {
    if (thing.needsEnd()) {
      thing.keep(new Watch(thing));
    }
  }

  /** Leaves all that is remembered to the collector. */
  public static void release() {
    for (int i = 0; i < RECENT; i++) {
      Thing thing = THINGS[i];
      THINGS[i] = null;
      if (thing != null) {
        watch(thing);
      }
    }
  }

  /** Ends what is remembered. */
  public static void endAll() {
    for (int i = 0; i < RECENT; i++) {
      Thing thing = THINGS[at + i & RECENT - 1];
      if (thing != null && thing.needsEnd()) {
        thing.end();
      }
    }
  }

  /** Known to its thing alone, so that the collector finds both at once. */
  private static final class Watch {
    private final Thing thing;

    Watch(Thing thing) {
      this.thing = thing;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal", "checkstyle:NoFinalizer"})
    protected void finalize() {
      Finalizers.add((io.github.pycmaven.vm.core.object.PyObject) thing);
    }
  }
}
