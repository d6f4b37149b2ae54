package io.github.pycmaven.cache;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;

/** Words for what goes wrong with files. */
public final class FileProblems {
  private FileProblems() {}

  /** What the exception means to a user. */
  public static String describe(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    } else if (e instanceof AccessDeniedException) {
      return "permission denied";
    } else if (e instanceof FileAlreadyExistsException
        || e instanceof ReadOnlyFileSystemException) {
      return e.getMessage();
    } else if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    } else if (e instanceof IOException && e.getMessage() != null) {
      return e.getMessage();
    }
    return e.toString();
  }
}
