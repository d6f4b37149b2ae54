package io.github.pycmaven.cache;

import java.nio.file.Path;

/**
 * A source to be compiled.
 *
 * @param path where it lies
 * @param given its path as the user wrote it, or began to write it: the folder that was named, and
 *     what the walk found below; messages and recorded names start from here
 * @param root the folder that was named, or the file's own folder if the file was
 * @param isNamed whether the file itself was named, not a folder above it
 */
public record SourceFile(Path path, String given, Path root, boolean isNamed) {
  /** The path below the root, with slashes. */
  public String relative() {
    String text = root.relativize(path).toString();
    return text.replace(path.getFileSystem().getSeparator(), "/");
  }
}
