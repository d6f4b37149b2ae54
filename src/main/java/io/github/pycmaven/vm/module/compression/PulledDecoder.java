package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.error.PyRaise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.ref.Cleaner;
import java.util.function.Function;

/**
 * A decoder that pulls its input, driven by one who pushes it. It runs on a thread of its own, and
 * only while somebody waits for it in {@link #run}: so how much of the input is used depends on the
 * data alone. The thread ends with the stream, or when nobody knows the decoder any more.
 */
final class PulledDecoder implements PyDecompressor.Decoder {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final int CHUNK = 1 << 13;

  /** More input than any decoder but bzip2's takes at a time. */
  private static final int PLENTY = 1 << 17;

  private final Exchange exchange;

  /** Makes a decoder over its input; reads the head of the stream at once. */
  interface Opener {
    InputStream open(InputStream in) throws IOException;
  }

  /**
   * A decoder that has not begun.
   *
   * @param error what to raise for a failure of the decoder
   */
  PulledDecoder(Opener opener, Function<Exception, PyRaise> error) {
    exchange = new Exchange(opener, error);
    CLEANER.register(this, exchange::abandon);
  }

  @Override
  public int run(byte[] in, int from, ByteArrayOutputStream out, int limit) {
    return exchange.run(in, from, out, limit);
  }

  @Override
  public boolean isAtEnd() {
    return exchange.isAtEnd();
  }

  private enum Status {
    NEW,
    RUNNING,
    STARVED,
    OFFERING,
    DONE,
    FAILED,
    ABANDONED
  }

  /** What both sides share; must not know the decoder, whose loss ends the thread. */
  private static final class Exchange extends InputStream implements Runnable {
    private final Opener opener;
    private final Function<Exception, PyRaise> error;
    private Status status = Status.NEW;
    private byte[] input;
    private int at;
    private final byte[] output = new byte[CHUNK];
    private int outputAt;
    private int outputEnd;
    private Exception failure;
    private Error broken;

    Exchange(Opener opener, Function<Exception, PyRaise> error) {
      this.opener = opener;
      this.error = error;
    }

    synchronized boolean isAtEnd() {
      return status == Status.DONE;
    }

    synchronized void abandon() {
      status = Status.ABANDONED;
      notifyAll();
    }

    synchronized int run(byte[] in, int from, ByteArrayOutputStream out, int limit) {
      input = in;
      at = from;
      while (true) {
        switch (status) {
          case NEW:
            if (at == input.length) {
              return at;
            }
            Thread thread = new Thread(null, this, "decompression");
            thread.setDaemon(true);
            status = Status.RUNNING;
            thread.start();
            break;
          case OFFERING:
            int count = Math.min(limit - out.size(), outputEnd - outputAt);
            out.write(output, outputAt, count);
            outputAt += count;
            if (outputAt < outputEnd || out.size() == limit) {
              return at;
            }
            resume();
            break;
          case STARVED:
            if (at == input.length) {
              return at;
            }
            resume();
            break;
          case FAILED:
            if (broken != null) {
              throw broken;
            }
            throw error.apply(failure);
          case RUNNING:
            pause();
            break;
          default:
            return at;
        }
      }
    }

    private void resume() {
      status = Status.RUNNING;
      notifyAll();
    }

    private void pause() {
      boolean interrupted = false;
      while (status == Status.RUNNING) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    /** The thread's side: says what it is waiting for, until it may go on. */
    private synchronized void handOver(Status reason) throws IOException {
      if (status != Status.ABANDONED) {
        status = reason;
      }
      notifyAll();
      try {
        while (status == reason) {
          wait();
        }
      } catch (InterruptedException e) {
        status = Status.ABANDONED;
      }
      if (status == Status.ABANDONED) {
        throw new InterruptedIOException();
      }
    }

    private synchronized void end(Status last, Exception why) {
      failure = why;
      status = last;
      notifyAll();
    }

    @Override
    public void run() {
      try (InputStream decoded = opener.open(this)) {
        // Decoders fill what they are given: asked for much near the end of the input, they would
        // keep back what they have.
        int n = 0;
        while (n >= 0) {
          outputEnd += n;
          if (outputEnd == CHUNK) {
            offer();
          }
          int wanted = input.length - at > PLENTY ? CHUNK - outputEnd : 1;
          n = decoded.read(output, outputEnd, wanted);
        }
        offer();
        end(Status.DONE, null);
      } catch (IOException | RuntimeException e) {
        end(Status.FAILED, e);
      } catch (Error e) {
        broken = e;
        end(Status.FAILED, null);
      }
    }

    private void offer() throws IOException {
      if (outputEnd > 0) {
        handOver(Status.OFFERING);
        outputAt = 0;
        outputEnd = 0;
      }
    }

    private void starve() throws IOException {
      while (at == input.length) {
        offer();
        if (at == input.length) {
          handOver(Status.STARVED);
        }
      }
    }

    @Override
    public int read() throws IOException {
      starve();
      return input[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      starve();
      int count = Math.min(length, input.length - at);
      System.arraycopy(input, at, into, offset, count);
      at += count;
      return count;
    }

    @Override
    public void close() {
      // The input is nobody's to close.
    }
  }
}
