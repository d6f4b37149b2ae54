package io.github.pycmaven.marshal;

/** Says that bytes are no marshalled value, or no cache, and where that shows. */
public final class PycFormatException extends Exception {
  private static final long serialVersionUID = 1;

  /** How CPython would call the fault. */
  public enum Kind {
    /** The bytes end too soon: {@code EOFError}. */
    END_OF_DATA,
    /** The bytes mean nothing: {@code ValueError}. */
    BAD_DATA,
    /** The values do not fit together: {@code TypeError}. */
    BAD_TYPE
  }

  private final Kind kind;
  private final int offset;

  /** A fault at an offset from the start of the bytes that were given. */
  public PycFormatException(Kind kind, int offset, String reason) {
    super(reason);
    this.kind = kind;
    this.offset = offset;
  }

  /** The kind of fault. */
  public Kind kind() {
    return kind;
  }

  /** Where it shows, from the start of the bytes that were given. */
  public int offset() {
    return offset;
  }

  /** The reason without the place, in CPython's words where it has some. */
  public String reason() {
    return super.getMessage();
  }

  @Override
  public String getMessage() {
    return super.getMessage() + " at offset " + offset;
  }
}
