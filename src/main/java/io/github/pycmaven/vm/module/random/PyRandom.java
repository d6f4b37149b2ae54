package io.github.pycmaven.vm.module.random;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * {@code _random.Random}: the Mersenne twister MT19937.
 *
 * @cpython Modules/_randommodule.c
 */
@BuiltinType("_random.Random")
public final class PyRandom extends PyInstance {
  public static final PyType TYPE = PyType.builtin("_random.Random", new PyRandomTable());
  private static final int N = 624;
  private static final int M = 397;

  private final int[] state = new int[N];
  private int index = N;

  private PyRandom(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    if (cls == TYPE && keywords != null) {
      throw Exc.typeError("Random() takes no keyword arguments");
    }
    if (cls == TYPE && args.length > 1) {
      throw Exc.typeError("Random expected at most 1 argument, got " + args.length);
    }
    PyRandom r = new PyRandom(cls);
    r.seed(cls == TYPE && args.length > 0 ? args[0] : null);
    return r;
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyDict keywords) {}

  private int nextInt() {
    if (index >= N) {
      twist();
    }
    int y = state[index++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >>> 18;
  }

  private void twist() {
    int[] s = state;
    for (int k = 0; k < N; k++) {
      int y = s[k] & 0x80000000 | s[k + 1 < N ? k + 1 : 0] & 0x7fffffff;
      s[k] = s[k + M < N ? k + M : k + M - N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
    }
    index = 0;
  }

  private void start(int seed) {
    state[0] = seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
    index = N;
  }

  private void start(int[] key) {
    start(19650218);
    int[] s = state;
    int i = 1;
    int j = 0;
    for (int k = Math.max(N, key.length); k > 0; k--) {
      s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >>> 30) * 1664525) + key[j] + j;
      j = j + 1 < key.length ? j + 1 : 0;
      if (++i >= N) {
        s[0] = s[N - 1];
        i = 1;
      }
    }
    for (int k = N - 1; k > 0; k--) {
      s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >>> 30) * 1566083941) - i;
      if (++i >= N) {
        s[0] = s[N - 1];
        i = 1;
      }
    }
    s[0] = 0x80000000;
  }

  @Builtin("random(self, /)")
  PyObject random() {
    long a = nextInt() >>> 5;
    long b = nextInt() >>> 6;
    return new PyFloat((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
  }

  @Builtin("seed(self, n=None, /)")
  void seed(PyObject n) {
    if (n == null || n == PyNone.NONE) {
      byte[] b = new byte[N * 4];
      new SecureRandom().nextBytes(b);
      start(words(b, N));
      return;
    }
    BigInteger v;
    if (n instanceof PyInt i) {
      v = i.big().abs();
    } else {
      // The bits of the hash, as an unsigned number.
      v = BigInteger.valueOf(Obj.hash(n));
      v = v.signum() < 0 ? v.add(BigInteger.ONE.shiftLeft(64)) : v;
    }
    int count = Math.max(1, (v.bitLength() + 31) / 32);
    byte[] big = v.toByteArray();
    byte[] little = new byte[Math.max(count * 4, big.length)];
    for (int i = 0; i < big.length; i++) {
      little[i] = big[big.length - 1 - i];
    }
    start(words(little, count));
  }

  private static int[] words(byte[] b, int count) {
    int[] w = new int[count];
    for (int i = 0; i < count; i++) {
      int at = 4 * i;
      w[i] =
          b[at] & 0xff
              | (b[at + 1] & 0xff) << 8
              | (b[at + 2] & 0xff) << 16
              | (b[at + 3] & 0xff) << 24;
    }
    return w;
  }

  @Builtin("getrandbits(self, k, /)")
  PyObject getRandBits(PyObject bits) {
    PyInt n = Obj.index(bits);
    if (n.signum() < 0) {
      throw Exc.valueError("number of bits must be non-negative");
    }
    if (n.isBig() || n.value > Integer.MAX_VALUE) {
      throw Exc.overflowError("Python int too large to convert to C int");
    }
    int k = (int) n.value;
    if (k == 0) {
      return PyInt.ZERO;
    }
    if (k <= 32) {
      return PyInt.of((nextInt() & 0xffffffffL) >>> 32 - k);
    }
    if (k < 64) {
      long low = nextInt() & 0xffffffffL;
      return PyInt.of(low | (nextInt() & 0xffffffffL) >>> 64 - k << 32);
    }
    int words = (k - 1) / 32 + 1;
    byte[] magnitude = new byte[words * 4];
    for (int i = 0; i < words; i++, k -= 32) {
      int r = nextInt();
      r = k < 32 ? r >>> 32 - k : r;
      int at = magnitude.length - 4 - 4 * i;
      magnitude[at] = (byte) (r >>> 24);
      magnitude[at + 1] = (byte) (r >>> 16);
      magnitude[at + 2] = (byte) (r >>> 8);
      magnitude[at + 3] = (byte) r;
    }
    return PyInt.of(new BigInteger(1, magnitude));
  }

  @Builtin("getstate(self, /)")
  PyObject getState() {
    PyObject[] all = new PyObject[N + 1];
    for (int i = 0; i < N; i++) {
      all[i] = PyInt.of(state[i] & 0xffffffffL);
    }
    all[N] = PyInt.of(index);
    return new PyTuple(all);
  }

  @Builtin("setstate(self, state, /)")
  void setState(PyObject given) {
    if (!(given instanceof PyTuple t)) {
      throw Exc.typeError("state vector must be a tuple");
    }
    if (t.items.length != N + 1) {
      throw Exc.valueError("state vector is the wrong size");
    }
    int[] next = new int[N];
    for (int i = 0; i < N; i++) {
      PyInt v = word(t.items[i]);
      next[i] = (int) v.value;
    }
    PyInt at = word(t.items[N]);
    if (at.signum() < 0 || at.value > N) {
      throw Exc.valueError("invalid state");
    }
    System.arraycopy(next, 0, state, 0, N);
    index = (int) at.value;
  }

  private static PyInt word(PyObject o) {
    if (!(o instanceof PyInt i)) {
      throw Exc.typeError("an integer is required");
    }
    if (i.isBig()) {
      throw Exc.overflowError("Python int too large to convert to C unsigned long");
    }
    return i;
  }
}
