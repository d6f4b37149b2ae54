package io.github.pycmaven.vm.module.marshal;

import io.github.pycmaven.util.Wtf8;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyComplex;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyEllipsis;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyFrozenSet;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PySet;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/**
 * Marshals values that a program makes: every value in full, without references, which every reader
 * takes. Code objects are marshalled when they are compiled, see {@code PyCode.marshalled}.
 *
 * @cpython Python/marshal.c:w_object
 */
final class ValueWriter {
  private static final int MAX_DEPTH = 2000;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int version;
  private int depth;

  ValueWriter(int version, boolean allowCode) {
    this.version = version;
  }

  byte[] write(PyObject value) {
    put(value);
    return out.toByteArray();
  }

  private void putInt(long v) {
    for (int i = 0; i < 32; i += 8) {
      out.write((int) (v >> i));
    }
  }

  private void putDouble(double d) {
    long v = Double.doubleToRawLongBits(d);
    putInt(v);
    putInt(v >> 32);
  }

  private void put(PyObject o) {
    if (++depth > MAX_DEPTH) {
      throw Exc.valueError("object too deeply nested to marshal");
    }
    if (o == PyNone.NONE) {
      out.write('N');
    } else if (o instanceof PyBool) {
      out.write(o == PyBool.TRUE ? 'T' : 'F');
    } else if (o == PyEllipsis.INSTANCE) {
      out.write('.');
    } else if (o == Exc.StopIteration) {
      out.write('S');
    } else if (o instanceof PyInt i && o.type == PyInt.TYPE) {
      putNumber(i);
    } else if (o instanceof PyFloat f && o.type == PyFloat.TYPE && version > 1) {
      out.write('g');
      putDouble(f.value);
    } else if (o instanceof PyComplex && o.type == PyComplex.TYPE && version > 1) {
      out.write('y');
      putDouble(Obj.toDouble(Obj.getAttr(o, "real")));
      putDouble(Obj.toDouble(Obj.getAttr(o, "imag")));
    } else if (o instanceof PyStr s && o.type == PyStr.TYPE) {
      byte[] b = s.points == null ? Wtf8.encode(s.value) : Wtf8.encode(s.points);
      out.write(s.isInterned() && version > 0 ? 't' : 'u');
      putInt(b.length);
      out.write(b, 0, b.length);
    } else {
      putContainer(o);
    }
    depth--;
  }

  private void putContainer(PyObject o) {
    if (o instanceof PyTuple t && o.type == PyTuple.TYPE) {
      putAll('(', t.items);
    } else if (o instanceof PyList && o.type == PyList.TYPE) {
      putAll('[', Obj.toArray(o));
    } else if (o instanceof PySet && o.type == PySet.TYPE) {
      putAll('<', Obj.toArray(o));
    } else if (o instanceof PyFrozenSet && o.type == PyFrozenSet.TYPE) {
      putAll('>', Obj.toArray(o));
    } else if (o instanceof PyDict d && o.type == PyDict.TYPE) {
      out.write('{');
      for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
        put(d.keyAt(i));
        put(d.valueAt(i));
      }
      out.write('0');
    } else if (o instanceof Buffer) {
      byte[] b = Obj.bytesOf(o);
      out.write('s');
      putInt(b.length);
      out.write(b, 0, b.length);
    } else {
      throw Exc.valueError("unmarshallable object");
    }
  }

  private void putAll(char kind, PyObject[] items) {
    out.write(kind);
    putInt(items.length);
    for (PyObject x : items) {
      put(x);
    }
  }

  private void putNumber(PyInt i) {
    if (!i.isBig() && i.value == (int) i.value) {
      out.write('i');
      putInt(i.value);
      return;
    }
    BigInteger v = i.isBig() ? i.big() : BigInteger.valueOf(i.value);
    BigInteger left = v.abs();
    int digits = (left.bitLength() + 14) / 15;
    out.write('l');
    putInt(v.signum() < 0 ? -digits : digits);
    for (int d = 0; d < digits; d++) {
      int part = left.shiftRight(15 * d).intValue() & 0x7fff;
      out.write(part);
      out.write(part >> 8);
    }
  }
}
