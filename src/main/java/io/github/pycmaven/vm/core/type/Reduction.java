package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;

/**
 * What {@code copy} and {@code pickle} ask of an object.
 *
 * @cpython Objects/typeobject.c:object_getstate_default
 */
final class Reduction {
  private Reduction() {}

  /** The default {@code __getstate__}. */
  static PyObject state(PyObject self, boolean required) {
    if (required
        && self.type.layout != PyType.OBJECT
        && self.extras() == null
        && !(self instanceof PyInstance)) {
      throw Exc.typeError("cannot pickle '" + self.type.name + "' object");
    }
    PyDict d = self.dict(false);
    if (d == null
        && self instanceof PyInstance i
        && self.type.hasDict
        && i.shape.names.length > 0) {
      d = self.dict(true);
    }
    PyObject state = PyNone.NONE;
    if (d != null) {
      PyDict copy = new PyDict();
      copy.update(d);
      state = copy;
    } else if (self.type.hasDict && !(self instanceof PyInstance)) {
      state = PyNone.NONE;
    }
    if (d != null && d.size() == 0 && self instanceof PyInstance) {
      state = d;
    }
    PyObject names = slotNames(self.type);
    if (names instanceof PyList list && list.size() > 0) {
      PyDict slots = new PyDict();
      for (int i = 0; i < list.size(); i++) {
        PyStr n = (PyStr) list.get(i);
        PyObject v = Obj.getAttrOrNull(self, n);
        if (v != null) {
          slots.put(n, v);
        }
      }
      if (slots.size() > 0) {
        return PyTuple.of(state, slots);
      }
    }
    return state;
  }

  private static PyObject slotNames(PyType t) {
    PyObject known = t.dict().get(PyStr.intern("__slotnames__"));
    if (known != null) {
      return known;
    }
    if (t.slotCount == 0) {
      return PyNone.NONE;
    }
    PyObject copyreg = Obj.importModule("copyreg");
    return Calls.method(copyreg, "_slotnames", t);
  }

  private static void checkItem(boolean fits, String which, String wanted, PyObject o) {
    if (!fits) {
      throw Exc.typeError(
          which
              + " item of the tuple returned by __getnewargs_ex__ must be a "
              + wanted
              + ", not '"
              + o.type.name
              + "'");
    }
  }

  /** {@code object.__reduce_ex__}. */
  static PyObject reduce(PyObject self, int protocol) {
    PyObject copyreg = Obj.importModule("copyreg");
    if (protocol < 2) {
      return Calls.method(copyreg, "_reduce_ex", self, PyInt.of(protocol));
    }
    PyType cls = self.type;
    if (cls.newFunction() == null || (!cls.isHeap && cls.uninstantiable)) {
      throw Exc.typeError("cannot pickle '" + cls.name + "' object");
    }
    PyObject args = null;
    PyObject keywords = null;
    PyObject withKeywords = Obj.special(self, PyStr.intern("__getnewargs_ex__"));
    if (withKeywords != null) {
      PyObject pair = withKeywords.call0();
      if (!(pair instanceof PyTuple t) || t.items.length != 2) {
        throw Exc.typeError(
            pair instanceof PyTuple t2
                ? "__getnewargs_ex__ should return a tuple of length 2, not " + t2.items.length
                : "__getnewargs_ex__ should return a tuple, not '" + pair.type.name + "'");
      }
      args = t.items[0];
      keywords = t.items[1];
      checkItem(args instanceof PyTuple, "first", "tuple", args);
      checkItem(keywords instanceof PyDict, "second", "dict", keywords);
    } else {
      PyObject plain = Obj.special(self, PyStr.intern("__getnewargs__"));
      if (plain != null) {
        args = plain.call0();
        if (!(args instanceof PyTuple)) {
          throw Exc.typeError("__getnewargs__ should return a tuple, not '" + args.type.name + "'");
        }
      }
    }
    boolean required = args == null && !(self instanceof PyList) && !(self instanceof PyDict);
    PyObject maker;
    PyObject makerArgs;
    if (keywords instanceof PyDict kw && kw.size() > 0) {
      maker = Obj.getAttr(copyreg, PyStr.intern("__newobj_ex__"));
      makerArgs = PyTuple.of(cls, args, keywords);
    } else {
      maker = Obj.getAttr(copyreg, PyStr.intern("__newobj__"));
      PyObject[] given = args == null ? Calls.NO_ARGS : ((PyTuple) args).items;
      makerArgs = new PyTuple(Calls.prepend(cls, given));
    }
    PyObject custom = cls.lookup(Names.GETSTATE);
    PyObject state =
        custom == PyType.OBJECT.dict().get(Names.GETSTATE)
            ? state(self, required)
            : Obj.getAttr(self, Names.GETSTATE).call0();
    PyObject listItems = self instanceof PyList ? Obj.iter(self) : PyNone.NONE;
    PyObject dictItems =
        self instanceof PyDict ? Obj.iter(Calls.method(self, "items")) : PyNone.NONE;
    return PyTuple.of(maker, makerArgs, state, listItems, dictItems);
  }
}
