package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/** Conversions of arguments to Java's types; the generated tables call them. */
public final class Arg {
  private Arg() {}

  /** An int that fits Java's. */
  public static int toInt(PyObject o) {
    long v = toLong(o);
    if (v != (int) v) {
      throw Exc.overflowError(
          v > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
    }
    return (int) v;
  }

  /** An int that fits 64 bits, by {@code __index__}. */
  public static long toLong(PyObject o) {
    if (o.getClass() == PyInt.class) {
      return ((PyInt) o).value;
    }
    PyInt i = Obj.index(o);
    if (i.isBig()) {
      throw Exc.overflowError("Python int too large to convert to C ssize_t");
    }
    return i.value;
  }

  /** The bytes of an object that lends a buffer; not those of a list of numbers. */
  public static byte[] toBytes(PyObject o) {
    if (!Obj.lendsBuffer(o)) {
      throw Exc.typeError("a bytes-like object is required, not '" + o.type.name + "'");
    }
    return Obj.bytesOf(o);
  }

  /** An unsigned number of 32 bits. */
  public static long toUnsigned(PyObject o) {
    PyInt i = Obj.index(o);
    if (i.signum() < 0) {
      throw Exc.valueError("Cannot convert negative int");
    }
    if (i.isBig() || i.value >> 32 != 0) {
      throw Exc.overflowError("Python int too large for C uint32_t");
    }
    return i.value;
  }

  /** A float, by {@code __float__} or {@code __index__}. */
  public static double toDouble(PyObject o) {
    return o instanceof PyFloat f ? f.value : Obj.toDouble(o);
  }

  /** A truth value. */
  public static boolean toBoolean(PyObject o) {
    return o == PyBool.TRUE || (o != PyBool.FALSE && Obj.isTrue(o));
  }

  /** The text of a str. */
  public static String toText(PyObject o, String name) {
    if (o instanceof PyStr s) {
      return s.value;
    }
    throw Exc.typeError("argument '" + name + "' must be str, not " + o.type.name);
  }

  /** The text of a str, null for None and null. */
  public static String toTextOrNull(PyObject o, String name) {
    if (o == null || o == PyNone.NONE) {
      return null;
    }
    if (o instanceof PyStr s) {
      return s.value;
    }
    throw Exc.typeError("argument '" + name + "' must be str or None, not " + o.type.name);
  }

  /** The object as a Java class, with a TypeError if it isn't one. */
  public static <T extends PyObject> T cast(
      PyObject o, Class<T> to, String javaName, String name, boolean noneIsNull) {
    if (o == null || (noneIsNull && o == PyNone.NONE)) {
      return null;
    }
    if (to.isInstance(o)) {
      return to.cast(o);
    }
    String wanted = javaName.startsWith("Py") ? javaName.substring(2).toLowerCase() : javaName;
    throw Exc.typeError("argument '" + name + "' must be " + wanted + ", not " + o.type.name);
  }
}
