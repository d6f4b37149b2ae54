package io.github.pycmaven.vm.module.java;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.GenericAttributes;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A Java object: its methods, fields and bean properties are attributes; lists, maps, arrays and
 * what can be iterated behave as Python's own.
 */
@BuiltinType("java.object")
public final class PyJavaObject extends PyObject {
  static final PyType TYPE =
      PyType.builtin("java.object", new PyJavaObjectTable()).uninstantiable().forbidSubclasses();

  /** The object. */
  public final Object value;

  PyJavaObject(Object value) {
    super(TYPE);
    this.value = value;
  }

  @Override
  public PyObject getAttrDefault(PyStr name) {
    PyObject found = member(value.getClass(), value, name.value);
    return found != null ? found : GenericAttributes.get(this, name);
  }

  /** A member of an object, or null. */
  private static PyObject member(Class<?> type, Object target, String name) {
    JavaMembers members = JavaMembers.of(type);
    Executable[] methods = members.methods(name);
    if (methods == null) {
      methods = members.staticMethods(name);
    }
    if (methods != null) {
      return new PyJavaMethod(methods, name, target);
    }
    Field field = members.field(name);
    if (field != null) {
      return JavaFields.get(field, target);
    }
    Executable[] getter = members.getter(name);
    if (getter != null) {
      return Overloads.call(getter, name, target, new PyObject[0]);
    }
    if (type.isArray() && name.equals("length")) {
      return PyInt.of(Array.getLength(target));
    }
    return null;
  }

  @Override
  public void setAttrDefault(PyStr name, PyObject value) {
    JavaMembers members = JavaMembers.of(this.value.getClass());
    Field field = members.field(name.value);
    Executable[] setter = members.setter(name.value);
    if (value != null && field != null) {
      JavaFields.set(field, this.value, value);
    } else if (value != null && setter != null) {
      Overloads.call(setter, name.value, this.value, new PyObject[] {value});
    } else {
      throw Exc.attributeError(
          "'" + this.value.getClass().getName() + "' has no property '" + name.value + "' to set",
          this,
          name);
    }
  }

  @Builtin("__dir__(self, /)")
  PyObject dir() {
    PyList names = new PyList();
    JavaMembers.of(value.getClass()).names().stream()
        .sorted()
        .forEach(n -> names.append(PyStr.of(n)));
    return names;
  }

  @Builtin("__str__(self, /)")
  String str() {
    return String.valueOf(value);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "<" + value.getClass().getTypeName() + ": " + value + ">";
  }

  @Builtin("__hash__(self, /)")
  long hash() {
    return value.hashCode();
  }

  @RichCompare
  @SuppressWarnings({"unchecked", "rawtypes"})
  PyObject compare(PyObject other, int op) {
    Object right = other instanceof PyJavaObject java ? java.value : JavaValues.toJava(other);
    if (op == 2 || op == 3) {
      return PyBool.of(value.equals(right) == (op == 2));
    }
    if (value instanceof Comparable comparable && value.getClass().isInstance(right)) {
      return Obj.compareResult(comparable.compareTo(right), op);
    }
    return PyNotImplemented.INSTANCE;
  }

  @Builtin("__bool__(self, /)")
  boolean truth() {
    if (value instanceof Collection<?>
        || value instanceof Map<?, ?>
        || value.getClass().isArray()) {
      return length() > 0;
    }
    return true;
  }

  @Builtin("__len__(self, /)")
  int length() {
    if (value instanceof Collection<?> c) {
      return c.size();
    }
    if (value instanceof Map<?, ?> m) {
      return m.size();
    }
    if (value.getClass().isArray()) {
      return Array.getLength(value);
    }
    if (value instanceof CharSequence s) {
      return s.length();
    }
    throw Exc.typeError("'" + value.getClass().getName() + "' has no length");
  }

