package io.github.pycmaven.vm.module.collections;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.Positions;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;

/** {@code collections.deque}: a ring. */
@BuiltinType("collections.deque")
public final class PyDeque extends PyInstance {
  public static final PyType TYPE =
      PyType.builtin("collections.deque", new PyDequeTable()).asSequence().matchesSequences();

  private PyObject[] ring = new PyObject[8];
  private int head;
  private int size;
  private int limit = -1;
  private int state;

  private PyDeque(PyType type) {
    super(type);
  }

  private int at(int i) {
    return head + i & ring.length - 1;
  }

  private PyObject get(int i) {
    return ring[at(i)];
  }

  private void grow() {
    PyObject[] bigger = new PyObject[ring.length * 2];
    for (int i = 0; i < size; i++) {
      bigger[i] = get(i);
    }
    ring = bigger;
    head = 0;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyDeque(cls);
  }

  @Builtin("__init__(self, iterable=(), maxlen=None)")
  void init(PyObject iterable, PyObject maxLength) {
    int max = -1;
    if (maxLength != null && maxLength != PyNone.NONE) {
      if (maxLength.type.slot(Slot.INDEX) == null) {
        throw Exc.typeError("an integer is required");
      }
      PyInt n = Obj.index(maxLength);
      if (n.signum() < 0) {
        throw Exc.valueError("maxlen must be non-negative");
      }
      max = n.clippedInt();
    }
    limit = max;
    clear();
    if (iterable != null) {
      extend(iterable);
    }
  }

  @Builtin("append(self, item, /)")
  void append(PyObject o) {
    if (size == ring.length) {
      grow();
    }
    ring[at(size++)] = o;
    state++;
    if (limit >= 0 && size > limit) {
      popFirst();
    }
  }

  @Builtin("appendleft(self, item, /)")
  void appendLeft(PyObject o) {
    if (size == ring.length) {
      grow();
    }
    head = head - 1 & ring.length - 1;
    ring[head] = o;
    size++;
    state++;
    if (limit >= 0 && size > limit) {
      popLast();
    }
  }

  private PyObject popFirst() {
    PyObject o = ring[head];
    ring[head] = null;
    head = at(1);
    size--;
    state++;
    return o;
  }

  private PyObject popLast() {
    int i = at(--size);
    PyObject o = ring[i];
    ring[i] = null;
    state++;
    return o;
  }

  @Builtin("pop(self, /)")
  PyObject pop() {
    if (size == 0) {
      throw Exc.indexError("pop from an empty deque");
    }
    return popLast();
  }

  @Builtin("popleft(self, /)")
  PyObject popLeft() {
    if (size == 0) {
      throw Exc.indexError("pop from an empty deque");
    }
    return popFirst();
  }

  private PyObject[] toArray() {
    PyObject[] a = new PyObject[size];
    for (int i = 0; i < size; i++) {
      a[i] = get(i);
    }
    return a;
  }

  @Builtin("extend(self, iterable, /)")
  void extend(PyObject iterable) {
    PyObject it = Obj.iter(iterable == this ? PyTuple.over(toArray()) : iterable);
    for (PyObject x = it.next(); x != null; x = it.next()) {
      append(x);
    }
  }

  @Builtin("extendleft(self, iterable, /)")
  void extendLeft(PyObject iterable) {
    PyObject it = Obj.iter(iterable == this ? PyTuple.over(toArray()) : iterable);
    for (PyObject x = it.next(); x != null; x = it.next()) {
      appendLeft(x);
    }
  }

  @Builtin("clear(self, /)")
  void clear() {
    ring = new PyObject[8];
    head = 0;
    size = 0;
    state++;
  }

  @Builtin("rotate(self, n=1, /)")
  void rotate(PyObject by) {
    if (size < 2) {
      return;
    }
    int n = (int) Math.floorMod(by == null ? 1 : Obj.index(by).clipped(), (long) size);
    if (n <= size / 2) {
      for (int i = 0; i < n; i++) {
        PyObject o = popLast();
        head = head - 1 & ring.length - 1;
        ring[head] = o;
        size++;
      }
    } else {
      for (int i = n; i < size; i++) {
        PyObject o = popFirst();
        ring[at(size++)] = o;
      }
    }
  }

