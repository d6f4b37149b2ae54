package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.call.PyMethodDescriptor;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import java.util.Arrays;

/**
 * The operations that every object has: attributes, comparison, hash, truth, text, iteration.
 *
 * <p>Fast ways for exact builtin types first, then the special method of the class.
 */
public final class Obj {
  private Obj() {}

  // ---- attributes ----

  /** The attribute; AttributeError if there is none. */
  public static PyObject getAttr(PyObject o, PyStr name) {
    PyType t = o.type;
    int hooks = t.attributeHooks();
    if (hooks == 0 || hooks == PyType.OWN_SETATTR) {
      PyObject v = o.getAttrDefault(name);
      if (v == null) {
        throw Exc.noAttribute(o, name);
      }
      return v;
    }
    return getAttrHooked(o, name, hooks);
  }

  private static PyObject getAttrHooked(PyObject o, PyStr name, int hooks) {
    PyType t = o.type;
    if ((hooks & PyType.OWN_GETATTRIBUTE) == 0) {
      PyObject v;
      try {
        v = o.getAttrDefault(name);
      } catch (PyRaise e) {
        if ((hooks & PyType.HAS_GETATTR) == 0 || !e.matches(Exc.AttributeError)) {
          throw e;
        }
        v = null;
      }
      if (v != null) {
        return v;
      }
      if ((hooks & PyType.HAS_GETATTR) == 0) {
        throw Exc.noAttribute(o, name);
      }
      return t.slot(Slot.GETATTR).call2(o, name);
    }
    if ((hooks & PyType.HAS_GETATTR) == 0) {
      return t.slot(Slot.GETATTRIBUTE).call2(o, name);
    }
    try {
      return t.slot(Slot.GETATTRIBUTE).call2(o, name);
    } catch (PyRaise e) {
      if (!e.matches(Exc.AttributeError)) {
        throw e;
      }
    }
    PyObject f = t.slot(Slot.GETATTR);
    if (f == null) {
      throw Exc.noAttribute(o, name);
    }
    return f.call2(o, name);
  }

  /** The attribute, null if there is none. */
  public static PyObject getAttrOrNull(PyObject o, PyStr name) {
    int hooks = o.type.attributeHooks();
    try {
      if (hooks == 0 || hooks == PyType.OWN_SETATTR) {
        return o.getAttrDefault(name);
      }
      return getAttrHooked(o, name, hooks);
    } catch (PyRaise e) {
      if (e.matches(Exc.AttributeError)) {
        return null;
      }
      throw e;
    }
  }

  /** The attribute under a Java name. */
  public static PyObject getAttr(PyObject o, String name) {
    return getAttr(o, PyStr.intern(name));
  }

  /** Sets an attribute, deletes it for null. */
  public static void setAttr(PyObject o, PyStr name, PyObject value) {
    PyType t = o.type;
    if ((t.attributeHooks() & PyType.OWN_SETATTR) == 0) {
      o.setAttrDefault(name, value);
    } else if (value != null) {
      t.slot(Slot.SETATTR).call3(o, name, value);
    } else {
      t.slot(Slot.DELATTR).call2(o, name);
    }
  }

  /** The str that names an attribute. */
  public static PyStr attributeName(PyObject name) {
    if (name instanceof PyStr s) {
      return s;
    }
    throw Exc.typeError("attribute name must be string, not '" + name.type.name + "'");
  }

  /** A function found on a class, bound to an instance. */
  public static PyObject bind(PyObject f, PyObject self) {
    return (f.type.descriptorKind() & PyType.HAS_GET) != 0 ? f.descriptorGet(self, self.type) : f;
  }

  /** A special method by name bound to the object, null if its class has none. */
  public static PyObject special(PyObject o, PyStr name) {
    PyObject f = o.type.lookup(name);
    return f == null ? null : bind(f, o);
  }

  /** Whether {@code __isabstractmethod__} is true. */
  public static boolean isAbstract(PyObject f) {
    if (f == null) {
      return false;
    }
    PyObject v = getAttrOrNull(f, Names.ISABSTRACTMETHOD);
    return v != null && isTrue(v);
  }

  // ---- truth, comparison, hash ----

