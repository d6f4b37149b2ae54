package io.github.pycmaven.vm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a Python function, method, class method, static method or {@code __new__}.
 *
 * <p>The signature is Python's: {@code "insert(self, index, object, /)"}. It gives name, binding of
 * arguments, error messages and {@code __text_signature__}. In a type the first parameter is {@code
 * self} (a Java instance method receives it as {@code this}), in a class method and in {@code
 * __new__} it is the class.
 *
 * <p>Java parameters may be {@code PyObject} or a subclass, {@code int}, {@code long}, {@code
 * double}, {@code boolean}, {@code String}; {@code *args} is {@code PyObject[]} and {@code
 * **kwargs} a {@code PyDict}, null when empty. An absent argument is null, for a primitive the
 * signature's literal. Results may be {@code void} (None) and the same types.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Builtin {
  /** The text signature, name first. */
  String value();

  /** What {@code __doc__} says; empty means None. */
  String doc() default "";

  /** How the function binds. */
  Kind kind() default Kind.PLAIN;

  /** How a function binds when it is looked up on a type. */
  enum Kind {
    /** An instance method in a type, a function in a module. */
    PLAIN,
    /** A class method. */
    CLASS,
    /** A static method. */
    STATIC
  }
}
