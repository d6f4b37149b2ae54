package io.github.pycmaven.marshal;

/**
 * The bytes that say of what type the next value is.
 *
 * @cpython Python/marshal.c
 */
final class TypeCode {
  /** Added to a type: the value takes the next number and can be referred to. */
  static final int FLAG_REF = 0x80;

  static final int NULL = '0';
  static final int NONE = 'N';
  static final int FALSE = 'F';
  static final int TRUE = 'T';
  static final int STOP_ITERATION = 'S';
  static final int ELLIPSIS = '.';
  static final int INT = 'i';
  static final int INT64 = 'I';
  static final int LONG = 'l';
  static final int FLOAT = 'f';
  static final int BINARY_FLOAT = 'g';
  static final int COMPLEX = 'x';
  static final int BINARY_COMPLEX = 'y';
  static final int BYTES = 's';
  static final int INTERNED = 't';
  static final int UNICODE = 'u';
  static final int ASCII = 'a';
  static final int ASCII_INTERNED = 'A';
  static final int SHORT_ASCII = 'z';
  static final int SHORT_ASCII_INTERNED = 'Z';
  static final int REF = 'r';
  static final int TUPLE = '(';
  static final int SMALL_TUPLE = ')';
  static final int LIST = '[';
  static final int DICT = '{';
  static final int SET = '<';
  static final int FROZENSET = '>';
  static final int SLICE = ':';
  static final int CODE = 'c';

  private TypeCode() {}
}