  /** The truth value. */
  public static boolean isTrue(PyObject o) {
    if (o instanceof PyBool) {
      return o == PyBool.TRUE;
    }
    if (o == PyNone.NONE) {
      return false;
    }
    PyType t = o.type;
    if (t == PyInt.TYPE) {
      return ((PyInt) o).signum() != 0;
    }
    if (t == PyStr.TYPE) {
      return !((PyStr) o).value.isEmpty();
    }
    if (t == PyList.TYPE) {
      return ((PyList) o).size != 0;
    }
    if (t == PyDict.TYPE) {
      return ((PyDict) o).size() != 0;
    }
    if (t == PyTuple.TYPE) {
      return ((PyTuple) o).items.length != 0;
    }
    return truthBySlot(o);
  }

  private static boolean truthBySlot(PyObject o) {
    PyObject f = o.type.slot(Slot.BOOL);
    if (f != null) {
      PyObject r = f.call1(o);
      if (!(r instanceof PyBool)) {
        throw Exc.typeError("__bool__ should return bool, returned " + r.type.name);
      }
      return r == PyBool.TRUE;
    }
    f = o.type.slot(Slot.LEN);
    return f == null || length(o) != 0;
  }

  /** A comparison; {@code op} is 0 to 5 for {@code <, <=, ==, !=, >, >=}. */
  public static PyObject compare(PyObject a, PyObject b, int op) {
    PyType t = a.type;
    PyType u = b.type;
    if (t == u) {
      if (t == PyInt.TYPE) {
        return compareResult(IntMethods.compareValues((PyInt) a, (PyInt) b), op);
      }
      if (t == PyStr.TYPE) {
        return compareStr((PyStr) a, (PyStr) b, op);
      }
      if (t == PyType.TYPE && (op == 2 || op == 3)) {
        return PyBool.of((a == b) == (op == 2));
      }
    }
    return Comparison.bySlots(a, b, op);
  }

  private static PyObject compareStr(PyStr a, PyStr b, int op) {
    if (op == 2) {
      return PyBool.of(a.equals(b));
    }
    if (op == 3) {
      return PyBool.of(!a.equals(b));
    }
    return compareResult(a.compareTo(b), op);
  }

  /** The bool of a three-way comparison. */
  public static PyObject compareResult(int c, int op) {
    switch (op) {
      case 0:
        return PyBool.of(c < 0);
      case 1:
        return PyBool.of(c <= 0);
      case 2:
        return PyBool.of(c == 0);
      case 3:
        return PyBool.of(c != 0);
      case 4:
        return PyBool.of(c > 0);
      default:
        return PyBool.of(c >= 0);
    }
  }

  /** Identical or equal, as containers ask. */
  public static boolean same(PyObject a, PyObject b) {
    if (a == b) {
      return true;
    }
    PyObject r = compare(a, b, 2);
    return r == PyBool.TRUE || r != PyBool.FALSE && isTrue(r);
  }

  /** Whether {@code a == b} is true. */
  public static boolean equal(PyObject a, PyObject b) {
    return isTrue(compare(a, b, 2));
  }

  /** The hash. */
  public static long hash(PyObject o) {
    PyType t = o.type;
    if (t == PyStr.TYPE) {
      return o.hashCode();
    }
    if (t == PyInt.TYPE) {
      return IntMethods.hashOf((PyInt) o);
    }
    PyObject f = t.slot(Slot.HASH);
    if (f == null || f == PyNone.NONE) {
      throw Exc.typeError("unhashable type: '" + t.name + "'");
    }
    PyObject h = f.call1(o);
    if (!(h instanceof PyInt i)) {
      throw Exc.typeError("__hash__ method should return an integer");
    }
    long v = i.isBig() ? IntMethods.hashOf(i) : i.value;
    return v == -1 ? -2 : v;
  }

  // ---- text ----

  /** {@code repr(o)} as Java text. */
  public static String repr(PyObject o) {
    return reprObject(o).value;
  }

  /** {@code repr(o)}. */
  public static PyStr reprObject(PyObject o) {
    ThreadState ts = ThreadState.current();
    ts.enterNative(" while getting the repr of an object");
    try {
      PyObject f = o.type.slot(Slot.REPR);
      PyObject r = f.call1(o);
      if (!(r instanceof PyStr s)) {
        throw Exc.typeError("__repr__ returned non-string (type " + r.type.name + ")");
      }
      return s;
    } finally {
      ts.leaveNative();
    }
  }

