package io.github.pycmaven.vm.module.sre;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** A match. */
@BuiltinType("re.Match")
final class PyMatch extends PyObject {
  static final PyType TYPE =
      PyType.builtin("re.Match", new PyMatchTable()).uninstantiable().forbidSubclasses();
  private final PyPattern pattern;
  private final MatchState state;
  private final int start;
  private final int end;
  private final int[] marks;
  private final int lastIndex;
  private final int endPos;
  private int pos;

  PyMatch(PyPattern pattern, MatchState state, int end) {
    super(TYPE);
    this.pattern = pattern;
    this.state = state;
    this.start = state.start;
    this.pos = state.start;
    this.end = end;
    this.endPos = state.end;
    this.marks = state.marks.clone();
    this.lastIndex = state.lastIndex;
  }

  PyMatch from(int pos) {
    this.pos = pos;
    return this;
  }

  PyObject emptyText() {
    return PyPattern.part(state, 0, 0);
  }

  PyObject group(int g, PyObject absent) {
    return g == 0
        ? PyPattern.part(state, start, end)
        : PyPattern.group(state, marks, g - 1, absent);
  }

  private int number(PyObject key) {
    long n = -1;
    if (key.type.slot(Slot.INDEX) != null) {
      n = Obj.index(key).clipped();
    } else {
      PyObject v = pattern.groupIndex.get(key);
      if (v instanceof PyInt i) {
        n = i.value;
      }
    }
    if (n < 0 || n > pattern.groups) {
      throw Exc.indexError("no such group");
    }
    return (int) n;
  }

  @Builtin("group(self, /, *args)")
  PyObject group(PyObject[] args) {
    switch (args.length) {
      case 0:
        return group(0, PyNone.NONE);
      case 1:
        return group(number(args[0]), PyNone.NONE);
      default:
        PyObject[] out = new PyObject[args.length];
        for (int i = 0; i < out.length; i++) {
          out[i] = group(number(args[i]), PyNone.NONE);
        }
        return new PyTuple(out);
    }
  }

  @Builtin("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    return group(number(key), PyNone.NONE);
  }

  @Builtin("groups(self, /, default=None)")
  PyObject groups(PyObject absent) {
    PyObject[] out = new PyObject[pattern.groups];
    for (int i = 0; i < out.length; i++) {
      out[i] = group(i + 1, PyNone.orNone(absent));
    }
    return new PyTuple(out);
  }

  @Builtin("groupdict(self, /, default=None)")
  PyObject groupDict(PyObject absent) {
    PyDict d = new PyDict();
    PyDict names = pattern.groupIndex;
    for (int i = names.nextIndex(0); i >= 0; i = names.nextIndex(i + 1)) {
      d.put(names.keyAt(i), group(number(names.valueAt(i)), PyNone.orNone(absent)));
    }
    return d;
  }

  private int from(PyObject key, int side) {
    int g = key == null ? 0 : number(key);
    if (g == 0) {
      return side == 0 ? start : end;
    }
    boolean set = marks[2 * g - 2] >= 0 && marks[2 * g - 1] >= marks[2 * g - 2];
    return set ? marks[2 * g - 2 + side] : -1;
  }

  @Builtin("start(self, group=0, /)")
  int start(PyObject group) {
    return from(group, 0);
  }

  @Builtin("end(self, group=0, /)")
  int end(PyObject group) {
    return from(group, 1);
  }

  @Builtin("span(self, group=0, /)")
  PyObject span(PyObject group) {
    return PyTuple.of(PyInt.of(from(group, 0)), PyInt.of(from(group, 1)));
  }

  @Builtin("expand(self, /, template)")
  PyObject expand(PyObject template) {
    PyObject t = Calls.method(Obj.importModule("re"), "_compile_template", pattern, template);
    return t instanceof PyTemplateText p ? p.expand(this) : t;
  }

  @Getter("string")
  PyObject string() {
    return state.string;
  }

  @Getter("re")
  PyObject pattern() {
    return pattern;
  }

  @Getter("pos")
  int pos() {
    return pos;
  }

  @Getter("endpos")
  int endPos() {
    return endPos;
  }

  @Getter("lastindex")
  PyObject lastIndex() {
    return lastIndex < 0 ? PyNone.NONE : PyInt.of(lastIndex);
  }

  @Getter("lastgroup")
  PyObject lastGroup() {
    return lastIndex < 0 || lastIndex >= pattern.indexGroup.items.length
        ? PyNone.NONE
        : pattern.indexGroup.items[lastIndex];
  }

  @Getter("regs")
  PyObject regs() {
    PyObject[] out = new PyObject[pattern.groups + 1];
    for (int i = 0; i < out.length; i++) {
      out[i] = span(PyInt.of(i));
    }
    return new PyTuple(out);
  }

  @Builtin("__copy__(self, /)")
  PyObject copy() {
    return this;
  }

  @Builtin("__deepcopy__(self, memo, /)")
  PyObject deepCopy(PyObject memo) {
    return this;
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "<re.Match object; span=("
        + start
        + ", "
        + end
        + "), match="
        + Obj.repr(group(0, PyNone.NONE))
        + ">";
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
