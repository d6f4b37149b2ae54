package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.PyCell;
import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.ClassCreation;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.frame.PyFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class statement does.
 *
 * @cpython Python/bltinmodule.c:builtin___build_class__
 */
final class BuildClass {
  private BuildClass() {}

  static PyObject build(PyObject f, PyObject name, PyObject[] given, PyDict keywords) {
    if (!(f instanceof PyFunction body)) {
      throw Exc.typeError("__build_class__: func must be a function");
    }
    if (!(name instanceof PyStr)) {
      throw Exc.typeError("__build_class__: name is not a string");
    }
    PyObject[] bases = resolve(given);
    PyDict rest = keywords;
    PyObject meta = null;
    if (keywords != null) {
      rest = keywords.copy();
      meta = rest.remove(Names.METACLASS);
    }
    boolean isClass = true;
    if (meta != null) {
      isClass = meta instanceof PyType;
    } else {
      meta = bases.length == 0 ? PyType.TYPE : bases[0].type;
    }
    if (isClass) {
      meta = ClassCreation.metaclass((PyType) meta, bases);
    }
    PyTuple baseTuple = PyTuple.over(bases);
    PyObject namespace;
    PyObject prepare = Obj.getAttrOrNull(meta, Names.PREPARE);
    if (prepare == null) {
      namespace = new PyDict();
    } else {
      namespace = Calls.callDict(prepare, new PyObject[] {name, baseTuple}, rest);
    }
    if (namespace.type.slot(Slot.GETITEM) == null) {
      throw Exc.typeError(
          (meta instanceof PyType t ? t.name : "<metaclass>")
              + ".__prepare__() must return a mapping, not "
              + namespace.type.name);
    }
    PyObject cell = run(body, namespace);
    if (bases != given) {
      Obj.setItem(namespace, Names.ORIG_BASES, PyTuple.over(given));
    }
    PyObject cls = Calls.callDict(meta, new PyObject[] {name, baseTuple, namespace}, rest);
    if (cls instanceof PyType && cell instanceof PyCell c) {
      if (c.value == null) {
        throw Exc.runtimeError(
            "__class__ not set defining "
                + Obj.repr(name)
                + " as "
                + Obj.repr(cls)
                + ". Was __classcell__ propagated to type.__new__?");
      }
      if (c.value != cls) {
        throw Exc.typeError(
            "__class__ set to "
                + Obj.repr(c.value)
                + " defining "
                + Obj.repr(name)
                + " as "
                + Obj.repr(cls));
      }
    }
    return cls;
  }

  private static PyObject run(PyFunction body, PyObject namespace) {
    PyCode code = (PyCode) body.target;
    PyFrame frame = new PyFrame(code, body);
    frame.locals = namespace;
    return PyCode.tier().run(frame);
  }

  private static PyObject[] resolve(PyObject[] bases) {
    List<PyObject> out = null;
    for (int i = 0; i < bases.length; i++) {
      PyObject b = bases[i];
      if (b instanceof PyType) {
        if (out != null) {
          out.add(b);
        }
        continue;
      }
      PyObject f = Obj.getAttrOrNull(b, Names.MRO_ENTRIES);
      if (f == null) {
        if (out != null) {
          out.add(b);
        }
        continue;
      }
      PyObject r = f.call1(PyTuple.over(bases));
      if (!(r instanceof PyTuple t)) {
        throw Exc.typeError("__mro_entries__ must return a tuple");
      }
      if (out == null) {
        out = new ArrayList<>();
        for (int j = 0; j < i; j++) {
          out.add(bases[j]);
        }
      }
      out.addAll(List.of(t.items));
    }
    return out == null ? bases : out.toArray(new PyObject[0]);
  }
}