  /** {@code str(o)} as Java text. */
  public static String str(PyObject o) {
    return strObject(o).value;
  }

  /** {@code str(o)}. */
  public static PyStr strObject(PyObject o) {
    if (o.type == PyStr.TYPE) {
      return (PyStr) o;
    }
    if (o.getClass() == PyInt.class) {
      return PyStr.narrow(Long.toString(((PyInt) o).value));
    }
    ThreadState ts = ThreadState.current();
    ts.enterNative(" while getting the str of an object");
    try {
      PyObject f = o.type.slot(Slot.STR);
      PyObject r = f.call1(o);
      if (!(r instanceof PyStr s)) {
        throw Exc.typeError("__str__ returned non-string (type " + r.type.name + ")");
      }
      return s;
    } finally {
      ts.leaveNative();
    }
  }

  /** {@code format(o, spec)}. */
  public static PyStr format(PyObject o, PyStr spec) {
    if (spec == null || spec.length() == 0) {
      if (o.type == PyStr.TYPE) {
        return (PyStr) o;
      }
      if (o.getClass() == PyInt.class) {
        return strObject(o);
      }
    }
    PyObject f = o.type.slot(Slot.FORMAT);
    PyObject r = f.call2(o, spec == null ? PyStr.EMPTY : spec);
    if (!(r instanceof PyStr s)) {
      throw Exc.typeError("__format__ must return a str, not " + r.type.name);
    }
    return s;
  }

  /** {@code ascii(o)}. */
  public static PyStr ascii(PyObject o) {
    PyStr s = reprObject(o);
    return StrText.asciiOnly(s);
  }

  /** Begins a repr that may meet itself; false if it already has begun. */
  public static boolean enterRepr(PyObject o) {
    return ThreadState.current().inRepr.put(o, Boolean.TRUE) == null;
  }

  /** Ends what {@link #enterRepr} began. */
  public static void leaveRepr(PyObject o) {
    ThreadState.current().inRepr.remove(o);
  }

  // ---- numbers ----

  /** {@code operator.index(o)}. */
  public static PyInt index(PyObject o) {
    if (o instanceof PyInt i) {
      return i;
    }
    PyObject f = o.type.slot(Slot.INDEX);
    if (f == null) {
      throw Exc.typeError("'" + o.type.name + "' object cannot be interpreted as an integer");
    }
    PyObject r = f.call1(o);
    if (!(r instanceof PyInt i)) {
      throw Exc.typeError("__index__ returned non-int (type " + r.type.name + ")");
    }
    if (r.type != PyInt.TYPE) {
      warn(
          Exc.DeprecationWarning,
          "__index__ returned non-int (type "
              + r.type.name
              + ").  The ability to return an instance of a strict subclass of int is deprecated,"
              + " and may not be supported in a future version of Python.");
    }
    return i;
  }

  /** The double of a real number. */
  public static double toDouble(PyObject o) {
    if (o instanceof PyFloat f && o.type == PyFloat.TYPE) {
      return f.value;
    }
    if (o.getClass() == PyInt.class) {
      return ((PyInt) o).value;
    }
    PyObject f = o.type.slot(Slot.FLOAT);
    if (f != null) {
      PyObject r = f.call1(o);
      if (!(r instanceof PyFloat d)) {
        throw Exc.typeError(o.type.name + ".__float__() must return a float, not " + r.type.name);
      }
      if (r.type != PyFloat.TYPE) {
        warn(
            Exc.DeprecationWarning,
            o.type.name
                + ".__float__() must return a float, not "
                + r.type.name
                + ".  The ability to return an instance of a strict subclass of float is "
                + "deprecated, and may not be supported in a future version of Python.");
      }
      return d.value;
    }
    if (o.type.slot(Slot.INDEX) != null) {
      return IntMethods.toDouble(index(o));
    }
    throw Exc.typeError("must be real number, not " + o.type.name);
  }

  // ---- containers and iteration ----

