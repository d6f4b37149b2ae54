package io.github.pycmaven.vm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method as the writer of an attribute; it gets null when the attribute is deleted. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Setter {
  /** The attribute's name. */
  String value();
}
