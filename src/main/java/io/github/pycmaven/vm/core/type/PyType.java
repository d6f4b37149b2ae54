package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.BuiltinTable;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.PyBuiltin;
import io.github.pycmaven.vm.core.call.PyClassMethodDescriptor;
import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.call.PyGetSet;
import io.github.pycmaven.vm.core.call.PyMethodDescriptor;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * A class, builtin or written in Python.
 *
 * <p>A builtin type's dictionary is filled from its {@link BuiltinTable} when it is first looked
 * at. {@link #lookup} goes along the MRO through a cache keyed by {@link #version}, which is unique
 * to a class and a state of it: a change of a class gives it and all its subclasses new versions,
 * so a call site that remembers a version need check nothing else. {@link #slot} finds special
 * methods by number.
 */
public class PyType extends PyInstance {
  /** Bits of {@link #descriptorKind}. */
  public static final int HAS_GET = 1;

  public static final int HAS_SET = 2;
  public static final int DATA = 3;

  /** Bits of {@link #attributeHooks}. */
  public static final int OWN_GETATTRIBUTE = 1;

  public static final int HAS_GETATTR = 2;
  public static final int OWN_SETATTR = 4;

  private static final int CACHE_SIZE = 1 << 12;
  private static final int[] CACHE_VERSION = new int[CACHE_SIZE];
  private static final PyStr[] CACHE_NAME = new PyStr[CACHE_SIZE];
  private static final PyObject[] CACHE_VALUE = new PyObject[CACHE_SIZE];
  private static int lastVersion;

  public static final PyType OBJECT;
  public static final PyType TYPE;

  static {
    OBJECT = new PyType("object", new PyType[0], null);
    TYPE = new PyType("type", new PyType[] {OBJECT}, null);
    OBJECT.type = TYPE;
    TYPE.type = TYPE;
    TYPE.hasDict = true;
    OBJECT.table = new ObjectMethodsTable();
    TYPE.table = new TypeMethodsTable();
  }

  /** The name as error messages say it: for some builtin types with its module. */
  public String name;

  /** {@code __qualname__} of a class written in Python. */
  PyStr qualname;

  public PyType[] bases;
  public PyType[] mro;

  /** Unique to this class in its present state. */
  public int version;

  /** Whether instances have a {@code __dict__}. */
  public boolean hasDict;

  /** How many values of {@code __slots__} an instance has. */
  public int slotCount;

  public Shape rootShape = new Shape(null, 0);
  public int valueHint;

  /** The builtin type whose Java class instances have. */
  public PyType layout;

  /** The class that last added to the instances' layout: a builtin type or one with slots. */
  PyType solid;

  /** Written in Python, so it can be changed. */
  public boolean isHeap;

  boolean isSealed;

  /** Still being made: no MRO yet. */
  boolean incomplete;

  boolean abstractMethods;
  boolean uninstantiable;
  boolean weakReferable = true;

  /**
   * Whether a sequence's {@code +} and {@code *} give way to the other operand's number methods.
   */
  public boolean sequence;

  /** What patterns match instances: 1 mapping, 2 sequence; own declaration and derived. */
  public int ownPattern;

  int patternKind = -1;

  /** What an abstract base class remembers, or null. */
  public Object abstractData;

  BuiltinTable table;
  private List<BuiltinTable> moreTables;
  private PyDict dict;
  private PyObject[] slots;
  private int descriptorKind = -1;
  private int attributeHooks = -1;
  private PyObject newFunction;
  private List<WeakReference<PyType>> subclasses;
  String[] moduleAndName;

  private static final PyObject ABSENT = PyAbsent.INSTANCE;

  private PyType(String name, PyType[] bases, BuiltinTable table) {
    super(TYPE);
    this.name = name;
    this.bases = bases;
    this.table = table;
    this.version = ++lastVersion;
    this.layout = this;
    this.solid = this;
    PyType b = bases.length == 0 ? null : bases[0];
    this.mro = new PyType[b == null ? 1 : b.mro.length + 1];
    mro[0] = this;
    if (b != null) {
      System.arraycopy(b.mro, 0, mro, 1, b.mro.length);
      b.addSubclass(this);
      this.sequence = b.sequence;
      this.hasDict = b != OBJECT && b.hasDict;
    }
  }

  /** A class made at run time; {@link ClassCreation} fills it. */
  PyType(PyType meta, String name, PyType[] bases, PyDict dict) {
    super(meta);
    this.name = name;
    this.bases = bases;
    this.dict = dict;
    this.version = ++lastVersion;
    this.isHeap = true;
  }

  /** A builtin type below {@code object}. */
  public static PyType builtin(String name, BuiltinTable table) {
    return new PyType(name, new PyType[] {OBJECT}, table);
  }

  /** A builtin type below another. */
  public static PyType builtin(String name, PyType base, BuiltinTable table) {
    return new PyType(name, new PyType[] {base}, table);
  }

  /** Forbids subclasses. */
  public PyType forbidSubclasses() {
    isSealed = true;
    return this;
  }

  /** Forbids calls of the type. */
  public PyType uninstantiable() {
    uninstantiable = true;
    return this;
  }

  /** Gives instances a {@code __dict__}. */
  public PyType withDict() {
    hasDict = true;
    return this;
  }

  /** Instances have the same Java class as those of the base. */
  public PyType sharing() {
    layout = bases[0].layout;
    solid = bases[0].solid;
    return this;
  }

  /** A sequence: {@code +} and {@code *} try the other operand's number methods first. */
  public PyType asSequence() {
    sequence = true;
    return this;
  }

  /** Whether another attribute hides the one that a base has. */
  public boolean overrides(PyStr attribute, PyType base) {
    return lookup(attribute) != base.lookup(attribute);
  }

  /** Instances match sequence patterns. */
  public PyType matchesSequences() {
    ownPattern = 2;
    return this;
  }

  /** Instances match mapping patterns. */
  public PyType matchesMappings() {
    ownPattern = 1;
    return this;
  }

  /** What patterns match instances: 1 mapping, 2 sequence, 0 none of both. */
  public int pattern() {
    if (patternKind < 0) {
      int k = 0;
      for (int i = 0; i < mro.length && k == 0; i++) {
        k = mro[i].ownPattern;
      }
      patternKind = k;
    }
    return patternKind;
  }

  /** Adds the rows of one more table, which other types may share. */
  public PyType with(BuiltinTable more) {
    moreTables = moreTables == null ? List.of(more) : List.of(moreTables.get(0), more);
    return this;
  }

  /** No weak references. */
  public PyType notWeak() {
    weakReferable = false;
    return this;
  }

  /** Whether instances may be weakly referenced. */
  public boolean isWeakReferable() {
    return weakReferable;
  }

  /** The part of the name after the module. */
  public String shortName() {
    int dot = isHeap ? -1 : name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(dot + 1);
  }

  /** The name qualified by enclosing scopes. */
  public String qualifiedName() {
    return qualname != null ? qualname.value : shortName();
  }

  /** {@code module.qualname}, without the module for builtins. */
  public String fullName() {
    PyObject m = isHeap ? dict.get(Names.MODULE) : null;
    if (!isHeap) {
      return name;
    }
    return m instanceof PyStr s && !s.value.equals("builtins")
        ? s.value + "." + qualifiedName()
        : qualifiedName();
  }

  // ---- dictionary ----

  /** The namespace; for builtin types filled on first use. Write only through {@link #put}. */
  public final PyDict dict() {
    PyDict d = dict;
    return d != null ? d : populate();
  }

  private PyDict populate() {
    PyDict d = new PyDict();
    dict = d;
    d.put(Names.DOC, PyNone.NONE);
    BuiltinTable t = table;
    if (t == null) {
      return d;
    }
    fill(d, t);
    if (moreTables != null) {
      for (BuiltinTable more : moreTables) {
        fill(d, more);
      }
    }
    if (d.get(Names.EQ) != null && d.get(Names.HASH) == null && this != OBJECT) {
      d.put(Names.HASH, PyNone.NONE);
    }
    return d;
  }

  private void fill(PyDict d, BuiltinTable t) {
    String[] texts = t.signatures();
    String kinds = t.kinds();
    for (int i = 0; i < texts.length; i++) {
      String n = texts[i].substring(0, texts[i].indexOf('('));
      PyStr key = PyStr.intern(n);
      switch (kinds.charAt(i)) {
        case 'm':
          d.put(key, new PyMethodDescriptor(this, t, i, n));
          break;
        case 'c':
          d.put(key, new PyClassMethodDescriptor(this, t, i, n));
          break;
        case 's':
          d.put(key, new PyStaticMethod(new PyBuiltin(t, i, n, null, null, null)));
          break;
        case 'n':
          d.put(key, new PyNewFunction(this, t, i));
          break;
        case 'g':
          d.put(key, new PyGetSet(this, t, i, setterOf(texts, kinds, n), n));
          break;
        case 'r':
          d.put(key, PyGetSet.member(this, t, i, setterOf(texts, kinds, n), n));
          break;
        default:
          break;
      }
    }
  }

  private static int setterOf(String[] texts, String kinds, String n) {
    for (int i = 0; i < texts.length; i++) {
      if (kinds.charAt(i) == 'w' && texts[i].startsWith(n) && texts[i].charAt(n.length()) == '(') {
        return i;
      }
    }
    return -1;
  }

  /** Stores into the namespace, deletes for null, and tells all who remember. */
  public final boolean put(PyStr key, PyObject value) {
    PyDict d = dict();
    boolean done = true;
    if (value == null) {
      done = d.remove(key) != null;
    } else {
      d.put(key, value);
    }
    modified();
    return done;
  }

  /** Forgets what was derived from the namespace, here and in all subclasses. */
  public final void modified() {
    version = ++lastVersion;
    slots = null;
    descriptorKind = -1;
    attributeHooks = -1;
    newFunction = null;
    patternKind = -1;
    if (subclasses != null) {
      for (WeakReference<PyType> w : subclasses) {
        PyType t = w.get();
        if (t != null) {
          t.modified();
        }
      }
    }
  }

  final void addSubclass(PyType t) {
    if (subclasses == null) {
      subclasses = new ArrayList<>(2);
    }
    subclasses.add(new WeakReference<>(t));
  }

  final void removeSubclass(PyType t) {
    if (subclasses != null) {
      subclasses.removeIf(w -> w.get() == null || w.get() == t);
    }
  }

  /** The living direct subclasses. */
  public final List<PyType> subclasses() {
    List<PyType> out = new ArrayList<>();
    if (subclasses != null) {
      for (WeakReference<PyType> w : subclasses) {
        PyType t = w.get();
        if (t != null) {
          out.add(t);
        }
      }
    }
    return out;
  }

  // ---- lookup ----

  /** What the first class along the MRO holds under the name, or null. */
  public final PyObject lookup(PyStr name) {
    PyStr n = name.interned();
    int v = version;
    int at = (v * 0x9E3779B1 ^ n.hashCode()) >>> 4 & CACHE_SIZE - 1;
    if (CACHE_VERSION[at] == v && CACHE_NAME[at] == n) {
      return CACHE_VALUE[at];
    }
    PyObject found = find(n);
    if (v == version) {
      CACHE_VERSION[at] = v;
      CACHE_NAME[at] = n;
      CACHE_VALUE[at] = found;
    }
    return found;
  }

  private PyObject find(PyStr name) {
    for (PyType t : mro) {
      PyObject v = t.dict().get(name);
      if (v != null) {
        return v;
      }
    }
    return null;
  }

  /** The class along the MRO that holds the name, or null. */
  public final PyType lookupOwner(PyStr name) {
    for (PyType t : mro) {
      if (t.dict().get(name) != null) {
        return t;
      }
    }
    return null;
  }

  /** A special method, callable with the instance first; null if the class has none. */
  public final PyObject slot(int i) {
    PyObject[] s = slots;
    PyObject f = s == null ? null : s[i];
    if (f == null) {
      f = fillSlot(i);
    }
    return f == ABSENT ? null : f;
  }

  private PyObject fillSlot(int i) {
    int before = version;
    PyObject d = lookup(Slot.NAMES[i]);
    PyObject f;
    if (d == null) {
      f = ABSENT;
    } else if (d instanceof PyFunction
        || d instanceof PyMethodDescriptor m && m.name.equals(Slot.NAMES[i].value)
        || d == PyNone.NONE) {
      f = d;
    } else {
      f = new BindingSlot(d, i >= Slot.LT && i <= Slot.GE);
    }
    if (before == version) {
      if (slots == null) {
        slots = new PyObject[Slot.COUNT];
      }
      slots[i] = f;
    }
    return f;
  }

  /** Whether a special method is this builtin type's own or inherited builtin one. */
  public final boolean slotIsBuiltin(int i) {
    return slot(i) instanceof PyMethodDescriptor;
  }

  /** {@code __new__} as a plain function of the class and the arguments. */
  public final PyObject newFunction() {
    PyObject f = newFunction;
    if (f == null) {
      f = lookup(Names.NEW);
      if (f instanceof PyStaticMethod s) {
        f = s.function;
      } else if (!(f instanceof PyNewFunction) && !(f instanceof PyFunction)) {
        f = f.descriptorGet(null, this);
      }
      newFunction = f;
    }
    return f;
  }

  /** What instances do as descriptors: a combination of HAS_GET and HAS_SET. */
  public final int descriptorKind() {
    int k = descriptorKind;
    if (k < 0) {
      k = slot(Slot.GET) != null ? HAS_GET : 0;
      if (slot(Slot.SET) != null || slot(Slot.DELETE) != null) {
        k |= HAS_SET;
      }
      if (this == PyBuiltin.TYPE) {
        k = 0;
      }
      descriptorKind = k;
    }
    return k;
  }

  /** Declares that instances are read-only data descriptors though no table says so. */
  public final void describes() {
    descriptorKind = DATA;
  }

  /** Which hooks for attribute access are written in Python. */
  public final int attributeHooks() {
    int h = attributeHooks;
    if (h < 0) {
      h = 0;
      if (!slotIsBuiltin(Slot.GETATTRIBUTE)) {
        h |= OWN_GETATTRIBUTE;
      }
      PyObject g = slot(Slot.GETATTR);
      if (g != null && !(g instanceof PyMethodDescriptor)) {
        h |= HAS_GETATTR;
      }
      if (!slotIsBuiltin(Slot.SETATTR) || !slotIsBuiltin(Slot.DELATTR)) {
        h |= OWN_SETATTR;
      }
      attributeHooks = h;
    }
    return h;
  }

  /** Whether this is the other class or derives from it, by the MRO. */
  public final boolean isSubtype(PyType other) {
    if (this == other) {
      return true;
    }
    for (PyType t : mro) {
      if (t == other) {
        return true;
      }
    }
    return false;
  }

  /** The base that {@code __base__} tells. */
  public final PyType base() {
    return bases.length == 0 ? null : bases.length == 1 ? bases[0] : Mro.bestBase(bases);
  }

  /** Whether abstract methods forbid instances. */
  public final boolean hasAbstractMethods() {
    return abstractMethods;
  }

  // ---- attributes of the class itself ----

  @Override
  public PyObject getAttrDefault(PyStr name) {
    PyObject m = type.lookup(name);
    int kind = 0;
    if (m != null) {
      kind = m.type.descriptorKind();
      if (kind == DATA) {
        return m.descriptorGet(this, type);
      }
    }
    PyObject a = lookup(name);
    if (a != null) {
      return (a.type.descriptorKind() & HAS_GET) != 0 ? a.descriptorGet(null, this) : a;
    }
    if (m != null) {
      return (kind & HAS_GET) != 0 ? m.descriptorGet(this, type) : m;
    }
    return null;
  }

  @Override
  public void setAttrDefault(PyStr name, PyObject value) {
    if (!isHeap) {
      throw Exc.typeError(
          "cannot set '" + name + "' attribute of immutable type '" + this.name + "'");
    }
    PyObject m = type.lookup(name);
    if (m != null && (m.type.descriptorKind() & HAS_SET) != 0) {
      Descriptors.set(m, this, value);
      modified();
      return;
    }
    if (!put(name.interned(), value)) {
      throw Exc.attributeError(
          "type object '" + this.name + "' has no attribute '" + name + "'", this, name);
    }
  }

  @Override
  public PyObject instanceGet(PyStr name) {
    return dict().get(name);
  }

  @Override
  public PyDict dict(boolean create) {
    return dict();
  }

  // ---- making instances ----

  private boolean plainCall() {
    return type == TYPE || type.slotIsBuiltin(Slot.CALL);
  }

  private void checkInstantiable() {
    if (uninstantiable) {
      throw Exc.typeError("cannot create '" + name + "' instances");
    }
  }

  /**
   * An instance of a class with {@code __del__} on top of a builtin type is watched by its extras.
   */
  private PyObject watched(PyObject o) {
    if (isHeap && o.type == this && slot(Slot.DEL) != null) {
      Extras e = o.extras();
      if (e != null && e.watch == null) {
        e.watch = new FinalizerWatch(o);
      }
    }
    return o;
  }

  @Override
  public PyObject call0() {
    if (!plainCall()) {
      return super.call0();
    }
    checkInstantiable();
    PyObject o = watched(newFunction().call1(this));
    if (o.type == this || o.type.isSubtype(this)) {
      PyObject init = o.type.slot(Slot.INIT);
      if (init != ObjectMethods.init()) {
        checkInit(init.call1(o));
      } else if (newFunction() == ObjectMethods.newFunction()) {
        return o;
      }
    }
    return o;
  }

  @Override
  public PyObject call1(PyObject a) {
    if (this == TYPE) {
      return a.type;
    }
    if (!plainCall()) {
      return super.call1(a);
    }
    checkInstantiable();
    PyObject o;
    PyObject init = slot(Slot.INIT);
    if (newFunction() == ObjectMethods.newFunction() && init instanceof PyFunction) {
      o = ObjectMethods.instantiate(this);
    } else {
      o = watched(newFunction().call2(this, a));
      if (o.type != this && !o.type.isSubtype(this)) {
        return o;
      }
      init = o.type.slot(Slot.INIT);
      if (init == ObjectMethods.init()) {
        ObjectMethods.checkExcess(o, 1);
        return o;
      }
    }
    checkInit(init.call2(o, a));
    return o;
  }

  @Override
  public PyObject call2(PyObject a, PyObject b) {
    if (!plainCall()) {
      return super.call2(a, b);
    }
    checkInstantiable();
    PyObject o;
    PyObject init = slot(Slot.INIT);
    if (newFunction() == ObjectMethods.newFunction() && init instanceof PyFunction) {
      o = ObjectMethods.instantiate(this);
    } else {
      o = watched(newFunction().call3(this, a, b));
      if (o.type != this && !o.type.isSubtype(this)) {
        return o;
      }
      init = o.type.slot(Slot.INIT);
      if (init == ObjectMethods.init()) {
        ObjectMethods.checkExcess(o, 2);
        return o;
      }
    }
    checkInit(init.call3(o, a, b));
    return o;
  }

  @Override
  public PyObject call3(PyObject a, PyObject b, PyObject c) {
    return callN(new PyObject[] {a, b, c});
  }

  @Override
  public PyObject callN(PyObject[] args) {
    if (!plainCall()) {
      return super.callN(args);
    }
    return create(args, NO_NAMES);
  }

  @Override
  public PyObject callKw(PyObject[] args, PyStr[] names) {
    if (!plainCall()) {
      return super.callKw(args, names);
    }
    return create(args, names);
  }

  private static final PyStr[] NO_NAMES = {};

  /** What {@code type.__call__} does. */
  public final PyObject create(PyObject[] args, PyStr[] names) {
    checkInstantiable();
    if (this == TYPE && args.length == 1 && names.length == 0) {
      return args[0].type;
    }
    PyObject o = watched(newFunction().callKw(Calls.prepend(this, args), names));
    if (o.type != this && !o.type.isSubtype(this)) {
      return o;
    }
    PyObject init = o.type.slot(Slot.INIT);
    if (init == ObjectMethods.init()) {
      ObjectMethods.checkExcess(o, args.length);
    } else {
      checkInit(init.callKw(Calls.prepend(o, args), names));
    }
    return o;
  }

  private static void checkInit(PyObject result) {
    if (result != PyNone.NONE) {
      throw Exc.typeError("__init__() should return None, not '" + result.type.name + "'");
    }
  }

  @Override
  public String toString() {
    return "<class '" + fullName() + "'>";
  }
}
