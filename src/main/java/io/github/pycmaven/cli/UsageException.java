package io.github.pycmaven.cli;

/** The command was used in a wrong way; the message says which. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message, null, false, false);
  }
}
