package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.Documentation;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.ClassTests;
import io.github.pycmaven.vm.core.object.Codecs;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** The methods of {@code type}. */
@BuiltinType("type")
public final class TypeMethods {
  private TypeMethods() {}

  @Builtin("__new__(metatype, /, *args, **kwargs)")
  static PyObject create(PyType meta, PyObject[] args, PyDict keywords) {
    if (args.length == 1 && keywords == null && meta == PyType.TYPE) {
      return args[0].type;
    }
    if (args.length != 3) {
      throw Exc.typeError("type.__new__() takes exactly 3 arguments (" + args.length + " given)");
    }
    if (!(args[0] instanceof PyStr name)) {
      throw Exc.typeError("type.__new__() argument 1 must be str, not " + args[0].type.name);
    }
    if (!(args[1] instanceof PyTuple bases)) {
      throw Exc.typeError("type.__new__() argument 2 must be tuple, not " + args[1].type.name);
    }
    if (!(args[2] instanceof PyDict namespace)) {
      throw Exc.typeError("type.__new__() argument 3 must be dict, not " + args[2].type.name);
    }
    return ClassCreation.create(meta, name, bases, namespace, keywords);
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyType self, PyObject[] args, PyDict keywords) {
    if (keywords != null && args.length == 1) {
      throw Exc.typeError("type.__init__() takes no keyword arguments");
    }
    if (args.length != 1 && args.length != 3) {
      throw Exc.typeError("type.__init__() takes 1 or 3 arguments");
    }
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  static PyObject call(PyType self, PyObject[] args, PyDict keywords) {
    if (keywords == null) {
      return self.create(args, new PyStr[0]);
    }
    int n = keywords.size();
    PyObject[] all = java.util.Arrays.copyOf(args, args.length + n);
    PyStr[] names = new PyStr[n];
    int at = 0;
    for (int i = keywords.nextIndex(0); i >= 0; i = keywords.nextIndex(i + 1)) {
      names[at] = (PyStr) keywords.keyAt(i);
      all[args.length + at++] = keywords.valueAt(i);
    }
    return self.create(all, names);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyType self) {
    return "<class '" + self.fullName() + "'>";
  }

  @Builtin("__getattribute__(self, name, /)")
  static PyObject getAttribute(PyType self, PyObject name) {
    PyStr n = Obj.attributeName(name);
    PyObject v = self.getAttrDefault(n);
    if (v == null) {
      throw Exc.noAttribute(self, n);
    }
    return v;
  }

  @Builtin("__setattr__(self, name, value, /)")
  static void setAttribute(PyType self, PyObject name, PyObject value) {
    self.setAttrDefault(Obj.attributeName(name), value);
  }

  @Builtin("__delattr__(self, name, /)")
  static void deleteAttribute(PyType self, PyObject name) {
    self.setAttrDefault(Obj.attributeName(name), null);
  }

  @Builtin("mro(self, /)")
  static PyObject mro(PyType self) {
    PyType[] m = self.bases.length == 0 ? self.mro : Mro.linearise(self, self.bases);
    return new PyList(m.clone());
  }

  @Builtin("__subclasses__(self, /)")
  static PyObject subclasses(PyType self) {
    PyList out = new PyList();
    for (PyType t : self.subclasses()) {
      out.append(t);
    }
    return out;
  }

  @Builtin(value = "__prepare__(metacls, /, *args, **kwargs)", kind = Builtin.Kind.CLASS)
  static PyObject prepare(PyObject cls, PyObject[] args, PyDict keywords) {
    return new PyDict();
  }

  @Builtin("__instancecheck__(self, instance, /)")
  static boolean instanceCheck(PyType self, PyObject instance) {
    return ClassTests.isInstanceReal(instance, self);
  }

  @Builtin("__subclasscheck__(self, subclass, /)")
  static boolean subclassCheck(PyType self, PyObject subclass) {
    return ClassTests.isSubclassReal(subclass, self);
  }

  @Builtin("__dir__(self, /)")
  static PyObject dir(PyType self) {
    PyDict all = new PyDict();
    mergeNames(all, self);
    return Obj.toList(all);
  }

  static void mergeNames(PyDict all, PyType t) {
    for (int i = t.mro.length - 1; i >= 0; i--) {
      all.update(t.mro[i].dict());
    }
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject other) {
    return Obj.union(self, other);
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject other) {
    return Obj.union(other, self);
  }

  @Builtin("__sizeof__(self, /)")
  static long sizeOf(PyType self) {
    return 1000;
  }

  @Getter("__name__")
  static String name(PyType self) {
    return self.shortName();
  }

  @Setter("__name__")
  static void setName(PyType self, PyObject value) {
    checkSettable(self, "__name__", value);
    if (!(value instanceof PyStr s)) {
      throw Exc.typeError(
          "can only assign string to " + self.name + ".__name__, not '" + value.type.name + "'");
    }
    if (s.value.indexOf('\0') >= 0) {
      throw Exc.valueError("type name must not contain null characters");
    }
    Codecs.encode(s, "utf-8", "strict");
    self.name = s.value;
  }

  private static void checkSettable(PyType self, String what, PyObject value) {
    if (!self.isHeap) {
      throw Exc.typeError(
          "cannot set '" + what + "' attribute of immutable type '" + self.name + "'");
    }
    if (value == null) {
      throw Exc.typeError(
          "cannot delete '" + what + "' attribute of immutable type '" + self.name + "'");
    }
  }

  @Getter("__qualname__")
  static String qualname(PyType self) {
    return self.qualifiedName();
  }

  @Setter("__qualname__")
  static void setQualname(PyType self, PyObject value) {
    checkSettable(self, "__qualname__", value);
    if (!(value instanceof PyStr s)) {
      throw Exc.typeError(
          "can only assign string to "
              + self.name
              + ".__qualname__, not '"
              + value.type.name
              + "'");
    }
    self.qualname = s;
  }

  @Getter("__module__")
  static PyObject module(PyType self) {
    if (self.isHeap) {
      PyObject m = self.dict().get(Names.MODULE);
      if (m == null) {
        throw Exc.attributeError("__module__", self, Names.MODULE);
      }
      return m;
    }
    int dot = self.name.lastIndexOf('.');
    return PyStr.intern(dot < 0 ? "builtins" : self.name.substring(0, dot));
  }

  @Setter("__module__")
  static void setModule(PyType self, PyObject value) {
    checkSettable(self, "__module__", value);
    self.put(Names.MODULE, value);
    self.put(PyStr.intern("__firstlineno__"), null);
  }

  @Getter("__bases__")
  static PyObject bases(PyType self) {
    return new PyTuple(self.bases.clone());
  }

  @Setter("__bases__")
  static void setBases(PyType self, PyObject value) {
    checkSettable(self, "__bases__", value);
    ClassCreation.setBases(self, value);
  }

  @Getter(value = "__base__", member = true)
  static PyObject base(PyType self) {
    return PyNone.orNone(self.base());
  }

  @Getter("__mro__")
  static PyObject mroTuple(PyType self) {
    return self.incomplete ? PyNone.NONE : new PyTuple(self.mro.clone());
  }

  @Getter("__dict__")
  static PyObject dict(PyType self) {
    return new PyMappingProxy(self.dict());
  }

  @Getter("__doc__")
  static PyObject doc(PyType self) {
    PyObject d = self.dict().get(Names.DOC);
    if (d == null || d == PyNone.NONE && !self.isHeap) {
      String text = self.isHeap ? null : Documentation.of(self.name);
      return text == null ? PyNone.NONE : PyStr.of(text);
    }
    return (d.type.descriptorKind() & PyType.HAS_GET) != 0 ? d.descriptorGet(null, self) : d;
  }

  @Setter("__doc__")
  static void setDoc(PyType self, PyObject value) {
    checkSettable(self, "__doc__", value);
    self.put(Names.DOC, value);
  }

  @Getter("__text_signature__")
  static PyObject textSignature(PyType self) {
    return PyNone.NONE;
  }

  @Getter(value = "__flags__", member = true)
  static long flags(PyType self) {
    long f = 1 << 12 | (self.isSealed ? 0 : 1 << 10);
    f |= self.isHeap ? 1 << 9 : 1 << 8;
    if (self.hasAbstractMethods()) {
      f |= 1 << 20;
    }
    return f;
  }

  @Getter(value = "__basicsize__", member = true)
  static long basicSize(PyType self) {
    return (self.isSubtype(PyInt.TYPE) ? 24 : 16)
        + 8L * self.slotCount
        + (self.hasDict && self.layout == PyType.OBJECT ? 8 : 0);
  }

  @Getter(value = "__itemsize__", member = true)
  static long itemSize(PyType self) {
    return self.isSubtype(PyTuple.TYPE) ? 8 : self.isSubtype(PyInt.TYPE) ? 4 : 0;
  }

  @Getter(value = "__dictoffset__", member = true)
  static long dictOffset(PyType self) {
    return self.hasDict ? -1 : 0;
  }

  @Getter(value = "__weakrefoffset__", member = true)
  static long weakrefOffset(PyType self) {
    return self.weakReferable ? 16 : 0;
  }

  @Getter("__abstractmethods__")
  static PyObject abstractMethods(PyType self) {
    PyObject v = self == PyType.TYPE ? null : self.dict().get(Names.ABSTRACTMETHODS);
    if (v == null) {
      throw Exc.noAttribute(self, Names.ABSTRACTMETHODS);
    }
    return v;
  }

  @Setter("__abstractmethods__")
  static void setAbstractMethods(PyType self, PyObject value) {
    if (value == null && self.dict().get(Names.ABSTRACTMETHODS) == null) {
      throw Exc.noAttribute(self, Names.ABSTRACTMETHODS);
    }
    self.abstractMethods = value != null && Obj.isTrue(value);
    self.put(Names.ABSTRACTMETHODS, value);
  }

  @Getter("__type_params__")
  static PyObject typeParams(PyType self) {
    PyObject v = self.dict().get(Names.TYPE_PARAMS);
    return v == null ? PyTuple.EMPTY : v;
  }

  @Setter("__type_params__")
  static void setTypeParams(PyType self, PyObject value) {
    checkSettable(self, "__type_params__", value);
    self.put(Names.TYPE_PARAMS, value);
  }

  @Getter("__annotate__")
  static PyObject annotate(PyType self) {
    if (!self.isHeap) {
      throw Exc.noAttribute(self, Names.ANNOTATE);
    }
    PyObject f = self.dict().get(Names.ANNOTATE_FUNC);
    if (f == null) {
      f = self.dict().get(Names.ANNOTATE);
    }
    if (f == null) {
      self.put(Names.ANNOTATE_FUNC, PyNone.NONE);
      return PyNone.NONE;
    }
    return (f.type.descriptorKind() & PyType.HAS_GET) != 0 ? f.descriptorGet(null, self) : f;
  }

  @Setter("__annotate__")
  static void setAnnotate(PyType self, PyObject value) {
    checkSettable(self, "__annotate__", value);
    if (value != PyNone.NONE && !Calls.isCallable(value)) {
      throw Exc.typeError("__annotate__ must be callable or None");
    }
    self.put(Names.ANNOTATE_FUNC, value);
    if (value != PyNone.NONE) {
      self.put(Names.ANNOTATIONS_CACHE, null);
    }
  }

  @Getter("__annotations__")
  static PyObject annotations(PyType self) {
    if (!self.isHeap) {
      throw Exc.noAttribute(self, Names.ANNOTATIONS);
    }
    PyObject a = self.dict().get(Names.ANNOTATIONS);
    if (a == null) {
      a = self.dict().get(Names.ANNOTATIONS_CACHE);
    }
    if (a != null) {
      return (a.type.descriptorKind() & PyType.HAS_GET) != 0 ? a.descriptorGet(null, self) : a;
    }
    PyObject f = annotate(self);
    if (f != PyNone.NONE) {
      a = f.call1(PyInt.of(1));
      if (!(a instanceof PyDict)) {
        throw Exc.typeError("__annotate__ returned non-dict of type '" + a.type.name + "'");
      }
    } else {
      a = new PyDict();
    }
    self.put(Names.ANNOTATIONS_CACHE, a);
    return a;
  }

  @Setter("__annotations__")
  static void setAnnotations(PyType self, PyObject value) {
    if (!self.isHeap) {
      throw Exc.typeError(
          "cannot set '__annotations__' attribute of immutable type '" + self.name + "'");
    }
    PyDict d = self.dict();
    if (value == null) {
      boolean had = d.get(Names.ANNOTATIONS) != null || d.get(Names.ANNOTATIONS_CACHE) != null;
      if (!had) {
        throw Exc.attributeError("__annotations__", self, Names.ANNOTATIONS);
      }
      self.put(Names.ANNOTATIONS, null);
      self.put(Names.ANNOTATIONS_CACHE, null);
    } else if (d.get(Names.ANNOTATIONS) != null) {
      self.put(Names.ANNOTATIONS, value);
    } else {
      self.put(Names.ANNOTATIONS_CACHE, value);
    }
    self.put(Names.ANNOTATE_FUNC, null);
    self.put(Names.ANNOTATE, null);
  }
}