  /** {@code len(o)}. */
  public static int length(PyObject o) {
    PyType t = o.type;
    if (t == PyList.TYPE) {
      return ((PyList) o).size;
    }
    if (t == PyStr.TYPE) {
      return ((PyStr) o).length();
    }
    if (t == PyTuple.TYPE) {
      return ((PyTuple) o).items.length;
    }
    if (t == PyDict.TYPE) {
      return ((PyDict) o).size();
    }
    PyObject f = t.slot(Slot.LEN);
    if (f == null) {
      throw Exc.typeError("object of type '" + t.name + "' has no len()");
    }
    PyObject r = f.call1(o);
    PyInt i = index(r);
    if (i.signum() < 0) {
      throw Exc.valueError("__len__() should return >= 0");
    }
    if (i.isBig()) {
      throw Exc.overflowError("cannot fit 'int' into an index-sized integer");
    }
    return i.clippedInt();
  }

  /** {@code operator.length_hint(o, fallback)}. */
  public static int lengthHint(PyObject o, int fallback) {
    PyType t = o.type;
    if (t == PyList.TYPE || t == PyTuple.TYPE || t.slot(Slot.LEN) != null) {
      try {
        return length(o);
      } catch (PyRaise e) {
        if (!e.matches(Exc.TypeError)) {
          throw e;
        }
      }
    }
    PyObject f = t.slot(Slot.LENGTH_HINT);
    if (f == null) {
      return fallback;
    }
    PyObject r;
    try {
      r = f.call1(o);
    } catch (PyRaise e) {
      if (e.matches(Exc.TypeError)) {
        return fallback;
      }
      throw e;
    }
    if (r == PyNotImplemented.INSTANCE) {
      return fallback;
    }
    if (!(r instanceof PyInt i)) {
      throw Exc.typeError("__length_hint__ must be an integer, not " + r.type.name);
    }
    if (i.signum() < 0) {
      throw Exc.valueError("__length_hint__() should return >= 0");
    }
    return i.clippedInt();
  }

  /** {@code iter(o)}. */
  public static PyObject iter(PyObject o) {
    PyType t = o.type;
    if (t == PyList.TYPE) {
      return new ArrayIterators.ListIterator((PyList) o);
    }
    if (t == PyTuple.TYPE) {
      return new ArrayIterators.TupleIterator((PyTuple) o);
    }
    PyObject f = t.slot(Slot.ITER);
    if (f == null) {
      if (t.slot(Slot.GETITEM) != null && !(o instanceof PyDict)) {
        return new PySequenceIterator(o);
      }
      throw Exc.typeError("'" + t.name + "' object is not iterable");
    }
    if (f == PyNone.NONE) {
      throw Exc.typeError("'" + t.name + "' object is not iterable");
    }
    PyObject it = f.call1(o);
    if (it.type.slot(Slot.NEXT) == null) {
      throw Exc.typeError("iter() returned non-iterator of type '" + it.type.name + "'");
    }
    return it;
  }

  /** The next element by {@code __next__}, null at the end. */
  public static PyObject nextBySlot(PyObject o) {
    PyObject f = o.type.slot(Slot.NEXT);
    if (f == null) {
      throw Exc.typeError("'" + o.type.name + "' object is not an iterator");
    }
    try {
      return f.call1(o);
    } catch (PyRaise e) {
      if (e.matches(Exc.StopIteration)) {
        return null;
      }
      throw e;
    }
  }

  /** The element, or StopIteration for null. */
  public static PyObject orStop(PyObject o) {
    if (o == null) {
      throw Exc.stopIteration(null);
    }
    return o;
  }

  /** All elements of an iterable as an array; the caller must not change it. */
  public static PyObject[] toArray(PyObject o) {
    if (o instanceof PyTuple t && o.type == PyTuple.TYPE) {
      return t.items;
    }
    if (o instanceof PyList l && o.type == PyList.TYPE) {
      return l.toArray();
    }
    PyObject it = iter(o);
    int hint = lengthHint(o, 8);
    PyObject[] a = new PyObject[Math.max(4, Math.min(hint, 1 << 16))];
    int n = 0;
    for (PyObject x = it.next(); x != null; x = it.next()) {
      if (n == a.length) {
        a = Arrays.copyOf(a, n * 2);
      }
      a[n++] = x;
    }
    return n == a.length ? a : Arrays.copyOf(a, n);
  }

