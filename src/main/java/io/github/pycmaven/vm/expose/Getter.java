package io.github.pycmaven.vm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method as the reader of an attribute of a builtin type. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Getter {
  /** The attribute's name. */
  String value();

  /** Whether programs see it as a member: a field of the object, not code that computes it. */
  boolean member() default false;
}