  @Builtin("__iter__(self, /)")
  PyObject iterator() {
    if (value instanceof Iterable<?> i) {
      return new PyJavaIterator(i.iterator());
    }
    if (value instanceof Map<?, ?> m) {
      return new PyJavaIterator(m.keySet().iterator());
    }
    if (value instanceof Iterator<?> i) {
      return new PyJavaIterator(i);
    }
    if (value instanceof Object[] a) {
      return new PyJavaIterator(Arrays.asList(a).iterator());
    }
    if (value.getClass().isArray()) {
      PyList list = new PyList();
      for (int i = 0; i < Array.getLength(value); i++) {
        list.append(JavaValues.toPython(Array.get(value, i)));
      }
      return Obj.iter(list);
    }
    throw Exc.typeError("'" + value.getClass().getName() + "' object is not iterable");
  }

  @Builtin("__contains__(self, key, /)")
  boolean contains(PyObject key) {
    if (value instanceof Map<?, ?> m) {
      return m.containsKey(JavaValues.toJava(key));
    }
    if (value instanceof Collection<?> c) {
      return c.contains(JavaValues.toJava(key));
    }
    PyObject all = iterator();
    for (PyObject one = all.next(); one != null; one = all.next()) {
      if (Obj.same(one, key)) {
        return true;
      }
    }
    return false;
  }

  private int index(PyObject key, int length) {
    long i = Obj.index(key).value;
    long at = i < 0 ? i + length : i;
    if (at < 0 || at >= length) {
      throw Exc.indexError("index out of range: " + i);
    }
    return (int) at;
  }

  @Builtin("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    if (value instanceof Map<?, ?> m) {
      Object k = JavaValues.toJava(key);
      Object found = m.get(k);
      if (found == null && !m.containsKey(k)) {
        throw Exc.keyError(key);
      }
      return JavaValues.toPython(found);
    }
    if (value instanceof List<?> l) {
      return JavaValues.toPython(l.get(index(key, l.size())));
    }
    if (value.getClass().isArray()) {
      return JavaValues.toPython(Array.get(value, index(key, Array.getLength(value))));
    }
    throw Exc.typeError("'" + value.getClass().getName() + "' object is not subscriptable");
  }

  @Builtin("__setitem__(self, key, item, /)")
  @SuppressWarnings("unchecked")
  void setItem(PyObject key, PyObject item) {
    if (value instanceof Map<?, ?> m) {
      ((Map<Object, Object>) m).put(JavaValues.toJava(key), JavaValues.toJava(item));
    } else if (value instanceof List<?> l) {
      ((List<Object>) l).set(index(key, l.size()), JavaValues.toJava(item));
    } else if (value.getClass().isArray()) {
      Class<?> element = value.getClass().getComponentType();
      if (JavaValues.distance(item, element) < 0) {
        throw Exc.typeError("no " + element.getTypeName() + ": " + item.type.name);
      }
      Array.set(value, index(key, Array.getLength(value)), JavaValues.toJava(item, element));
    } else {
      throw Exc.typeError(
          "'" + value.getClass().getName() + "' object does not support item assignment");
    }
  }

  @Builtin("__delitem__(self, key, /)")
  void deleteItem(PyObject key) {
    if (value instanceof Map<?, ?> m) {
      Object k = JavaValues.toJava(key);
      if (!m.containsKey(k)) {
        throw Exc.keyError(key);
      }
      m.remove(k);
    } else if (value instanceof List<?> l) {
      l.remove(index(key, l.size()));
    } else {
      throw Exc.typeError(
          "'" + value.getClass().getName() + "' object does not support item deletion");
    }
  }

  @Builtin("__enter__(self, /)")
  PyObject enter() {
    return this;
  }

  @Builtin("__exit__(self, /, *args)")
  void exit(PyObject[] args) {
    Executable[] close = JavaMembers.of(value.getClass()).methods("close");
    if (close != null) {
      Overloads.call(close, "close", value, new PyObject[0]);
    }
  }

  @Builtin("__call__(self, /, *args)")
  PyObject call(PyObject[] args) {
    Executable[] method = functional(value.getClass());
    if (method == null) {
      throw Exc.typeError("'" + value.getClass().getName() + "' object is not callable");
    }
    return Overloads.call(method, method[0].getName(), value, args);
  }

  /** The one method of a functional interface that a class implements, or null. */
  private static Executable[] functional(Class<?> type) {
    for (Class<?> face : type.getInterfaces()) {
      java.lang.reflect.Method only = JavaValues.method(face);
      if (only != null) {
        return JavaMembers.of(type).methods(only.getName());
      }
    }
    return null;
  }
}
