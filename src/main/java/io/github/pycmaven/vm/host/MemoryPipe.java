package io.github.pycmaven.vm.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A pipe within the process, with the capacity that Linux gives to one. */
final class MemoryPipe {
  private static final int CAPACITY = 1 << 16;

  private final byte[] bytes = new byte[CAPACITY];
  private int from;
  private int length;
  private boolean readerGone;
  private boolean writerGone;

  final Reader reader = new Reader();
  final Writer writer = new Writer();

  /** The end to read from. */
  final class Reader implements ReadableByteChannel, Readiness {
    @Override
    public int read(ByteBuffer to) throws IOException {
      synchronized (CHANGES) {
        while (length == 0) {
          if (writerGone || readerGone) {
            return -1;
          }
          await();
        }
        int n = Math.min(to.remaining(), length);
        for (int i = 0; i < n; i++) {
          to.put(bytes[(from + i) % CAPACITY]);
        }
        from = (from + n) % CAPACITY;
        length -= n;
        Readiness.changed();
        return n;
      }
    }

    @Override
    public boolean isOpen() {
      return !readerGone;
    }

    @Override
    public void close() {
      readerGone = true;
      Readiness.changed();
    }

    @Override
    public boolean canRead() {
      return length > 0 || writerGone;
    }

    @Override
    public boolean canWrite() {
      return false;
    }

    @Override
    public boolean isHungUp() {
      return writerGone;
    }
  }

  /** The end to write to. */
  final class Writer implements WritableByteChannel, Readiness {
    @Override
    public int write(ByteBuffer from) throws IOException {
      synchronized (CHANGES) {
        while (length == CAPACITY && !readerGone) {
          await();
        }
        if (readerGone) {
          throw new IOException("Broken pipe");
        }
        int n = Math.min(from.remaining(), CAPACITY - length);
        for (int i = 0; i < n; i++) {
          bytes[(MemoryPipe.this.from + length + i) % CAPACITY] = from.get();
        }
        length += n;
        Readiness.changed();
        return n;
      }
    }

    @Override
    public boolean isOpen() {
      return !writerGone;
    }

    @Override
    public void close() {
      writerGone = true;
      Readiness.changed();
    }

    @Override
    public boolean canRead() {
      return false;
    }

    @Override
    public boolean canWrite() {
      return length < CAPACITY || readerGone;
    }

    @Override
    public boolean isHungUp() {
      return readerGone;
    }
  }

  private static void await() throws IOException {
    try {
      Readiness.CHANGES.wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted system call");
    }
  }
}
