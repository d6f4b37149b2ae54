package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** What a compressor object of Python does around its encoder. */
final class StepwiseCompression {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private OutputStream encoder;

  /** Makes an encoder that ends the stream when it is closed. */
  interface Opener {
    OutputStream open(OutputStream out) throws IOException;
  }

  StepwiseCompression(Opener opener) throws IOException {
    encoder = opener.open(out);
  }

  /** Takes input; returns what has come out of the encoder. */
  PyBytes compress(byte[] data) {
    if (encoder == null) {
      throw Exc.valueError("Compressor has been flushed");
    }
    try {
      encoder.write(data, 0, data.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return taken();
  }

  /** Ends the stream. */
  PyBytes finish() {
    if (encoder == null) {
      throw Exc.valueError("Repeated call to flush()");
    }
    try {
      encoder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    encoder = null;
    return taken();
  }

  private PyBytes taken() {
    byte[] bytes = out.toByteArray();
    out.reset();
    return new PyBytes(bytes);
  }
}