  @Builtin("reverse(self, /)")
  void reverse() {
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      PyObject t = get(i);
      ring[at(i)] = get(j);
      ring[at(j)] = t;
    }
  }

  @Builtin("copy(self, /)")
  PyObject copy() {
    return limit < 0 ? type.call1(this) : type.call2(this, PyInt.of(limit));
  }

  @Builtin("__copy__(self, /)")
  PyObject copyToo() {
    return copy();
  }

  @Builtin("count(self, value, /)")
  int count(PyObject value) {
    int n = 0;
    int before = state;
    for (int i = 0; i < size; i++) {
      n += Obj.same(get(i), value) ? 1 : 0;
      if (before != state) {
        throw Exc.runtimeError("deque mutated during iteration");
      }
    }
    return n;
  }

  @Builtin("index(self, value, start=<0>, stop=<none>, /)")
  int index(PyObject value, PyObject start, PyObject stop) {
    int from = Positions.clipIndex(start, 0, size);
    int to = Positions.clipIndex(stop, size, size);
    int before = state;
    for (int i = from; i < to; i++) {
      if (Obj.same(get(i), value)) {
        return i;
      }
      if (before != state) {
        throw Exc.runtimeError("deque mutated during iteration");
      }
    }
    throw Exc.valueError(Obj.repr(value) + " is not in deque");
  }

  @Builtin("insert(self, index, value, /)")
  void insert(PyObject index, PyObject value) {
    if (limit >= 0 && size >= limit) {
      throw Exc.indexError("deque already at its maximum size");
    }
    long i = Obj.index(index).clipped();
    i = i < 0 ? Math.max(0, i + size) : Math.min(i, size);
    append(value);
    for (int j = size - 1; j > i; j--) {
      ring[at(j)] = get(j - 1);
    }
    ring[at((int) i)] = value;
  }

  private void removeAt(int i) {
    for (int j = i; j < size - 1; j++) {
      ring[at(j)] = get(j + 1);
    }
    popLast();
  }

  @Builtin("remove(self, value, /)")
  void remove(PyObject value) {
    int before = state;
    for (int i = 0; i < size; i++) {
      boolean same = Obj.same(get(i), value);
      if (before != state) {
        throw Exc.indexError("deque mutated during remove().");
      }
      if (same) {
        removeAt(i);
        return;
      }
    }
    throw Exc.valueError(Obj.repr(value) + " is not in deque");
  }

  private int position(PyObject key) {
    if (key.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("sequence index must be integer, not '" + key.type.name + "'");
    }
    long i = Positions.sequenceIndex(key, "deque");
    i = i < 0 ? i + size : i;
    if (i < 0 || i >= size) {
      throw Exc.indexError("deque index out of range");
    }
    return (int) i;
  }

  @Builtin("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    return get(position(key));
  }

  @Builtin("__setitem__(self, key, value, /)")
  void setItem(PyObject key, PyObject value) {
    ring[at(position(key))] = value;
  }

  @Builtin("__delitem__(self, key, /)")
  void deleteItem(PyObject key) {
    removeAt(position(key));
  }

  @Builtin("__len__(self, /)")
  int length() {
    return size;
  }

  @Builtin("__bool__(self, /)")
  boolean truth() {
    return size != 0;
  }

  @Builtin("__contains__(self, key, /)")
  boolean contains(PyObject key) {
    int before = state;
    for (int i = 0; i < size; i++) {
      if (Obj.same(get(i), key)) {
        return true;
      }
      if (before != state) {
        throw Exc.runtimeError("deque mutated during iteration");
      }
    }
    return false;
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return new DequeIterator(DequeIterator.TYPE, this);
  }

  @Builtin("__reversed__(self, /)")
  PyObject reversed() {
    return new DequeIterator(DequeIterator.REVERSE, this);
  }

  @Builtin("__add__(self, value, /)")
  PyObject add(PyObject other) {
    if (!(other instanceof PyDeque)) {
      throw Exc.typeError("can only concatenate deque (not \"" + other.type.name + "\") to deque");
    }
    PyObject r = copy();
    ((PyDeque) r).extend(other);
    return r;
  }

  @Builtin("__iadd__(self, value, /)")
  PyObject iadd(PyObject other) {
    extend(other);
    return this;
  }

  @Builtin("__mul__(self, value, /)")
  PyObject mul(PyObject times) {
    PyDeque r = (PyDeque) copy();
    r.imul(times);
    return r;
  }

  @Builtin("__rmul__(self, value, /)")
  PyObject rmul(PyObject times) {
    return mul(times);
  }

  @Builtin("__imul__(self, value, /)")
  PyObject imul(PyObject times) {
    long n = Positions.repeatCount(times);
    PyObject[] a = toArray();
    if (n <= 0) {
      clear();
    } else if (a.length > 0) {
      if (n * a.length > Integer.MAX_VALUE && limit < 0) {
        throw Exc.memoryError();
      }
      for (long i = 1; i < n; i++) {
        for (PyObject o : a) {
          append(o);
        }
      }
    }
    return this;
  }

  @RichCompare
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyDeque d)) {
      return PyNotImplemented.INSTANCE;
    }
    if (size != d.size && (op == 2 || op == 3)) {
      return PyBool.of(op == 3);
    }
    return Obj.compare(PyTuple.over(toArray()), PyTuple.over(d.toArray()), op);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    if (!Obj.enterRepr(this)) {
      return "[...]";
    }
    try {
      StringBuilder b = new StringBuilder(type.shortName()).append("([");
      for (int i = 0; i < size; i++) {
        b.append(i > 0 ? ", " : "").append(Obj.repr(get(i)));
      }
      return b.append(limit < 0 ? "])" : "], maxlen=" + limit + ")").toString();
    } finally {
      Obj.leaveRepr(this);
    }
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    PyObject st = Obj.getAttr(this, Names.GETSTATE).call0();
    PyObject args = limit < 0 ? PyTuple.EMPTY : PyTuple.of(PyTuple.EMPTY, PyInt.of(limit));
    return PyTuple.of(type, args, st, iter());
  }

  @Getter("maxlen")
  PyObject maxLength() {
    return limit < 0 ? PyNone.NONE : PyInt.of(limit);
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }

  /** Iterates over a deque from either end. */
  @BuiltinType("_collections._deque_iterator")
  static final class DequeIterator extends PyObject {
    static final PyType TYPE =
        PyType.builtin("_collections._deque_iterator", new PyDeque_DequeIteratorTable());
    static final PyType REVERSE =
        PyType.builtin("_collections._deque_reverse_iterator", new PyDeque_DequeIteratorTable());
    private final PyDeque deque;
    private final int state;
    private int done;
    private boolean broken;

    DequeIterator(PyType type, PyDeque deque) {
      super(type);
      this.deque = deque;
      this.state = deque.state;
    }

    @Builtin("__new__(cls, deque, index=0, /)")
    static PyObject create(PyType cls, PyDeque deque, int index) {
      DequeIterator i = new DequeIterator(cls, deque);
      i.done = Math.max(0, Math.min(index, deque.size));
      return i;
    }

    @Override
    public PyObject next() {
      if (broken) {
        return null;
      }
      if (state != deque.state) {
        broken = true;
        throw Exc.runtimeError("deque mutated during iteration");
      }
      if (done >= deque.size) {
        return null;
      }
      int i = done++;
      return deque.get(type == REVERSE ? deque.size - 1 - i : i);
    }

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return this;
    }

    @Builtin("__next__(self, /)")
    PyObject nextItem() {
      return Obj.orStop(next());
    }

    @Builtin("__length_hint__(self, /)")
    int hint() {
      return broken ? 0 : deque.size - done;
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      return PyTuple.of(type, PyTuple.of(deque, PyInt.of(done)));
    }
  }
}
