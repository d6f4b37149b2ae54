package io.github.pycmaven.artifact;

/** Why there can be no executable jar; the message is for the user and says what to do. */
public final class PackagingException extends Exception {
  private static final long serialVersionUID = 1;

  PackagingException(String message) {
    super(message);
  }
}
