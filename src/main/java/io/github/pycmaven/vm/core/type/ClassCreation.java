package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.PyCell;
import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Codecs;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code type.__new__} does: metaclass, bases, slots, namespace, hooks.
 *
 * @cpython Objects/typeobject.c:type_new_impl
 */
public final class ClassCreation {
  private ClassCreation() {}

  /** The most derived metaclass of the bases and the one given. */
  public static PyType metaclass(PyType meta, PyObject[] bases) {
    PyType winner = meta;
    for (PyObject b : bases) {
      PyType t = b.type;
      if (winner.isSubtype(t)) {
        continue;
      }
      if (t.isSubtype(winner)) {
        winner = t;
        continue;
      }
      throw Exc.typeError(
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of"
              + " the metaclasses of all its bases");
    }
    return winner;
  }

  static PyObject create(
      PyType meta, PyStr name, PyTuple baseTuple, PyDict namespace, PyDict keywords) {
    for (PyObject b : baseTuple.items) {
      if (!(b instanceof PyType) && Obj.getAttrOrNull(b, PyStr.intern("__mro_entries__")) != null) {
        throw Exc.typeError("type() doesn't support MRO entry resolution; use types.new_class()");
      }
    }
    PyType winner = metaclass(meta, baseTuple.items);
    if (winner != meta) {
      PyObject f = winner.newFunction();
      if (f != PyType.TYPE.newFunction()) {
        return Calls.callDict(f, new PyObject[] {winner, name, baseTuple, namespace}, keywords);
      }
      meta = winner;
    }
    PyType[] bases = checkBases(baseTuple.items);
    PyType best = Mro.bestBase(bases);
    PyDict dict = copy(namespace, name);
    PyType t = new PyType(meta, name.value, bases, dict);
    t.layout = best.layout;
    t.solid = best.solid;
    t.slotCount = best.slotCount;
    t.weakReferable = true;
    for (PyType b : bases) {
      t.sequence |= b.sequence;
      t.hasDict |= b.hasDict;
      t.weakReferable |= b.weakReferable;
    }
    if (name.value.indexOf('\0') >= 0) {
      throw Exc.valueError("type name must not contain null characters");
    }
    Codecs.encode(name, "utf-8", "strict");
    qualname(t, dict, name);
    module(dict);
    if (dict.get(Names.DOC) instanceof PyStr doc) {
      Codecs.encode(doc, "utf-8", "strict");
    }
    implicitMethods(dict);
    PyObject cell = dict.remove(Names.CLASSCELL);
    if (cell != null && !(cell instanceof PyCell)) {
      throw Exc.typeError(
          "__classcell__ must be a nonlocal cell, not <class '" + cell.type.name + "'>");
    }
    PyObject dictCell = dict.remove(Names.CLASSDICTCELL);
    slots(t, best, dict);
    t.rootShape = new Shape(null, t.slotCount);
    t.valueHint = t.slotCount;
    if (dict.get(Names.DOC) == null) {
      dict.put(Names.DOC, PyNone.NONE);
    }
    if (dict.get(Names.EQ) != null && dict.get(Names.HASH) == null) {
      dict.put(Names.HASH, PyNone.NONE);
    }
    if (dictCell instanceof PyCell c) {
      c.value = t.dict();
    }
    if (cell instanceof PyCell c) {
      c.value = t;
    }
    t.mro = new PyType[] {t};
    t.incomplete = true;
    computeMro(t);
    for (PyType b : bases) {
      b.addSubclass(t);
    }
    setNames(t);
    initSubclass(t, keywords);
    return t;
  }

  /** The namespace as the class keeps it: in the order that its own iteration tells. */
  private static PyDict copy(PyDict namespace, PyStr name) {
    PyDict dict = new PyDict();
    if (namespace.type == PyDict.TYPE
        || namespace.type.slot(Slot.ITER) == PyDict.TYPE.slot(Slot.ITER)) {
      dict.update(namespace);
    } else {
      for (PyObject key : Obj.toArray(Calls.method(namespace, "keys"))) {
        dict.put(key, Obj.getItem(namespace, key));
      }
    }
    for (int i = dict.nextIndex(0); i >= 0; i = dict.nextIndex(i + 1)) {
      if (!(dict.keyAt(i) instanceof PyStr)) {
        Obj.warn(Exc.RuntimeWarning, "non-string key in the __dict__ of class " + name);
        break;
      }
    }
    return dict;
  }

  private static PyType[] checkBases(PyObject[] given) {
    if (given.length == 0) {
      return new PyType[] {PyType.OBJECT};
    }
    PyType[] bases = new PyType[given.length];
    for (int i = 0; i < given.length; i++) {
      if (!(given[i] instanceof PyType b)) {
        throw Exc.typeError("bases must be types");
      }
      if (b.incomplete) {
        throw Exc.typeError("Cannot extend an incomplete type '" + b.name + "'");
      }
      if (b.isSealed) {
        throw Exc.typeError("type '" + b.name + "' is not an acceptable base type");
      }
      bases[i] = b;
    }
    return bases;
  }

