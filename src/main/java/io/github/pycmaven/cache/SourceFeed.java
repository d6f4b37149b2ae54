package io.github.pycmaven.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Sources on their way from the walk to the workers, so that work begins with the first file found
 * and not behind the last. Each gets the number of its place in the order of the walk.
 */
final class SourceFeed implements Consumer<SourceFile>, IntSupplier {
  private final List<SourceFile> found = new ArrayList<>();
  private int taken;
  private boolean closed;

  /** Takes one more source. */
  @Override
  public synchronized void accept(SourceFile source) {
    found.add(source);
    notify();
  }

  /** Nothing more will come. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Whatever has not been taken will not be. */
  synchronized void abandon() {
    taken = Integer.MAX_VALUE;
    close();
  }

  /** The number of a source that nobody has taken; waits for the walk; -1 if there is no more. */
  @Override
  public synchronized int getAsInt() {
    while (taken >= found.size()) {
      if (closed) {
        return -1;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      }
    }
    return taken++;
  }

  /** The source of a number. */
  synchronized SourceFile get(int number) {
    return found.get(number);
  }

  /** How many have been found so far. */
  synchronized int size() {
    return found.size();
  }
}
