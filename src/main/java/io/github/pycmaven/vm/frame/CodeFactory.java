package io.github.pycmaven.vm.frame;

import io.github.pycmaven.marshal.CodeFields;
import io.github.pycmaven.marshal.ConstantFactory;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyBytes;
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
import io.github.pycmaven.vm.core.object.PySlice;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.math.BigInteger;
import java.util.List;

/** Makes the VM's objects of marshalled values. */
public final class CodeFactory implements ConstantFactory<PyObject> {
  @Override
  public PyObject none() {
    return PyNone.NONE;
  }

  @Override
  public PyObject bool(boolean value) {
    return PyBool.of(value);
  }

  @Override
  public PyObject ellipsis() {
    return PyEllipsis.INSTANCE;
  }

  @Override
  public PyObject stopIteration() {
    return Exc.StopIteration;
  }

  @Override
  public PyObject integer(long value) {
    return PyInt.of(value);
  }

  @Override
  public PyObject integer(BigInteger value) {
    return PyInt.of(value);
  }

  @Override
  public PyObject floating(double value) {
    return new PyFloat(value);
  }

  @Override
  public PyObject complex(double real, double imaginary) {
    return new PyComplex(real, imaginary);
  }

  @Override
  public PyObject str(String text, int[] codePoints, boolean interned) {
    PyStr s =
        codePoints != null ? PyStr.ofPoints(codePoints, 0, codePoints.length) : PyStr.of(text);
    return interned ? s.interned() : s;
  }

  @Override
  public PyObject bytes(byte[] value) {
    return new PyBytes(value);
  }

  @Override
  public PyObject startTuple(int size) {
    return size == 0 ? null : new PyTuple(new PyObject[size]);
  }

  @Override
  public PyObject tuple(List<PyObject> elements) {
    return PyTuple.over(elements.toArray(new PyObject[0]));
  }

  @Override
  public void finishTuple(PyObject tuple, List<PyObject> elements) {
    PyObject[] items = ((PyTuple) tuple).items;
    for (int i = 0; i < items.length; i++) {
      items[i] = elements.get(i);
    }
  }

  @Override
  public PyObject frozenSet(List<PyObject> elements) {
    return PyFrozenSet.of(elements.toArray(new PyObject[0]));
  }

  @Override
  public PyObject slice(PyObject start, PyObject stop, PyObject step) {
    return new PySlice(start, stop, step);
  }

  @Override
  public PyObject newList() {
    return new PyList();
  }

  @Override
  public void append(PyObject list, PyObject element) {
    ((PyList) list).append(element);
  }

  @Override
  public PyObject newDict() {
    return new PyDict();
  }

  @Override
  public void put(PyObject dict, PyObject key, PyObject value) {
    ((PyDict) dict).put(key, value);
  }

  @Override
  public PyObject newSet() {
    return new PySet();
  }

  @Override
  public void add(PyObject set, PyObject element) {
    ((PySet) set).add(element);
  }

  @Override
  public PyObject code(CodeFields<PyObject> f) throws PycFormatException {
    return new PyCode(
        f.argCount(),
        f.posOnlyArgCount(),
        f.kwOnlyArgCount(),
        f.stackSize(),
        f.flags(),
        bytes(f.code()),
        items(f.consts()),
        names(f.names()),
        names(f.localsPlusNames()),
        bytes(f.localsPlusKinds()),
        name(f.filename()),
        name(f.name()),
        name(f.qualname()),
        f.firstLine(),
        bytes(f.lineTable()),
        bytes(f.exceptionTable()));
  }

  private static byte[] bytes(PyObject o) throws PycFormatException {
    if (o instanceof PyBytes b) {
      return b.value;
    }
    throw ConstantFactory.refuse("bad code object");
  }

  private static PyObject[] items(PyObject o) throws PycFormatException {
    if (o instanceof PyTuple t) {
      return t.items;
    }
    throw ConstantFactory.refuse("bad code object");
  }

  private static PyStr name(PyObject o) throws PycFormatException {
    if (o instanceof PyStr s) {
      return s;
    }
    throw ConstantFactory.refuse("bad code object");
  }

  private static PyStr[] names(PyObject o) throws PycFormatException {
    PyObject[] a = items(o);
    PyStr[] out = new PyStr[a.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = name(a[i]).interned();
    }
    return out;
  }
}
