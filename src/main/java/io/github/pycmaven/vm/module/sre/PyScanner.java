package io.github.pycmaven.vm.module.sre;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** Finds one match after another. */
@BuiltinType("_sre.SRE_Scanner")
final class PyScanner extends PyObject {
  static final PyType TYPE =
      PyType.builtin("_sre.SRE_Scanner", new PyScannerTable()).uninstantiable().forbidSubclasses();
  private final PyPattern pattern;
  private final MatchState state;
  private boolean ended;

  PyScanner(PyPattern pattern, MatchState state) {
    super(TYPE);
    this.pattern = pattern;
    this.state = state;
  }

  private PyObject step(boolean search) {
    if (ended || state.start > state.end) {
      return PyNone.NONE;
    }
    int from = state.start;
    int e = search ? pattern.search(state) : pattern.matchAt(state, from);
    if (e < 0) {
      ended = true;
      return PyNone.NONE;
    }
    PyMatch found = new PyMatch(pattern, state, e).from(from);
    PyPattern.advance(state, e);
    return found;
  }

  @Builtin("match(self, /)")
  PyObject match() {
    return step(false);
  }

  @Builtin("search(self, /)")
  PyObject search() {
    return step(true);
  }

  @Getter("pattern")
  PyObject pattern() {
    return pattern;
  }

  /** What {@code finditer} gives. */
  @BuiltinType("callable_iterator")
  static final class Finder extends PyObject {
    static final PyType TYPE =
        PyType.builtin("callable_iterator", new PyScanner_FinderTable()).uninstantiable();
    private final PyScanner scanner;

    Finder(PyPattern pattern, MatchState state) {
      super(TYPE);
      scanner = new PyScanner(pattern, state);
    }

    @Override
    public PyObject next() {
      PyObject m = scanner.step(true);
      return m == PyNone.NONE ? null : m;
    }

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return this;
    }

    @Builtin("__next__(self, /)")
    PyObject nextItem() {
      return Obj.orStop(next());
    }
  }
}
