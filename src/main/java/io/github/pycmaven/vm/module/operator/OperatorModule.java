package io.github.pycmaven.vm.module.operator;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.op.Operators;

/**
 * The module {@code _operator}.
 *
 * @cpython Modules/_operator.c
 */
@BuiltinModule("_operator")
public final class OperatorModule {
  /** What the number of an operation is more if it works in place. */
  private static final int IN_PLACE = 13;

  private OperatorModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new OperatorModuleTable());
    m.dict.put("itemgetter", PyItemGetter.TYPE);
    m.dict.put("attrgetter", PyAttrGetter.TYPE);
    m.dict.put("methodcaller", PyMethodCaller.TYPE);
    return m;
  }

  @Builtin("add(a, b, /)")
  static PyObject addOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.ADD, a, b);
  }

  @Builtin("iadd(a, b, /)")
  static PyObject addInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.ADD + IN_PLACE, a, b);
  }

  @Builtin("and_(a, b, /)")
  static PyObject andOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.AND, a, b);
  }

  @Builtin("iand(a, b, /)")
  static PyObject andInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.AND + IN_PLACE, a, b);
  }

  @Builtin("floordiv(a, b, /)")
  static PyObject floordivOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.FLOOR_DIVIDE, a, b);
  }

  @Builtin("ifloordiv(a, b, /)")
  static PyObject floordivInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.FLOOR_DIVIDE + IN_PLACE, a, b);
  }

  @Builtin("lshift(a, b, /)")
  static PyObject lshiftOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.LSHIFT, a, b);
  }

  @Builtin("ilshift(a, b, /)")
  static PyObject lshiftInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.LSHIFT + IN_PLACE, a, b);
  }

  @Builtin("matmul(a, b, /)")
  static PyObject matmulOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.MATRIX_MULTIPLY, a, b);
  }

  @Builtin("imatmul(a, b, /)")
  static PyObject matmulInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.MATRIX_MULTIPLY + IN_PLACE, a, b);
  }

  @Builtin("mul(a, b, /)")
  static PyObject mulOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.MULTIPLY, a, b);
  }

  @Builtin("imul(a, b, /)")
  static PyObject mulInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.MULTIPLY + IN_PLACE, a, b);
  }

  @Builtin("mod(a, b, /)")
  static PyObject modOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.REMAINDER, a, b);
  }

  @Builtin("imod(a, b, /)")
  static PyObject modInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.REMAINDER + IN_PLACE, a, b);
  }

  @Builtin("or_(a, b, /)")
  static PyObject orOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.OR, a, b);
  }

  @Builtin("ior(a, b, /)")
  static PyObject orInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.OR + IN_PLACE, a, b);
  }

  @Builtin("pow(a, b, /)")
  static PyObject powOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.POWER, a, b);
  }

  @Builtin("ipow(a, b, /)")
  static PyObject powInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.POWER + IN_PLACE, a, b);
  }

  @Builtin("rshift(a, b, /)")
  static PyObject rshiftOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.RSHIFT, a, b);
  }

  @Builtin("irshift(a, b, /)")
  static PyObject rshiftInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.RSHIFT + IN_PLACE, a, b);
  }

  @Builtin("sub(a, b, /)")
  static PyObject subOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.SUBTRACT, a, b);
  }

  @Builtin("isub(a, b, /)")
  static PyObject subInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.SUBTRACT + IN_PLACE, a, b);
  }

  @Builtin("truediv(a, b, /)")
  static PyObject truedivOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.TRUE_DIVIDE, a, b);
  }

  @Builtin("itruediv(a, b, /)")
  static PyObject truedivInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.TRUE_DIVIDE + IN_PLACE, a, b);
  }

  @Builtin("xor(a, b, /)")
  static PyObject xorOf(PyObject a, PyObject b) {
    return Operators.binary(Operators.XOR, a, b);
  }

  @Builtin("ixor(a, b, /)")
  static PyObject xorInPlace(PyObject a, PyObject b) {
    return Operators.binary(Operators.XOR + IN_PLACE, a, b);
  }

  @Builtin("lt(a, b, /)")
  static PyObject lt(PyObject a, PyObject b) {
    return Obj.compare(a, b, 0);
  }

  @Builtin("le(a, b, /)")
  static PyObject le(PyObject a, PyObject b) {
    return Obj.compare(a, b, 1);
  }

  @Builtin("eq(a, b, /)")
  static PyObject eq(PyObject a, PyObject b) {
    return Obj.compare(a, b, 2);
  }

  @Builtin("ne(a, b, /)")
  static PyObject ne(PyObject a, PyObject b) {
    return Obj.compare(a, b, 3);
  }

  @Builtin("gt(a, b, /)")
  static PyObject gt(PyObject a, PyObject b) {
    return Obj.compare(a, b, 4);
  }

  @Builtin("ge(a, b, /)")
  static PyObject ge(PyObject a, PyObject b) {
    return Obj.compare(a, b, 5);
  }

  @Builtin("neg(a, /)")
  static PyObject neg(PyObject a) {
    return Operators.negative(a);
  }

  @Builtin("pos(a, /)")
  static PyObject pos(PyObject a) {
    return Operators.positive(a);
  }

  @Builtin("inv(a, /)")
  static PyObject inv(PyObject a) {
    return Operators.invert(a);
  }

  @Builtin("invert(a, /)")
  static PyObject invert(PyObject a) {
    return Operators.invert(a);
  }

  @Builtin("abs(a, /)")
  static PyObject abs(PyObject a) {
    return Operators.absolute(a);
  }

  @Builtin("index(a, /)")
  static PyObject index(PyObject a) {
    return Obj.index(a);
  }

  @Builtin("not_(a, /)")
  static boolean not(PyObject a) {
    return !Obj.isTrue(a);
  }

  @Builtin("truth(a, /)")
  static boolean truth(PyObject a) {
    return Obj.isTrue(a);
  }

  @Builtin("is_(a, b, /)")
  static boolean is(PyObject a, PyObject b) {
    return a == b;
  }

  @Builtin("is_not(a, b, /)")
  static boolean isNot(PyObject a, PyObject b) {
    return a != b;
  }

  @Builtin("is_none(a, /)")
  static boolean isNone(PyObject a) {
    return a == PyNone.NONE;
  }

  @Builtin("is_not_none(a, /)")
  static boolean isNotNone(PyObject a) {
    return a != PyNone.NONE;
  }

  @Builtin("call(obj, /, *args, **kwargs)")
  static PyObject call(PyObject f, PyObject[] args, PyDict keywords) {
    return Calls.callDict(f, args, keywords);
  }

  private static void sequence(PyObject a) {
    if (!Obj.isSequence(a)) {
      throw Exc.typeError("'" + a.type.name + "' object can't be concatenated");
    }
  }

  @Builtin("concat(a, b, /)")
  static PyObject concat(PyObject a, PyObject b) {
    sequence(a);
    return Operators.binary(Operators.ADD, a, b);
  }

  @Builtin("iconcat(a, b, /)")
  static PyObject concatInPlace(PyObject a, PyObject b) {
    sequence(a);
    return Operators.binary(Operators.ADD + IN_PLACE, a, b);
  }

  @Builtin("contains(a, b, /)")
  static boolean contains(PyObject a, PyObject b) {
    return Obj.contains(a, b);
  }

  @Builtin("getitem(a, b, /)")
  static PyObject getItem(PyObject a, PyObject b) {
    return Obj.getItem(a, b);
  }

  @Builtin("setitem(a, b, c, /)")
  static void setItem(PyObject a, PyObject b, PyObject c) {
    Obj.setItem(a, b, c);
  }

  @Builtin("delitem(a, b, /)")
  static void deleteItem(PyObject a, PyObject b) {
    Obj.deleteItem(a, b);
  }

  @Builtin("countOf(a, b, /)")
  static int count(PyObject a, PyObject b) {
    PyObject it = Obj.iter(a);
    int n = 0;
    for (PyObject x = it.next(); x != null; x = it.next()) {
      n += Obj.same(x, b) ? 1 : 0;
    }
    return n;
  }

  @Builtin("indexOf(a, b, /)")
  static int indexOf(PyObject a, PyObject b) {
    PyObject it = Obj.iter(a);
    int n = 0;
    for (PyObject x = it.next(); x != null; x = it.next()) {
      if (Obj.same(x, b)) {
        return n;
      }
      n++;
    }
    throw Exc.valueError("sequence.index(x): x not in sequence");
  }

  @Builtin("length_hint(obj, default=0, /)")
  static PyObject lengthHint(PyObject o, PyObject fallback) {
    PyObject d = fallback == null ? PyInt.ZERO : fallback;
    if (!(d instanceof PyInt i)) {
      throw Exc.typeError("'" + d.type.name + "' object cannot be interpreted as an integer");
    }
    return PyInt.of(Obj.lengthHint(o, i.clippedInt()));
  }

  @Builtin("_compare_digest(a, b, /)")
  static boolean compareDigest(PyObject a, PyObject b) {
    byte[] x;
    byte[] y;
    if (a instanceof PyStr s && b instanceof PyStr t) {
      x = ascii(s);
      y = ascii(t);
    } else if (Obj.isBytesLike(a) && Obj.isBytesLike(b)) {
      x = Obj.bytesOf(a);
      y = Obj.bytesOf(b);
    } else {
      throw Exc.typeError(
          "unsupported operand types(s) or combination of types: '"
              + a.type.name
              + "' and '"
              + b.type.name
              + "'");
    }
    return java.security.MessageDigest.isEqual(x, y);
  }

  private static byte[] ascii(PyStr s) {
    byte[] b = new byte[s.length()];
    for (int i = 0; i < b.length; i++) {
      if (s.at(i) > 127) {
        throw Exc.typeError("comparing strings with non-ASCII characters is not supported");
      }
      b[i] = (byte) s.at(i);
    }
    return b;
  }
}
