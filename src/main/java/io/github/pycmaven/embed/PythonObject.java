package io.github.pycmaven.embed;

/**
 * A Python object that has no counterpart in Java. It belongs to the interpreter that it came from
 * and may be used from any thread.
 *
 * <p>What comes out of it follows {@link PythonVm#eval}'s rules, and so does what is passed in.
 */
public interface PythonObject {
  /**
   * An attribute.
   *
   * @throws PythonException if it has none of that name
   */
  Object get(String attribute);

  /** Whether it has an attribute. */
  boolean has(String attribute);

  /** Sets an attribute. */
  void set(String attribute, Object value);

  /** Calls it. */
  Object call(Object... arguments);

  /** Calls a method. */
  Object invoke(String method, Object... arguments);

  /** An item: {@code object[key]}. */
  Object item(Object key);

  /** Its copy in Java: lists and tuples as {@code List}, dicts as {@code Map}, else itself. */
  Object toJava();

  /**
   * An instance of an interface whose methods are this object's, or this object itself if the
   * interface has one method and it is callable.
   */
  <T> T as(Class<T> type);

  /** Whether Python takes it for true. */
  boolean isTrue();

  /** The name of its Python class. */
  String typeName();

  /** What {@code str} makes of it. */
  @Override
  String toString();
}