  private static void qualname(PyType t, PyDict dict, PyStr name) {
    PyObject q = dict.remove(Names.QUALNAME);
    if (q == null) {
      t.qualname = name;
    } else if (q instanceof PyStr s) {
      t.qualname = s;
    } else {
      throw Exc.typeError("type __qualname__ must be a str, not " + q.type.name);
    }
  }

  private static void module(PyDict dict) {
    if (dict.get(Names.MODULE) == null) {
      PyDict globals = Obj.currentGlobals();
      PyObject m = globals == null ? null : globals.get(Names.NAME);
      if (m != null) {
        dict.put(Names.MODULE, m);
      }
    }
  }

  private static void implicitMethods(PyDict dict) {
    PyObject n = dict.get(Names.NEW);
    if (n instanceof PyFunction) {
      dict.put(Names.NEW, new PyStaticMethod(n));
    }
    for (PyStr s : new PyStr[] {Names.INIT_SUBCLASS, Names.CLASS_GETITEM}) {
      PyObject f = dict.get(s);
      if (f instanceof PyFunction) {
        dict.put(s, new PyClassMethod(f));
      }
    }
  }

  private static void slots(PyType t, PyType best, PyDict dict) {
    PyObject slots = dict.get(Names.SLOTS);
    boolean addDict = slots == null;
    boolean addWeak = slots == null;
    boolean hasWeak = best.weakReferable && best.isHeap;
    List<PyStr> names = new ArrayList<>();
    if (slots != null) {
      if (best.layout != PyType.OBJECT && !slotsAllowed(best) && hasNames(slots)) {
        throw Exc.typeError("nonempty __slots__ not supported for subtype of '" + best.name + "'");
      }
      PyObject all = slots instanceof PyStr ? PyTuple.of(slots) : slots;
      for (PyObject s : Obj.toList(all).toArray()) {
        if (!(s instanceof PyStr p)) {
          throw Exc.typeError("__slots__ items must be strings, not '" + s.type.name + "'");
        }
        if (!Obj.isIdentifier(p)) {
          throw Exc.typeError("__slots__ must be identifiers");
        }
        if (p.value.equals("__dict__")) {
          if (addDict || t.hasDict) {
            throw Exc.typeError("__dict__ slot disallowed: we already got one");
          }
          addDict = true;
        } else if (p.value.equals("__weakref__")) {
          if (addWeak || hasWeak) {
            throw Exc.typeError("__weakref__ slot disallowed: we already got one");
          }
          addWeak = true;
        } else {
          PyStr m = Obj.mangle(t.name, p).interned();
          PyObject there = dict.get(m);
          if (there != null
              && !m.value.equals("__qualname__")
              && !m.value.equals("__classcell__")
              && !m.value.equals("__classdictcell__")) {
            throw Exc.valueError("'" + p.value + "' in __slots__ conflicts with class variable");
          }
          if (!names.contains(m)) {
            names.add(m);
          }
        }
      }
      names.sort(null);
      if (!names.isEmpty()) {
        t.solid = t;
      }
    }
    for (PyStr n : names) {
      dict.put(n, new PyMember(t, n, t.slotCount++));
    }
    boolean inherits = t.hasDict;
    if (addDict && !inherits) {
      t.hasDict = true;
      if (dict.get(Names.DICT) == null) {
        dict.put(Names.DICT, InstanceDict.descriptor(t));
      }
    }
    boolean baseWeak = false;
    for (PyType b : t.bases) {
      baseWeak |= b.weakReferable && b != PyType.OBJECT;
    }
    t.weakReferable = addWeak || baseWeak;
    if (addWeak && !baseWeak && dict.get(Names.WEAKREF) == null) {
      dict.put(Names.WEAKREF, InstanceDict.weakrefDescriptor(t));
    }
  }

  private static boolean slotsAllowed(PyType best) {
    return best.layout != io.github.pycmaven.vm.core.object.PyInt.TYPE
        && best.layout != PyTuple.TYPE
        && best.layout != io.github.pycmaven.vm.core.object.PyBytes.TYPE;
  }

  private static boolean hasNames(PyObject slots) {
    return slots instanceof PyStr || Obj.toList(slots).size() > 0;
  }

  /** Whether the MRO was set; not if computing it has led back here and set another. */
  static boolean computeMro(PyType t) {
    PyType[] before = t.mro;
    PyType[] computed = mroOf(t);
    if (t.mro != before) {
      return false;
    }
    t.mro = computed;
    t.incomplete = false;
    t.modified();
    return true;
  }

  private static PyType[] mroOf(PyType t) {
    PyObject own = t.type == PyType.TYPE ? null : t.type.lookup(Names.MRO);
    if (own == null || own == PyType.TYPE.dict().get(Names.MRO)) {
      return Mro.linearise(t, t.bases);
    }
    {
      PyList l = Obj.toList(own.descriptorGet(t, t.type).call0());
      PyType[] mro = new PyType[l.size()];
      for (int i = 0; i < mro.length; i++) {
        if (!(l.get(i) instanceof PyType c)) {
          throw Exc.typeError("mro() returned a non-class ('" + l.get(i).type.name + "')");
        }
        if (!t.solid.isSubtype(c.solid)
            && c.solid != PyType.OBJECT
            && t != c
            && !isSubLayout(t, c)) {
          throw Exc.typeError("mro() returned base with unsuitable layout ('" + c.name + "')");
        }
        mro[i] = c;
      }
      return mro;
    }
  }

