package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.object.PyObject;

/**
 * The builtins of one type or module: rows of name, signature and kind, called by number.
 *
 * <p>Subclasses are generated. {@code call0} to {@code call4} take positional arguments (self or
 * class included) without an array; what does not fit goes through the binding of the {@link
 * Signature}.
 */
public abstract class BuiltinTable {
  static final PyObject[] NO_ARGS = {};

  /** The type's or module's Python name. */
  public final String owner;

  final boolean module;
  private String[] texts;
  private Signature[] signatures;

  protected BuiltinTable(String owner, boolean module) {
    this.owner = owner;
    this.module = module;
  }

  /** The text signatures, one a row. */
  public abstract String[] signatures();

  /**
   * One letter a row: m method, c class method, s static, n new, f function, g getter, r getter of
   * a member, w setter.
   */
  public abstract String kinds();

  /** The documentation of a row or null. */
  public String doc(int id) {
    return null;
  }

  /** The signature of a row. */
  public final Signature signature(int id) {
    if (signatures == null) {
      texts = signatures();
      signatures = new Signature[texts.length];
    }
    Signature s = signatures[id];
    if (s == null) {
      s = new Signature(texts[id], owner, kinds().charAt(id));
      signatures[id] = s;
    }
    return s;
  }

  /** Calls row {@code id} without arguments. */
  public PyObject call0(int id) {
    return bind(id, NO_ARGS);
  }

  /** Calls row {@code id} with one argument. */
  public PyObject call1(int id, PyObject a) {
    return bind(id, new PyObject[] {a});
  }

  /** Calls row {@code id} with two arguments. */
  public PyObject call2(int id, PyObject a, PyObject b) {
    return bind(id, new PyObject[] {a, b});
  }

  /** Calls row {@code id} with three arguments. */
  public PyObject call3(int id, PyObject a, PyObject b, PyObject c) {
    return bind(id, new PyObject[] {a, b, c});
  }

  /** Calls row {@code id} with four arguments. */
  public PyObject call4(int id, PyObject a, PyObject b, PyObject c, PyObject d) {
    return bind(id, new PyObject[] {a, b, c, d});
  }

  /** Calls row {@code id} with any number of positional arguments. */
  public final PyObject callN(int id, PyObject[] a) {
    switch (a.length) {
      case 0:
        return call0(id);
      case 1:
        return call1(id, a[0]);
      case 2:
        return call2(id, a[0], a[1]);
      case 3:
        return call3(id, a[0], a[1], a[2]);
      case 4:
        return call4(id, a[0], a[1], a[2], a[3]);
      default:
        return bind(id, a);
    }
  }

  /** Calls row {@code id}; the last values belong to the keywords {@code names}. */
  public final PyObject callKw(
      int id, PyObject[] a, io.github.pycmaven.vm.core.object.PyStr[] names) {
    return bound(id, signature(id).bind(a, names));
  }

  private PyObject bind(int id, PyObject[] a) {
    return bound(id, signature(id).bind(a, Signature.NO_NAMES));
  }

  /** Calls row {@code id} with one value for each parameter, null for absent ones. */
  public PyObject bound(int id, PyObject[] a) {
    throw new AssertionError("no row " + id + " in " + owner);
  }
}
