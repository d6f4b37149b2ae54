package io.github.pycmaven.vm.module.java;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Conversions. Numbers, texts, truth values and None change into each other's own kinds; what is
 * immutable in Python becomes a copy; other Java values are wrapped, other Python values pass as
 * they are, and a callable becomes the one method of a functional interface.
 */
public final class JavaValues {
  private JavaValues() {}

  /** A Java value in Python. */
  public static PyObject toPython(Object value) {
    if (value == null) {
      return PyNone.NONE;
    }
    if (value instanceof PyObject p) {
      return p;
    }
    if (value instanceof String s) {
      return PyStr.of(s);
    }
    if (value instanceof Boolean b) {
      return PyBool.of(b);
    }
    if (value instanceof Character c) {
      return PyStr.of(c.toString());
    }
    if (value instanceof Double || value instanceof Float) {
      return new PyFloat(((Number) value).doubleValue());
    }
    if (value instanceof BigInteger big) {
      return PyInt.of(big);
    }
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return PyInt.of(((Number) value).longValue());
    }
    if (value instanceof Class<?> c) {
      return PyJavaClass.of(c);
    }
    return new PyJavaObject(value);
  }

  /** A Python value as what a Java program would make of it: copies of lists, dicts and tuples. */
  public static Object toJava(PyObject value) {
    return toJava(value, Object.class);
  }

  /** How far a value is from a type: 0 for its own, more for wider ones, negative if it is none. */
  static int distance(PyObject value, Class<?> type) {
    if (value == PyNone.NONE) {
      return type.isPrimitive() ? -1 : 0;
    }
    if (value instanceof PyJavaObject java) {
      if (type.isPrimitive()) {
        return -1;
      }
      return type.isInstance(java.value) ? (type == java.value.getClass() ? 0 : depth(type)) : -1;
    }
    if (value instanceof PyBool) {
      return type == boolean.class || type == Boolean.class ? 0 : type == Object.class ? 9 : -1;
    }
    if (value instanceof PyInt i) {
      return intDistance(i, type);
    }
    if (value instanceof PyFloat) {
      return type == double.class || type == Double.class
          ? 0
          : type == float.class || type == Float.class ? 1 : isWider(type, Double.class) ? 9 : -1;
    }
    if (value instanceof PyStr s) {
      boolean isChar = type == char.class || type == Character.class;
      return type == String.class
          ? 0
          : isChar && s.length() == 1 ? 1 : isWider(type, String.class) ? 5 : -1;
    }
    return otherDistance(value, type);
  }

  private static int depth(Class<?> type) {
    return type == Object.class ? 9 : type.isInterface() ? 3 : 2;
  }

  private static boolean isWider(Class<?> type, Class<?> than) {
    return type.isAssignableFrom(than);
  }

  private static int intDistance(PyInt i, Class<?> type) {
    boolean fitsInt = !i.isBig() && i.value == (int) i.value;
    if (type == int.class || type == Integer.class) {
      return fitsInt ? 0 : -1;
    }
    if (type == long.class || type == Long.class) {
      return !i.isBig() ? 1 : -1;
    }
    if (type == short.class || type == Short.class) {
      return fitsInt && i.value == (short) i.value ? 4 : -1;
    }
    if (type == byte.class || type == Byte.class) {
      return fitsInt && i.value == (byte) i.value ? 4 : -1;
    }
    if (type == BigInteger.class) {
      return 3;
    }
    if (type == double.class || type == Double.class) {
      return 2;
    }
    if (type == float.class || type == Float.class) {
      return 3;
    }
    return isWider(type, Integer.class) ? 9 : -1;
  }

  private static int otherDistance(PyObject value, Class<?> type) {
    if (type.isInstance(value)) {
      return 9;
    }
    if (value instanceof PyJavaClass) {
      return type == Class.class ? 0 : type == Object.class ? 9 : -1;
    }
    if (value instanceof PyBytes) {
      return type == byte[].class ? 0 : type == Object.class ? 9 : -1;
    }
    if (value instanceof PyDict) {
      return type.isAssignableFrom(LinkedHashMap.class) ? 2 : -1;
    }
    if (value instanceof PyList || value instanceof PyTuple) {
      return type.isArray() ? 1 : type.isAssignableFrom(ArrayList.class) ? 2 : -1;
    }
    if (Calls.isCallable(value) && method(type) != null) {
      return 3;
    }
    return type == Object.class ? 9 : -1;
  }

  /** A Python value as a Java one of a type that {@link #distance} finds possible. */
  public static Object toJava(PyObject value, Class<?> type) {
    if (value == PyNone.NONE) {
      return null;
    }
    if (value instanceof PyJavaObject java) {
      return java.value;
    }
    if (value instanceof PyJavaClass c && !type.isInstance(value)
        || value instanceof PyJavaClass && type == Object.class) {
      return ((PyJavaClass) value).javaClass;
    }
    if (value instanceof PyBool) {
      return Obj.isTrue(value);
    }
    if (value instanceof PyInt i) {
      return number(i, type);
    }
    if (value instanceof PyFloat f) {
      return type == float.class || type == Float.class ? (Object) (float) f.value : f.value;
    }
    if (value instanceof PyStr s) {
      boolean isChar = type == char.class || type == Character.class;
      return isChar ? (Object) s.value.charAt(0) : s.value;
    }
    if (value instanceof PyBytes) {
      return Obj.bytesOf(value);
    }
    if (value instanceof PyList || value instanceof PyTuple) {
      return sequence(Obj.toArray(value), type);
    }
    if (value instanceof PyDict dict && type.isAssignableFrom(LinkedHashMap.class)) {
      Map<Object, Object> map = new LinkedHashMap<>();
      PyObject items = Obj.iter(Calls.method(dict, "items"));
      for (PyObject item = items.next(); item != null; item = items.next()) {
        PyObject[] pair = Obj.toArray(item);
        map.put(toJava(pair[0]), toJava(pair[1]));
      }
      return map;
    }
    if (type != Object.class && !type.isInstance(value) && method(type) != null) {
      return proxy(value, type);
    }
    return value;
  }

  private static Object number(PyInt i, Class<?> type) {
    if (type == double.class || type == Double.class) {
      return Obj.toDouble(i);
    }
    if (type == float.class || type == Float.class) {
      return (float) Obj.toDouble(i);
    }
    if (type == BigInteger.class) {
      return i.big();
    }
    if (i.isBig()) {
      return i.big();
    }
    if (type == short.class || type == Short.class) {
      return (short) i.value;
    }
    if (type == byte.class || type == Byte.class) {
      return (byte) i.value;
    }
    boolean isLong = type == long.class || type == Long.class || i.value != (int) i.value;
    return isLong ? (Object) i.value : (Object) (int) i.value;
  }

  private static Object sequence(PyObject[] elements, Class<?> type) {
    if (type.isArray()) {
      Class<?> element = type.getComponentType();
      Object array = Array.newInstance(element, elements.length);
      for (int i = 0; i < elements.length; i++) {
        if (distance(elements[i], element) < 0) {
          throw Exc.typeError(
              "element " + i + " is no " + element.getTypeName() + ": " + elements[i].type.name);
        }
        Array.set(array, i, toJava(elements[i], element));
      }
      return array;
    }
    List<Object> list = new ArrayList<>();
    for (PyObject element : elements) {
      list.add(toJava(element));
    }
    return list;
  }

  /** The one abstract method of a functional interface, or null. */
  static Method method(Class<?> type) {
    if (!type.isInterface()) {
      return null;
    }
    Method only = null;
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
        if (only != null && !only.getName().equals(method.getName())) {
          return null;
        }
        only = method;
      }
    }
    return only;
  }

  private static boolean isOfObject(Method method) {
    try {
      Object.class.getMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /**
   * An instance of an interface whose methods are those of a Python object, or the object itself if
   * it is called.
   */
  public static Object proxy(PyObject target, Class<?> type) {
    InvocationHandler handler = new PythonMethods(target, type);
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  /** The Python behind an interface. */
  private record PythonMethods(PyObject target, Class<?> type) implements InvocationHandler {
    @Override
    public Object invoke(Object self, Method method, Object[] args) throws Throwable {
      if (isOfObject(method)) {
        return ofObject(self, method.getName(), args);
      }
      PyObject named =
          JavaCalls.python(() -> Obj.getAttrOrNull(target, PyStr.intern(method.getName())));
      if (named == null && method.isDefault()) {
        return InvocationHandler.invokeDefault(self, method, args);
      }
      return JavaCalls.python(
          () -> {
            PyObject[] values = new PyObject[args == null ? 0 : args.length];
            for (int i = 0; i < values.length; i++) {
              values[i] = toPython(args[i]);
            }
            PyObject result = (named == null ? target : named).callN(values);
            Class<?> wanted = method.getReturnType();
            if (wanted == void.class) {
              return null;
            }
            if (distance(result, wanted) < 0) {
              throw Exc.typeError(
                  method.getName()
                      + " is to return "
                      + wanted.getTypeName()
                      + ", not "
                      + result.type.name);
            }
            return toJava(result, wanted);
          });
    }

    private Object ofObject(Object self, String name, Object[] args) {
      switch (name) {
        case "equals":
          return self == args[0];
        case "hashCode":
          return System.identityHashCode(self);
        default:
          return JavaCalls.python(() -> Obj.str(target));
      }
    }
  }
}
