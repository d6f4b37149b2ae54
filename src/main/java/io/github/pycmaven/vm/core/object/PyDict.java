package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import java.util.Arrays;

/**
 * {@code dict}: entries in order of insertion, found by open addressing over an index.
 *
 * <p>A removed entry leaves a hole (null key) until the next growth. {@link #layout} changes
 * whenever a key appears, goes or moves, so a reader that remembers it and an entry's index may
 * read the value without a lookup.
 */
public class PyDict extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("dict", new DictMethodsTable()).matchesMappings().notWeak();

  /** Up to so many entries are searched without an index. */
  private static final int LINEAR = 8;

  private static int lastLayout;

  private PyObject[] keys;
  private PyObject[] vals;
  private int[] hashes;
  private int[] index;
  private int used;
  private int size;

  /** Unique to the present set of keys and their places. */
  public int layout;

  public PyDict() {
    this(TYPE);
  }

  protected PyDict(PyType type) {
    super(type);
    keys = new PyObject[LINEAR];
    vals = new PyObject[LINEAR];
    hashes = new int[LINEAR];
    layout = ++lastLayout;
  }

  static final class Sub extends PyDict {
    private final Extras extras = new Extras();

    Sub(PyType type) {
      super(type);
    }

    @Override
    public Extras extras() {
      return extras;
    }
  }

  /** A subclass of a class of ours that is written in Python needs attributes too. */
  public static PyDict instance(PyType type) {
    return type == TYPE ? new PyDict() : new Sub(type);
  }

  static int hashOf(PyObject key) {
    if (key instanceof PyStr s && key.getClass() == PyStr.class) {
      return s.hashCode();
    }
    long h = Obj.hash(key);
    int low = (int) h;
    return low == h ? low : (int) (h ^ h >>> 32);
  }

  /** Whether these are the elements of a set, as messages have to say. */
  boolean ofSet;

  private int hashKey(PyObject key) {
    try {
      return hashOf(key);
    } catch (PyRaise e) {
      if (e.value.type != Exc.TypeError || e.value.traceback != null) {
        throw e;
      }
      PyRaise said =
          Exc.typeError(
              "cannot use '"
                  + key.type.fullName()
                  + (ofSet ? "' as a set element (" : "' as a dict key (")
                  + Obj.str(e.value)
                  + ")");
      said.value.chain(e.value);
      throw said;
    }
  }

  /** The number of entries. */
  public final int size() {
    return size;
  }

  private boolean equalKeys(PyObject a, PyObject b) {
    if (a == b) {
      return true;
    }
    if (a.getClass() == PyStr.class && b.getClass() == PyStr.class) {
      return a.equals(b);
    }
    if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
      return ((PyInt) a).value == ((PyInt) b).value;
    }
    return Obj.same(a, b);
  }

  /** The entry's index, -1 if there is none. */
  public final int find(PyObject key, int hash) {
    while (true) {
      int before = layout;
      int i = search(key, hash);
      if (before == layout) {
        return i;
      }
    }
  }

  private int search(PyObject key, int hash) {
    int[] ix = index;
    int[] hs = hashes;
    if (ix == null) {
      PyObject[] ks = keys;
      int n = used;
      for (int i = 0; i < n; i++) {
        if (hs[i] == hash && ks[i] != null && equalKeys(ks[i], key)) {
          return i;
        }
      }
      return -1;
    }
    PyObject[] ks = keys;
    int mask = ix.length - 1;
    int at = mix(hash) & mask;
    while (true) {
      int i = ix[at] - 1;
      if (i < 0) {
        return -1;
      }
      if (hs[i] == hash && ks[i] != null && equalKeys(ks[i], key)) {
        return i;
      }
      at = (at + 1) & mask;
    }
  }

  private static int mix(int h) {
    int x = h * 0x9E3779B1;
    return x ^ x >>> 15;
  }

  /** The value of a str key, or null. */
  public final PyObject get(PyStr key) {
    int i = find(key, key.getClass() == PyStr.class ? key.hashCode() : hashKey(key));
    return i < 0 ? null : vals[i];
  }

  /** The value or null. */
  public final PyObject get(PyObject key) {
    int i = find(key, hashKey(key));
    return i < 0 ? null : vals[i];
  }

  /** The index of a key's entry, -1 if absent. */
  public final int indexOf(PyObject key) {
    return find(key, hashKey(key));
  }

  /** Sets a value. */
  public final void put(PyObject key, PyObject value) {
    put(key, hashKey(key), value);
  }

  final void put(PyObject key, int hash, PyObject value) {
    int i = find(key, hash);
    if (i >= 0) {
      vals[i] = value;
      return;
    }
    append(key, hash, value);
  }

  private void append(PyObject key, int hash, PyObject value) {
    if (used == keys.length) {
      resize();
    }
    int i = used++;
    keys[i] = key;
    vals[i] = value;
    hashes[i] = hash;
    size++;
    layout = ++lastLayout;
    if (index != null) {
      link(i, hash);
    }
  }

  /** The value that was there, otherwise the new one, which is stored. */
  final PyObject putIfAbsent(PyObject key, PyObject value) {
    int h = hashKey(key);
    int i = find(key, h);
    if (i >= 0) {
      return vals[i];
    }
    append(key, h, value);
    return value;
  }

  private void link(int i, int hash) {
    int mask = index.length - 1;
    int at = mix(hash) & mask;
    while (index[at] != 0) {
      at = (at + 1) & mask;
    }
    index[at] = i + 1;
  }

  private void resize() {
    // A power of two, as the index is masked; twice the need, unless holes are to be closed.
    int need = size < LINEAR / 2 ? LINEAR : size * 2;
    rebuild(need <= LINEAR ? LINEAR : Integer.highestOneBit(need - 1) << 1);
  }

  private void rebuild(int capacity) {
    PyObject[] k = new PyObject[capacity];
    PyObject[] v = new PyObject[capacity];
    int[] h = new int[capacity];
    int n = 0;
    for (int i = 0; i < used; i++) {
      if (keys[i] != null) {
        k[n] = keys[i];
        v[n] = vals[i];
        h[n++] = hashes[i];
      }
    }
    keys = k;
    vals = v;
    hashes = h;
    used = n;
    layout = ++lastLayout;
    if (capacity > LINEAR) {
      index = new int[capacity * 2];
      for (int i = 0; i < n; i++) {
        link(i, h[i]);
      }
    } else {
      index = null;
    }
  }

  /** Removes an entry and returns its value, null if there was none. */
  public final PyObject remove(PyObject key) {
    int i = find(key, hashKey(key));
    return i < 0 ? null : removeAt(i);
  }

  final PyObject removeAt(int i) {
    PyObject v = vals[i];
    keys[i] = null;
    vals[i] = null;
    size--;
    layout = ++lastLayout;
    if (size == 0) {
      used = 0;
      if (index != null) {
        Arrays.fill(index, 0);
      }
    } else if (i == used - 1 && index == null) {
      used--;
    }
    return v;
  }

  /** Removes all entries. */
  public final void clear() {
    keys = new PyObject[LINEAR];
    vals = new PyObject[LINEAR];
    hashes = new int[LINEAR];
    index = null;
    used = 0;
    size = 0;
    layout = ++lastLayout;
  }

  /** The index of the first entry at or after {@code from}, -1 at the end. */
  public final int nextIndex(int from) {
    PyObject[] k = keys;
    int n = used;
    for (int i = from; i < n; i++) {
      if (k[i] != null) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the last entry at or before {@code from}, -1 at the start. */
  final int previousIndex(int from) {
    for (int i = Math.min(from, used - 1); i >= 0; i--) {
      if (keys[i] != null) {
        return i;
      }
    }
    return -1;
  }

  final int used() {
    return used;
  }

  /** The key of an entry. */
  public final PyObject keyAt(int i) {
    return keys[i];
  }

  /** The value of an entry. */
  public final PyObject valueAt(int i) {
    return vals[i];
  }

  /** Changes the value of an entry. */
  public final void setValueAt(int i, PyObject value) {
    vals[i] = value;
  }

  final int hashAt(int i) {
    return hashes[i];
  }

  /** Adds all entries of another dict. */
  public final void update(PyDict o) {
    if (o == this) {
      return;
    }
    if (used == 0 && o.size > LINEAR) {
      rebuild(o.keys.length);
    }
    for (int i = o.nextIndex(0); i >= 0; i = o.nextIndex(i + 1)) {
      put(o.keys[i], o.hashes[i], o.vals[i]);
    }
  }

  /** A dict with the same entries. */
  public final PyDict copy() {
    PyDict d = new PyDict();
    if (size == used) {
      d.keys = keys.clone();
      d.vals = vals.clone();
      d.hashes = hashes.clone();
      d.index = index == null ? null : index.clone();
      d.used = used;
      d.size = size;
    } else {
      d.update(this);
    }
    return d;
  }

  /** Puts a value under a Java name. */
  public final void put(String key, PyObject value) {
    put(PyStr.intern(key), value);
  }

  /** The value under a Java name, or null. */
  public final PyObject get(String key) {
    return get(PyStr.intern(key));
  }
}
