package io.github.pycmaven.cache;

/**
 * Something that could not be read, written or found.
 *
 * @param path the file or folder
 * @param message what is wrong and, where there is one, the cure
 */
public record Problem(String path, String message) {
  @Override
  public String toString() {
    return path + ": " + message;
  }
}
