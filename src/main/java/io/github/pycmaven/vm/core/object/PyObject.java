package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.GenericAttributes;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;

/**
 * Everything that a Python program can hold.
 *
 * <p>The Python class is a field, not a virtual method: an exact-type test is one load and one
 * compare, and the field fits into the header's padding of ints and floats. The virtual methods
 * here are what a builtin type may do faster than a lookup of its special method; whoever overrides
 * one must do what the special method in the type's table does, and must leave classes written in
 * Python, whose {@link #type} differs, to the lookup.
 */
public abstract class PyObject {
  /** The Python class. Changes only by assignment to {@code __class__}. */
  public PyType type;

  protected PyObject(PyType type) {
    this.type = type;
  }

  // ---- calls: no argument arrays up to three arguments ----

  /** Calls without arguments. */
  public PyObject call0() {
    ThreadState t = ThreadState.current();
    t.enterNative("");
    try {
      return Calls.slot(this).call1(this);
    } finally {
      t.leaveNative();
    }
  }

  /** Calls with one argument. */
  public PyObject call1(PyObject a) {
    ThreadState t = ThreadState.current();
    t.enterNative("");
    try {
      return Calls.slot(this).call2(this, a);
    } finally {
      t.leaveNative();
    }
  }

  /** Calls with two arguments. */
  public PyObject call2(PyObject a, PyObject b) {
    ThreadState t = ThreadState.current();
    t.enterNative("");
    try {
      return Calls.slot(this).call3(this, a, b);
    } finally {
      t.leaveNative();
    }
  }

  /** Calls with three arguments. */
  public PyObject call3(PyObject a, PyObject b, PyObject c) {
    ThreadState t = ThreadState.current();
    t.enterNative("");
    try {
      return Calls.slot(this).callN(new PyObject[] {this, a, b, c});
    } finally {
      t.leaveNative();
    }
  }

  /** Calls with positional arguments. */
  public PyObject callN(PyObject[] args) {
    ThreadState t = ThreadState.current();
    t.enterNative("");
    try {
      return Calls.slot(this).callN(Calls.prepend(this, args));
    } finally {
      t.leaveNative();
    }
  }

  /**
   * Calls with keywords: the last {@code names.length} elements of {@code args} are the values of
   * the keywords {@code names}.
   */
  public PyObject callKw(PyObject[] args, PyStr[] names) {
    if (names.length == 0) {
      return callN(args);
    }
    ThreadState t = ThreadState.current();
    t.enterNative("");
    try {
      return Calls.slot(this).callKw(Calls.prepend(this, args), names);
    } finally {
      t.leaveNative();
    }
  }

  // ---- attributes ----

  /**
   * The attribute by the rules of the builtin type, without hooks written in Python; null if none.
   */
  public PyObject getAttrDefault(PyStr name) {
    return GenericAttributes.get(this, name);
  }

  /** Sets (or with null deletes) an attribute by the rules of the builtin type. */
  public void setAttrDefault(PyStr name, PyObject value) {
    GenericAttributes.set(this, name, value);
  }

  /** What the instance's own dictionary or shape holds under the name, or null. */
  public PyObject instanceGet(PyStr name) {
    Extras e = extras();
    return e == null || e.dict == null ? null : e.dict.get(name);
  }

  /**
   * Stores into the instance's own attributes, deletes for null. False if it has none or if there
   * was nothing to delete.
   */
  public boolean instanceSet(PyStr name, PyObject value) {
    PyDict d = dict(value != null);
    if (d == null) {
      return false;
    }
    if (value == null) {
      return d.remove(name) != null;
    }
    d.put(name, value);
    return true;
  }

  /** The {@code __dict__}, made if wanted; null if the object has none. */
  public PyDict dict(boolean create) {
    Extras e = extras();
    if (e == null || !type.hasDict) {
      return null;
    }
    if (e.dict == null && create) {
      e.dict = new PyDict();
    }
    return e.dict;
  }

  /** Replaces the {@code __dict__}. */
  public void setDict(PyDict dict) {
    extras().dict = dict;
  }

  /** The attributes of an instance of a class that derives from a builtin type, or null. */
  public Extras extras() {
    return null;
  }

  /** The values of {@code __slots__}, indexed as the class says; null if there are none. */
  public PyObject[] slotValues() {
    Extras e = extras();
    if (e == null) {
      return null;
    }
    if (e.slots == null) {
      e.slots = new PyObject[type.slotCount];
    }
    return e.slots;
  }

  // ---- descriptors ----

  /** {@code __get__}; {@code obj} is null for an access on the class. */
  public PyObject descriptorGet(PyObject obj, PyType owner) {
    PyObject get = type.slot(Slot.GET);
    return get == null ? this : get.call3(this, PyNone.orNone(obj), owner);
  }

  // ---- iteration ----

  /** The next element of an iterator, null at its end. */
  public PyObject next() {
    return Obj.nextBySlot(this);
  }

  @Override
  public String toString() {
    return "<" + type.name + " object>";
  }
}
