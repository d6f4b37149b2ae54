package io.github.pycmaven.compiler.ir;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import java.util.Arrays;
import java.util.List;

/**
 * When two constants are the same to the compiler: equal and of the same type, all the way down. 1,
 * 1.0 and True differ, so do 0.0 and -0.0; a NaN is the same as itself only.
 *
 * @cpython Objects/codeobject.c:_PyCode_ConstantKey, Objects/codeobject.c:code_richcompare
 */
final class ConstantKeys {
  private ConstantKeys() {}

  static int hash(Constant c) {
    if (c instanceof Constant.Str s) {
      return s.value().hashCode() * 31 + 1;
    }
    if (c instanceof Constant.Int i) {
      return mix(Long.hashCode(i.value()));
    }
    if (c instanceof Constant.Tuple t) {
      int hash = 7;
      List<Constant> elements = t.elements();
      for (int i = 0, n = elements.size(); i < n; i++) {
        hash = hash * 1000003 ^ hash(elements.get(i));
      }
      return mix(hash);
    }
    if (c instanceof Constant.Bytes b) {
      return Arrays.hashCode(b.value()) + 3;
    }
    return hashOfRare(c);
  }

  private static int hashOfRare(Constant c) {
    if (c instanceof Constant.Singleton s) {
      return s.ordinal() + 11;
    }
    if (c instanceof Constant.Float f) {
      double value = f.value();
      return Double.isNaN(value) ? System.identityHashCode(f) : mix(Double.hashCode(value) + 5);
    }
    if (c instanceof Constant.Code code) {
      return hash(code.code());
    }
    if (c instanceof Constant.BigInt i) {
      return i.value().hashCode();
    }
    if (c instanceof Constant.Complex z) {
      return isNan(z)
          ? System.identityHashCode(z)
          : Double.hashCode(z.real()) * 1000003 + mix(Double.hashCode(z.imaginary()));
    }
    if (c instanceof Constant.FrozenSet set) {
      int hash = 13;
      for (Constant element : set.elements()) {
        hash += mix(hash(element));
      }
      return hash;
    }
    if (c instanceof Constant.Slice s) {
      return (hash(s.start()) * 31 + hash(s.stop())) * 31 + hash(s.step()) + 17;
    }
    return c.hashCode();
  }

  private static int hash(CodeObject code) {
    int hash = code.name().value().hashCode();
    hash = hash * 31 + code.firstLine();
    hash = hash * 31 + code.code().value().length;
    return hash * 31 + Arrays.hashCode(code.lineTable().value());
  }

  private static int mix(int hash) {
    int mixed = hash * 0x9e3779b9;
    return mixed ^ mixed >>> 15;
  }

  private static boolean isNan(Constant.Complex z) {
    return Double.isNaN(z.real()) || Double.isNaN(z.imaginary());
  }

  static boolean same(Constant a, Constant b) {
    if (a == b) {
      return true;
    }
    if (a.getClass() != b.getClass()) {
      return false;
    }
    if (a instanceof Constant.Tuple t) {
      return same(t.elements(), ((Constant.Tuple) b).elements());
    }
    if (a instanceof Constant.Float f) {
      return !Double.isNaN(f.value()) && f.equals(b);
    }
    if (a instanceof Constant.Complex z) {
      return !isNan(z) && z.equals(b);
    }
    if (a instanceof Constant.FrozenSet set) {
      return sameSet(set.elements(), ((Constant.FrozenSet) b).elements());
    }
    if (a instanceof Constant.Slice s) {
      Constant.Slice other = (Constant.Slice) b;
      return same(s.start(), other.start())
          && same(s.stop(), other.stop())
          && same(s.step(), other.step());
    }
    if (a instanceof Constant.Code code) {
      return same(code.code(), ((Constant.Code) b).code());
    }
    return a.equals(b);
  }

  private static boolean same(List<Constant> a, List<Constant> b) {
    int size = a.size();
    if (size != b.size()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameSet(List<Constant> a, List<Constant> b) {
    if (a.size() != b.size()) {
      return false;
    }
    ConstantMap members = new ConstantMap(a.size());
    for (Constant element : a) {
      members.putIfAbsent(element);
    }
    for (Constant element : b) {
      if (members.get(element) == null) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(CodeObject a, CodeObject b) {
    return a == b
        || a.name().equals(b.name())
            && a.argCount() == b.argCount()
            && a.posOnlyArgCount() == b.posOnlyArgCount()
            && a.kwOnlyArgCount() == b.kwOnlyArgCount()
            && a.flags() == b.flags()
            && a.firstLine() == b.firstLine()
            && a.code().equals(b.code())
            && a.lineTable().equals(b.lineTable())
            && a.exceptionTable().equals(b.exceptionTable())
            && same(a.consts(), b.consts())
            && same(a.names(), b.names())
            && same(a.localsPlusNames(), b.localsPlusNames());
  }
}
