package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * {@code tell}, {@code seek} and {@code truncate} of text: a position is one int made of a byte
 * position and what a decoder must do from there.
 *
 * @cpython Lib/_pyio.py:TextIOWrapper.tell
 */
@BuiltinType("_io.TextIOWrapper")
final class TextPosition {
  private static final int FIELD = 64;

  private TextPosition() {}

  private static PyObject pack(long position, long flags, long feed, boolean end, long skip) {
    BigInteger v = BigInteger.valueOf(position);
    v = v.or(BigInteger.valueOf(flags).shiftLeft(FIELD));
    v = v.or(BigInteger.valueOf(feed).shiftLeft(2 * FIELD));
    v = v.or(BigInteger.valueOf(skip).shiftLeft(3 * FIELD));
    return PyInt.of(end ? v.setBit(4 * FIELD) : v);
  }

  private static long field(BigInteger v, int i) {
    return v.shiftRight(i * FIELD).longValue();
  }

  @Builtin("tell(self, /)")
  static PyObject tell(PyTextFile self) {
    self.requireOpen();
    if (!self.seekable) {
      throw PyIOBase.unsupported("underlying stream is not seekable");
    }
    if (!self.telling) {
      throw Exc.raise(Exc.OSError, "telling position disabled by next() call");
    }
    self.send();
    Calls.method(self, Names.FLUSH);
    PyObject at = Calls.method(self.buffer(), "tell");
    TextDecoder d = self.decoder;
    if (d == null || self.snapshotBytes == null) {
      return at;
    }
    byte[] input = self.snapshotBytes;
    long position = Obj.index(at).clipped() - input.length;
    if (self.used == 0) {
      return pack(position, self.snapshotFlags, 0, false, 0);
    }
    PyTuple saved = d.state();
    try {
      return search(self, d, input, position);
    } finally {
      d.setState(saved.items[0], Obj.index(saved.items[1]).clipped());
    }
  }

  /** Finds a place near the wanted character at which the decoder holds no bytes. */
  private static PyObject search(PyTextFile self, TextDecoder d, byte[] input, long position) {
    int skip = self.used;
    long flags = self.snapshotFlags;
    int bytes = (int) Math.min(input.length, self.bytesPerCharacter * skip);
    int back = 1;
    while (bytes > 0) {
      d.setState(PyBytes.EMPTY, self.snapshotFlags);
      int n = d.decode(new PyBytes(Arrays.copyOf(input, bytes)), false).length();
      if (n <= skip) {
        PyTuple s = d.state();
        int held = Obj.bytesOf(s.items[0]).length;
        if (held == 0) {
          flags = Obj.index(s.items[1]).clipped();
          skip -= n;
          break;
        }
        bytes -= held;
        back = 1;
      } else {
        bytes -= back;
        back *= 2;
      }
    }
    if (bytes <= 0) {
      bytes = 0;
      d.setState(PyBytes.EMPTY, self.snapshotFlags);
    }
    long start = position + bytes;
    long startFlags = flags;
    if (skip == 0) {
      return pack(start, startFlags, 0, false, 0);
    }
    int fed = 0;
    int got = 0;
    for (int i = bytes; i < input.length; i++) {
      fed++;
      got += d.decode(new PyBytes(new byte[] {input[i]}), false).length();
      PyTuple s = d.state();
      if (Obj.bytesOf(s.items[0]).length == 0 && got <= skip) {
        start += fed;
        skip -= got;
        startFlags = Obj.index(s.items[1]).clipped();
        fed = 0;
        got = 0;
      }
      if (got >= skip) {
        return pack(start, startFlags, fed, false, skip);
      }
    }
    got += d.decode(PyBytes.EMPTY, true).length();
    if (got < skip) {
      throw Exc.raise(Exc.OSError, "can't reconstruct logical file position");
    }
    return pack(start, startFlags, fed, true, skip);
  }

  @Builtin("seek(self, cookie, whence=0, /)")
  static PyObject seek(PyTextFile self, PyObject cookie, PyObject whence) {
    self.requireOpen();
    int from = whence == null ? 0 : Obj.index(whence).clippedInt();
    if (!self.seekable) {
      throw PyIOBase.unsupported("underlying stream is not seekable");
    }
    PyObject target = cookie;
    if (from == 1) {
      if (Obj.isTrue(Obj.compare(cookie, PyInt.ZERO, 3))) {
        throw PyIOBase.unsupported("can't do nonzero cur-relative seeks");
      }
      target = Calls.method(self, "tell");
    } else if (from == 2) {
      if (Obj.isTrue(Obj.compare(cookie, PyInt.ZERO, 3))) {
        throw PyIOBase.unsupported("can't do nonzero end-relative seeks");
      }
      Calls.method(self, Names.FLUSH);
      PyObject at = Calls.method(self.buffer(), "seek", PyInt.ZERO, PyInt.of(2));
      self.forget();
      if (self.decoder != null) {
        self.decoder.reset();
      }
      self.resetEncoder(!Obj.isTrue(at));
      return at;
    } else if (from != 0) {
      throw Exc.valueError("invalid whence (" + from + ", should be 0, 1 or 2)");
    }
    BigInteger v = Obj.index(target).big();
    if (v.signum() < 0) {
      throw Exc.valueError("negative seek position " + v);
    }
    Calls.method(self, Names.FLUSH);
    restore(self, v);
    self.resetEncoder(v.signum() == 0);
    return Obj.index(target);
  }

  private static void restore(PyTextFile self, BigInteger v) {
    long flags = field(v, 1);
    int feed = (int) field(v, 2);
    int skip = (int) field(v, 3);
    Calls.method(self.buffer(), "seek", PyInt.of(field(v, 0)));
    self.forget();
    TextDecoder d = self.decoder;
    if (v.signum() == 0 && d != null) {
      d.reset();
    } else if (d != null) {
      d.setState(PyBytes.EMPTY, flags);
      self.snapshotBytes = new byte[0];
      self.snapshotFlags = flags;
    }
    if (skip > 0 && d != null) {
      PyObject input = Calls.method(self.buffer(), "read", PyInt.of(feed));
      self.decoded = d.decode(input, v.testBit(4 * FIELD));
      self.snapshotBytes = Obj.bytesOf(input);
      self.snapshotFlags = flags;
      if (self.decoded.length() < skip) {
        throw Exc.raise(Exc.OSError, "can't restore logical file position");
      }
      self.used = skip;
    }
  }

  @Builtin("truncate(self, pos=None, /)")
  static PyObject truncate(PyTextFile self, PyObject size) {
    self.requireOpen();
    Calls.method(self, Names.FLUSH);
    return Calls.method(self.buffer(), "truncate", PyNone.orNone(size));
  }
}
