package io.github.pycmaven.vm.module.java;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyObject;
import java.lang.reflect.Field;

/** Public fields. */
final class JavaFields {
  private JavaFields() {}

  static PyObject get(Field field, Object target) {
    try {
      return JavaValues.toPython(field.get(target));
    } catch (IllegalAccessException e) {
      throw Exc.typeError(field + " cannot be read: " + e.getMessage());
    }
  }

  static void set(Field field, Object target, PyObject value) {
    if (JavaValues.distance(value, field.getType()) < 0) {
      throw Exc.typeError(field.getName() + " is a " + field.getType().getTypeName());
    }
    try {
      field.set(target, JavaValues.toJava(value, field.getType()));
    } catch (IllegalAccessException e) {
      throw Exc.typeError(field.getName() + " cannot be set: " + e.getMessage());
    }
  }
}
