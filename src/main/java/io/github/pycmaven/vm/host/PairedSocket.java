package io.github.pycmaven.vm.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** One end of two that are connected within the process. */
public final class PairedSocket implements ReadableByteChannel, WritableByteChannel, Readiness {
  private final MemoryPipe in;
  private final MemoryPipe out;

  private PairedSocket(MemoryPipe in, MemoryPipe out) {
    this.in = in;
    this.out = out;
  }

  /** Two ends. */
  public static PairedSocket[] pair() {
    MemoryPipe a = new MemoryPipe();
    MemoryPipe b = new MemoryPipe();
    return new PairedSocket[] {new PairedSocket(a, b), new PairedSocket(b, a)};
  }

  /** Ends one direction or both: 0 reading, 1 writing, 2 both. */
  public void shutdown(int how) {
    if (how != 1) {
      in.reader.close();
    }
    if (how != 0) {
      out.writer.close();
    }
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    return in.reader.read(to);
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return out.writer.write(from);
  }

  @Override
  public boolean canRead() {
    return in.reader.canRead();
  }

  @Override
  public boolean canWrite() {
    return out.writer.canWrite();
  }

  @Override
  public boolean isHungUp() {
    return in.reader.isHungUp() && out.writer.isHungUp();
  }

  @Override
  public boolean isOpen() {
    return in.reader.isOpen();
  }

  @Override
  public void close() {
    in.reader.close();
    out.writer.close();
  }
}
