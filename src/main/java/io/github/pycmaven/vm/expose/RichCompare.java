package io.github.pycmaven.vm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method {@code (self, PyObject other, int op)} that serves all comparisons of a builtin
 * type; {@code op} is 0 to 5 for {@code <, <=, ==, !=, >, >=}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface RichCompare {
  /** True if only {@code ==} and {@code !=} exist. */
  boolean equalityOnly() default false;
}
