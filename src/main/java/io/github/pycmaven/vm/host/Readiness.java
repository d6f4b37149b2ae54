package io.github.pycmaven.vm.host;

/** What can tell whether reading or writing would block; changes wake those who wait for it. */
public interface Readiness {
  /** Held while it is looked at or waited for. */
  Object CHANGES = new Object();

  /** Whether a read returns at once. */
  boolean canRead();

  /** Whether a write returns at once. */
  boolean canWrite();

  /** Whether the other side has gone. */
  boolean isHungUp();

  /** Wakes everybody who waits for a change. */
  static void changed() {
    synchronized (CHANGES) {
      CHANGES.notifyAll();
    }
  }
}
