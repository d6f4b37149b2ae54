package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyBytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * What a decompressor object of Python does around its decoder: it keeps the input that could not
 * be used yet, and what follows the end of the stream.
 *
 * @cpython Modules/_bz2module.c:decompress
 */
public final class StepwiseDecompression {
  private static final byte[] NOTHING = {};

  private final Decoder decoder;
  private byte[] input = NOTHING;
  private byte[] unused = NOTHING;
  private boolean needsInput = true;

  /** Decompresses as far as there is input. */
  public interface Decoder {
    /**
     * Decompresses; stops at the end of the stream, of the input, or when the limit is reached.
     *
     * @param limit so many bytes at most may be in {@code out}
     * @return where the input that was not used begins
     */
    int run(byte[] in, int from, ByteArrayOutputStream out, int limit);

    /** Whether the end of the stream has been read. */
    boolean isAtEnd();
  }

  /** Around a decoder that has not begun. */
  public StepwiseDecompression(Decoder decoder) {
    this.decoder = decoder;
  }

  /** Takes more input; {@code limit} below 0 is none. */
  public PyBytes decompress(byte[] more, long limit) {
    if (decoder.isAtEnd()) {
      throw Exc.raise(Exc.EOFError, "End of stream already reached");
    }
    byte[] in = more;
    if (input.length > 0) {
      in = Arrays.copyOf(input, input.length + more.length);
      System.arraycopy(more, 0, in, input.length, more.length);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int most = limit < 0 ? Integer.MAX_VALUE : (int) Math.min(limit, Integer.MAX_VALUE);
    int used = decoder.run(in, 0, out, most);
    input = used == in.length ? NOTHING : Arrays.copyOfRange(in, used, in.length);
    if (decoder.isAtEnd()) {
      unused = input;
      input = NOTHING;
      needsInput = false;
    } else {
      needsInput = input.length == 0 && out.size() < most;
    }
    return new PyBytes(out.toByteArray());
  }

  /** Whether the end has been reached. */
  public boolean isAtEnd() {
    return decoder.isAtEnd();
  }

  /** What followed the end. */
  public PyBytes unused() {
    return new PyBytes(unused);
  }

  /** Whether nothing more comes out before something is put in. */
  public boolean needsInput() {
    return needsInput;
  }
}