  private static boolean isSubLayout(PyType t, PyType c) {
    for (PyType b : t.bases) {
      if (b.solid.isSubtype(c.solid)) {
        return true;
      }
    }
    return false;
  }

  private static void setNames(PyType t) {
    PyDict d = t.dict();
    List<PyObject> pairs = new ArrayList<>();
    for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
      PyObject v = d.valueAt(i);
      if (v instanceof PyFunction || v instanceof PyStr || v == PyNone.NONE) {
        continue;
      }
      pairs.add(d.keyAt(i));
      pairs.add(v);
    }
    for (int i = 0; i < pairs.size(); i += 2) {
      PyObject v = pairs.get(i + 1);
      PyObject f = v.type.lookup(Names.SET_NAME);
      if (f == null) {
        continue;
      }
      try {
        Obj.bind(f, v).call2(t, pairs.get(i));
      } catch (PyRaise e) {
        Exc.addNote(
            e.value,
            "Error calling __set_name__ on '"
                + v.type.name
                + "' instance "
                + Obj.repr(pairs.get(i))
                + " in '"
                + t.name
                + "'");
        throw e;
      }
    }
  }

  private static void initSubclass(PyType t, PyDict keywords) {
    if (!Arrays.asList(t.mro).contains(t)) {
      throw Exc.typeError("super(type, obj): obj must be an instance or subtype of type");
    }
    PyObject f = PySuper.lookup(t, t, t, Names.INIT_SUBCLASS);
    if (f == null) {
      // An MRO without object: then what the super object itself has.
      f = Obj.bind(PySuper.TYPE.lookup(Names.INIT_SUBCLASS), PySuper.TYPE);
    }
    Calls.callDict(f, Calls.NO_ARGS, keywords);
  }

  static void setBases(PyType t, PyObject value) {
    if (!(value instanceof PyTuple tuple)) {
      throw Exc.typeError(
          "can only assign tuple to " + t.name + ".__bases__, not " + value.type.name);
    }
    if (tuple.items.length == 0) {
      throw Exc.typeError("can only assign non-empty tuple to " + t.name + ".__bases__, not ()");
    }
    for (PyObject b : tuple.items) {
      if (!(b instanceof PyType c)) {
        throw Exc.typeError(
            t.name + ".__bases__ must be tuple of classes, not '" + b.type.name + "'");
      }
      boolean cycle = c.isSubtype(t);
      for (PyType up = c; !cycle && up != null; up = up.base()) {
        cycle = up == t;
      }
      if (cycle) {
        throw Exc.typeError("a __bases__ item causes an inheritance cycle");
      }
    }
    PyType[] old = t.bases;
    PyType[] bases = checkBases(tuple.items);
    PyType best = Mro.bestBase(bases);
    PyType best0 = Mro.bestBase(old);
    if (best.layout != best0.layout
        || best.slotCount != best0.slotCount
        || best.hasDict != best0.hasDict && t.dict().get(Names.DICT) == null) {
      throw Exc.typeError(
          "__bases__ assignment: '"
              + best.name
              + "' object layout differs from '"
              + best0.name
              + "'");
    }
    t.bases = bases;
    List<PyType> changed = new ArrayList<>();
    List<PyType[]> before = new ArrayList<>();
    List<PyType[]> after = new ArrayList<>();
    try {
      recompute(t, changed, before, after);
    } catch (PyRaise e) {
      for (int i = 0; i < changed.size(); i++) {
        PyType c = changed.get(i);
        if (c.mro == after.get(i)) {
          c.mro = before.get(i);
          c.modified();
        }
      }
      if (t.bases == bases) {
        t.bases = old;
      }
      throw e;
    }
    if (t.bases == bases) {
      for (PyType b : old) {
        b.removeSubclass(t);
      }
      for (PyType b : bases) {
        b.addSubclass(t);
      }
    }
    t.modified();
  }

  private static void recompute(
      PyType t, List<PyType> changed, List<PyType[]> before, List<PyType[]> after) {
    PyType[] old = t.mro;
    if (!computeMro(t)) {
      return;
    }
    changed.add(t);
    before.add(old);
    after.add(t.mro);
    for (PyType s : t.subclasses()) {
      recompute(s, changed, before, after);
    }
  }

  /** A class made by Java code as {@code type(name, bases, namespace)} would. */
  public static PyType make(String name, PyType[] bases, PyDict namespace) {
    return (PyType)
        create(
            PyType.TYPE,
            PyStr.of(name),
            new PyTuple(Arrays.copyOf(bases, bases.length, PyObject[].class)),
            namespace,
            null);
  }
}
