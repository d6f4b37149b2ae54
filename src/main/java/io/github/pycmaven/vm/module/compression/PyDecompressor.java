package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.call.BuiltinTable;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * What a decompressor object of Python does around its decoder: it keeps the input that could not
 * be used yet, and what follows the end of the stream.
 *
 * @cpython Modules/_bz2module.c:decompress
 */
@BuiltinType("zlib._ZlibDecompressor")
public abstract class PyDecompressor extends PyObject {
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
  protected PyDecompressor(PyType type, Decoder decoder) {
    super(type);
    this.decoder = decoder;
  }

  /** What all these types share, beside what is their own. */
  public static BuiltinTable shared() {
    return new PyDecompressorTable();
  }

  @Builtin("decompress(self, data, max_length=-1)")
  final synchronized PyObject decompress(PyObject data, long limit) {
    return decompress(Arg.toBytes(data), limit);
  }

  /** Takes more input; {@code limit} below 0 is none. */
  private PyBytes decompress(byte[] more, long limit) {
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

  @Getter("eof")
  final boolean eof() {
    return decoder.isAtEnd();
  }

  @Getter("unused_data")
  final PyObject unused() {
    return new PyBytes(unused);
  }

  @Getter("needs_input")
  final boolean needsInput() {
    return needsInput;
  }
}
