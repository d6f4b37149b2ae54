package io.github.pycmaven.vm.module.java;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.GenericAttributes;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;

/**
 * A Java class: called, it makes an instance; its static members and inner classes are attributes;
 * an interface that is called with a Python callable or object becomes one that it implements.
 */
@BuiltinType("java.class")
public final class PyJavaClass extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("java.class", new PyJavaClassTable()).uninstantiable();

  private static final ClassValue<PyJavaClass> CACHE =
      new ClassValue<>() {
        @Override
        protected PyJavaClass computeValue(Class<?> type) {
          return new PyJavaClass(type);
        }
      };

  final Class<?> javaClass;

  private PyJavaClass(Class<?> javaClass) {
    super(TYPE);
    this.javaClass = javaClass;
  }

  /** The one object for a class. */
  public static PyJavaClass of(Class<?> type) {
    return CACHE.get(type);
  }

  @Builtin("__call__(self, /, *args)")
  PyObject call(PyObject[] args) {
    if (javaClass.isInterface() && args.length == 1) {
      return new PyJavaObject(JavaValues.proxy(args[0], javaClass));
    }
    Executable[] constructors = JavaMembers.of(javaClass).constructors;
    if (constructors.length == 0) {
      throw Exc.typeError(javaClass.getName() + " has no public constructor");
    }
    return Overloads.call(constructors, javaClass.getSimpleName(), null, args);
  }

  @Override
  public PyObject getAttrDefault(PyStr name) {
    JavaMembers members = JavaMembers.of(javaClass);
    Executable[] methods = members.staticMethods(name.value);
    if (methods != null) {
      return new PyJavaMethod(methods, name.value, null);
    }
    Field field = members.field(name.value);
    if (field != null && java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
      return JavaFields.get(field, null);
    }
    Class<?> inner = members.inner(name.value);
    if (inner != null) {
      return of(inner);
    }
    if (name.value.equals("class_")) {
      return new PyJavaObject(javaClass);
    }
    return GenericAttributes.get(this, name);
  }

  @Override
  public void setAttrDefault(PyStr name, PyObject value) {
    Field field = JavaMembers.of(javaClass).field(name.value);
    if (field == null || value == null) {
      throw Exc.attributeError(
          "'" + javaClass.getName() + "' has no field '" + name.value + "' to set", this, name);
    }
    JavaFields.set(field, null, value);
  }

  @Builtin("__instancecheck__(self, instance, /)")
  boolean isInstance(PyObject instance) {
    return javaClass.isInstance(
        instance instanceof PyJavaObject java ? java.value : JavaValues.toJava(instance));
  }

  @Builtin("__dir__(self, /)")
  PyObject dir() {
    PyList names = new PyList();
    JavaMembers.of(javaClass).names().stream().sorted().forEach(n -> names.append(PyStr.of(n)));
    return names;
  }

  @Getter("__name__")
  String name() {
    return javaClass.getSimpleName();
  }

  @Getter("__module__")
  String module() {
    return javaClass.getPackageName();
  }

  @RichCompare
  PyObject compare(PyObject other, int op) {
    return op == 2 || op == 3 ? PyBool.of((other == this) == (op == 2)) : PyNotImplemented.INSTANCE;
  }

  @Builtin("__hash__(self, /)")
  long hash() {
    return javaClass.getName().hashCode();
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "<java "
        + (javaClass.isInterface() ? "interface " : "class ")
        + javaClass.getName()
        + ">";
  }
}