  /** As {@link #toArray(PyObject)}, with another message for what is not iterable. */
  public static PyObject[] toArray(PyObject o, String message) {
    if (o.type.slot(Slot.ITER) == null && o.type.slot(Slot.GETITEM) == null) {
      throw Exc.typeError(message);
    }
    return toArray(o);
  }

  /** A new list of the elements. */
  public static PyList toList(PyObject o) {
    PyObject[] a = toArray(o);
    return new PyList(o instanceof PyTuple ? a.clone() : a);
  }

  /** {@code o[key]}. */
  public static PyObject getItem(PyObject o, PyObject key) {
    PyType t = o.type;
    if (t == PyDict.TYPE) {
      return DictMethods.getItem((PyDict) o, key);
    }
    if (t == PyList.TYPE) {
      return PyList.getItem((PyList) o, key);
    }
    if (t == PyTuple.TYPE) {
      return PyTuple.getItem((PyTuple) o, key);
    }
    PyObject f = t.slot(Slot.GETITEM);
    if (f == null) {
      if (o instanceof PyType c) {
        return classItem(c, key);
      }
      throw Exc.typeError("'" + t.name + "' object is not subscriptable");
    }
    return f.call2(o, key);
  }

  private static PyObject classItem(PyType c, PyObject key) {
    if (c == PyType.TYPE) {
      return PyGenericAlias.make(c, key);
    }
    PyObject f = getAttrOrNull(c, Names.CLASS_GETITEM);
    if (f != null && f != PyNone.NONE) {
      return f.call1(key);
    }
    throw Exc.typeError("type '" + c.name + "' is not subscriptable");
  }

  /** {@code o[key] = value}. */
  public static void setItem(PyObject o, PyObject key, PyObject value) {
    PyType t = o.type;
    if (t == PyDict.TYPE) {
      ((PyDict) o).put(key, value);
    } else if (t == PyList.TYPE) {
      PyList.setItem((PyList) o, key, value);
    } else {
      PyObject f = t.slot(Slot.SETITEM);
      if (f == null) {
        throw Exc.typeError("'" + t.name + "' object does not support item assignment");
      }
      f.call3(o, key, value);
    }
  }

  /** {@code del o[key]}. */
  public static void deleteItem(PyObject o, PyObject key) {
    PyObject f = o.type.slot(Slot.DELITEM);
    if (f == null) {
      throw Exc.typeError("'" + o.type.name + "' object doesn't support item deletion");
    }
    f.call2(o, key);
  }

