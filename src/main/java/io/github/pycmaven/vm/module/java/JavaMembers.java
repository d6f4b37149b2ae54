package io.github.pycmaven.vm.module.java;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a Java class offers to Python: its public members, by name. */
final class JavaMembers {
  private static final ClassValue<JavaMembers> CACHE =
      new ClassValue<>() {
        @Override
        protected JavaMembers computeValue(Class<?> type) {
          return new JavaMembers(type);
        }
      };

  final Executable[] constructors;
  private final Map<String, Executable[]> methods = new HashMap<>();
  private final Map<String, Executable[]> staticMethods = new HashMap<>();
  private final Map<String, Field> fields = new HashMap<>();
  private final Map<String, Class<?>> classes = new HashMap<>();

  private JavaMembers(Class<?> type) {
    Constructor<?>[] all = Modifier.isAbstract(type.getModifiers()) ? null : type.getConstructors();
    constructors = all == null ? new Executable[0] : all;
    Map<String, List<Executable>> found = new HashMap<>();
    Map<String, List<Executable>> statics = new HashMap<>();
    for (Method method : type.getMethods()) {
      Method callable = accessible(method, type);
      if (callable != null && !method.isBridge()) {
        Map<String, List<Executable>> to =
            Modifier.isStatic(method.getModifiers()) ? statics : found;
        to.computeIfAbsent(method.getName(), k -> new ArrayList<>()).add(callable);
      }
    }
    found.forEach((name, list) -> methods.put(name, list.toArray(new Executable[0])));
    statics.forEach((name, list) -> staticMethods.put(name, list.toArray(new Executable[0])));
    for (Field field : type.getFields()) {
      if (isOpen(field.getDeclaringClass())) {
        fields.putIfAbsent(field.getName(), field);
      }
    }
    for (Class<?> inner : type.getClasses()) {
      classes.put(inner.getSimpleName(), inner);
    }
  }

  static JavaMembers of(Class<?> type) {
    return CACHE.get(type);
  }

  Executable[] methods(String name) {
    return methods.get(name);
  }

  Executable[] staticMethods(String name) {
    return staticMethods.get(name);
  }

  Field field(String name) {
    return fields.get(name);
  }

  Class<?> inner(String name) {
    return classes.get(name);
  }

  /** The method without arguments that reads a bean's property, or null. */
  Executable[] getter(String property) {
    for (String prefix : new String[] {"get", "is"}) {
      Executable[] found = methods.get(prefix + capital(property));
      if (found != null) {
        for (Executable one : found) {
          if (one.getParameterCount() == 0) {
            return new Executable[] {one};
          }
        }
      }
    }
    return null;
  }

  /** The methods that set a bean's property, or null. */
  Executable[] setter(String property) {
    return methods.get("set" + capital(property));
  }

  /** All names, for {@code dir}. */
  Set<String> names() {
    Set<String> names = new HashSet<>(methods.keySet());
    names.addAll(staticMethods.keySet());
    names.addAll(fields.keySet());
    names.addAll(classes.keySet());
    return names;
  }

  private static String capital(String name) {
    char first = name.isEmpty() ? '_' : name.charAt(0);
    return first >= 'a' && first <= 'z' ? (char) (first - 32) + name.substring(1) : name;
  }

  private static boolean isOpen(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && type.getModule().isExported(type.getPackageName(), JavaMembers.class.getModule());
  }

  /**
   * The method where it may be called from: a class that is not public or not exported is seen
   * through its public bases.
   */
  private static Method accessible(Method method, Class<?> type) {
    if (isOpen(method.getDeclaringClass())) {
      return method;
    }
    if (Modifier.isStatic(method.getModifiers())) {
      return null;
    }
    for (Class<?> base = type; base != null; base = base.getSuperclass()) {
      Method there = declared(base, method);
      if (there != null) {
        return there;
      }
      for (Class<?> face : base.getInterfaces()) {
        there = accessible(method, face, new HashSet<>());
        if (there != null) {
          return there;
        }
      }
    }
    return null;
  }

  private static Method accessible(Method method, Class<?> face, Set<Class<?>> seen) {
    Method there = seen.add(face) ? declared(face, method) : null;
    for (Class<?> base : face.getInterfaces()) {
      there = there != null ? there : accessible(method, base, seen);
    }
    return there;
  }

  private static Method declared(Class<?> type, Method method) {
    if (!isOpen(type)) {
      return null;
    }
    try {
      Method there = type.getMethod(method.getName(), method.getParameterTypes());
      return isOpen(there.getDeclaringClass()) ? there : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
