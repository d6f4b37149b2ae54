package io.github.pycmaven.code;

/**
 * The bits of {@code co_flags}.
 *
 * @cpython Include/cpython/code.h
 */
public final class CodeFlags {
  /** Locals live in fast slots. */
  public static final int OPTIMIZED = 0x1;

  /** A call makes new locals. */
  public static final int NEWLOCALS = 0x2;

  /** Takes {@code *args}. */
  public static final int VARARGS = 0x4;

  /** Takes {@code **kwargs}. */
  public static final int VARKEYWORDS = 0x8;

  /** Stands inside of a function. */
  public static final int NESTED = 0x10;

  /** A generator. */
  public static final int GENERATOR = 0x20;

  /** A coroutine. */
  public static final int COROUTINE = 0x80;

  /** A generator that can be awaited. */
  public static final int ITERABLE_COROUTINE = 0x100;

  /** An asynchronous generator. */
  public static final int ASYNC_GENERATOR = 0x200;

  /** {@code from __future__ import annotations}. */
  public static final int FUTURE_ANNOTATIONS = 0x1000000;

  /** The first constant is the doc string; since 3.14. */
  public static final int HAS_DOCSTRING = 0x4000000;

  /** A function in a class; since 3.14. */
  public static final int METHOD = 0x8000000;

  private CodeFlags() {}
}