  /** {@code key in o}. */
  public static boolean contains(PyObject o, PyObject key) {
    PyType t = o.type;
    if (t == PyDict.TYPE) {
      return ((PyDict) o).indexOf(key) >= 0;
    }
    if (t == PyList.TYPE) {
      return PyList.contains((PyList) o, key);
    }
    if (t == PyTuple.TYPE) {
      return PyTuple.contains((PyTuple) o, key);
    }
    PyObject f = t.slot(Slot.CONTAINS);
    if (f == PyNone.NONE) {
      throw Exc.typeError("'" + t.name + "' object is not a container");
    }
    if (f != null) {
      return isTrue(f.call2(o, key));
    }
    PyObject it;
    try {
      it = iter(o);
    } catch (PyRaise e) {
      if (e.matches(Exc.TypeError) && t.slot(Slot.ITER) == null) {
        throw Exc.typeError("argument of type '" + t.name + "' is not a container or iterable");
      }
      throw e;
    }
    for (PyObject x = it.next(); x != null; x = it.next()) {
      if (same(x, key)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the object has items by position. */
  public static boolean isSequence(PyObject o) {
    return !(o instanceof PyDict) && o.type.slot(Slot.GETITEM) != null;
  }

  /** Whether {@link #bytesOf} works. */
  public static boolean isBytesLike(PyObject o) {
    return o instanceof Buffer;
  }

  /** Whether the object lends a buffer: of Java, or by a method of its class. */
  public static boolean lendsBuffer(PyObject o) {
    return o instanceof Buffer || special(o, PyStr.intern("__buffer__")) != null;
  }

  /** The bytes of a buffer; the caller must not change them. */
  public static byte[] bytesOf(PyObject o) {
    if (o instanceof Buffer b) {
      return b.bufferBytes();
    }
    PyObject f = special(o, PyStr.intern("__buffer__"));
    if (f != null) {
      PyObject view = f.call1(PyInt.of(284));
      if (view instanceof Buffer b) {
        return b.bufferBytes();
      }
    }
    if (o instanceof PyList || o instanceof PyTuple) {
      return PyBytes.fromIterable(o);
    }
    throw Exc.typeError("a bytes-like object is required, not '" + o.type.name + "'");
  }

  // ---- classes ----

  /** {@code X | Y} of types. */
  public static PyObject union(PyObject a, PyObject b) {
    return PyUnion.or(a, b);
  }

  /** A name as {@code __slots__} and private names spell it inside a class. */
  public static PyStr mangle(String className, PyStr name) {
    String n = name.value;
    if (!n.startsWith("__") || n.endsWith("__") || n.indexOf('.') >= 0) {
      return name;
    }
    int i = 0;
    while (i < className.length() && className.charAt(i) == '_') {
      i++;
    }
    return i == className.length() ? name : PyStr.of("_" + className.substring(i) + n);
  }

  /** Whether the text is an identifier. */
  public static boolean isIdentifier(PyStr s) {
    return StrMethods.isIdentifier(s);
  }

  /** Whether the function is one that binds as a method. */
  public static boolean isPlainFunction(PyObject f) {
    return f instanceof PyFunction || f instanceof PyMethodDescriptor;
  }

  // ---- what the runtime gives ----

  /** Services of the running interpreter that core code needs. */
  public interface Runtime {
    /** The dictionary of {@code builtins}. */
    PyDict builtins();

    /** The builtins of the innermost Python code. */
    PyDict currentBuiltins();

    /** A name in builtins that are no plain dictionary, or null. */
    PyObject customBuiltin(PyDict builtins, PyStr name);

    /** {@code sys.modules}. */
    PyDict modules();

    /** Imports a module by its full name. */
    PyObject importModule(String name);

    /** The globals of the innermost Python code, or null. */
    PyDict currentGlobals();

    /** Class and object of an argumentless {@code super()}. */
    PyObject[] superArguments();

    /** Issues a warning. */
    void warn(PyType category, String message, int stackLevel);

    /** Reports an exception that nobody can catch; message and object may be null. */
    void unraisable(String message, PyException e, PyObject object);
  }

  private static Runtime runtime;

  /** Sets the services. */
  public static void setRuntime(Runtime r) {
    runtime = r;
  }

  /** The services. */
  public static Runtime runtime() {
    return runtime;
  }

  /** A builtin by name, as the running code sees it. */
  public static PyObject builtin(String name) {
    PyStr n = PyStr.intern(name);
    PyDict d = runtime.currentBuiltins();
    PyObject v = d.getClass() == PyDict.class ? d.get(n) : runtime.customBuiltin(d, n);
    if (v == null) {
      throw Exc.attributeError(name, null, null);
    }
    return v;
  }

  /** Imports a module by its full name. */
  public static PyObject importModule(String name) {
    PyObject m = runtime.modules().get(PyStr.intern(name));
    return m != null ? m : runtime.importModule(name);
  }

  /** A loaded module or null. */
  public static PyObject loadedModule(PyObject name) {
    return runtime.modules().get(name);
  }

  static PyDict currentGlobalsOrNull() {
    return runtime == null ? null : runtime.currentGlobals();
  }

  /** The globals of the innermost Python code, or null. */
  public static PyDict currentGlobals() {
    return currentGlobalsOrNull();
  }

  /** Class and object of an argumentless {@code super()}. */
  public static PyObject[] superArguments() {
    return runtime.superArguments();
  }

  /** Issues a warning. */
  public static void warn(PyType category, String message) {
    runtime.warn(category, message, 1);
  }

  /** Calls with no arguments: what {@code f()} does. */
  public static PyObject call(PyObject f, PyObject... args) {
    return Calls.callDict(f, args, null);
  }
}
