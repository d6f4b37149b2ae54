package io.github.pycmaven.vm.host;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyObject;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;

/** The host's errors as {@code OSError}s with the numbers and words of Linux. */
public final class HostErrors {
  private static final String[] TEXTS = {
    "1 Operation not permitted",
    "2 No such file or directory",
    "3 No such process",
    "4 Interrupted system call",
    "5 Input/output error",
    "9 Bad file descriptor",
    "10 No child processes",
    "11 Resource temporarily unavailable",
    "12 Cannot allocate memory",
    "13 Permission denied",
    "16 Device or resource busy",
    "17 File exists",
    "18 Invalid cross-device link",
    "20 Not a directory",
    "21 Is a directory",
    "22 Invalid argument",
    "24 Too many open files",
    "25 Inappropriate ioctl for device",
    "26 Text file busy",
    "27 File too large",
    "28 No space left on device",
    "29 Illegal seek",
    "30 Read-only file system",
    "31 Too many links",
    "32 Broken pipe",
    "36 File name too long",
    "38 Function not implemented",
    "39 Directory not empty",
    "40 Too many levels of symbolic links",
    "75 Value too large for defined data type",
    "88 Socket operation on non-socket",
    "89 Destination address required",
    "90 Message too long",
    "92 Protocol not available",
    "95 Operation not supported",
    "97 Address family not supported by protocol",
    "98 Address already in use",
    "99 Cannot assign requested address",
    "101 Network is unreachable",
    "103 Software caused connection abort",
    "104 Connection reset by peer",
    "106 Transport endpoint is already connected",
    "107 Transport endpoint is not connected",
    "110 Connection timed out",
    "111 Connection refused",
    "113 No route to host",
    "114 Operation already in progress",
    "115 Operation now in progress",
  };

  private HostErrors() {}

  /** The words for an error number. */
  public static String text(int number) {
    String start = number + " ";
    for (String t : TEXTS) {
      if (t.startsWith(start)) {
        return t.substring(start.length());
      }
    }
    return "Unknown error " + number;
  }

  /** The error of a number, ready to be thrown. */
  public static PyRaise of(int number, PyObject filename) {
    return Exc.osError(number, text(number), filename);
  }

  /** What became of a call to the host, ready to be thrown. */
  public static PyRaise of(IOException e, PyObject filename) {
    return of(number(e), filename);
  }

  /** The number of the host's error: by class where it has one, else by the words that it gives. */
  public static int number(IOException e) {
    if (e instanceof NoSuchFileException) {
      return 2;
    }
    if (e instanceof FileAlreadyExistsException) {
      return 17;
    }
    if (e instanceof AccessDeniedException) {
      return 13;
    }
    if (e instanceof DirectoryNotEmptyException) {
      return 39;
    }
    if (e instanceof NotDirectoryException) {
      return 20;
    }
    if (e instanceof NotLinkException) {
      return 22;
    }
    if (e instanceof FileSystemLoopException) {
      return 40;
    }
    if ("Connection reset".equals(e.getMessage())) {
      return 104;
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    if (reason != null) {
      for (String t : TEXTS) {
        int space = t.indexOf(' ');
        if (reason.contains(t.substring(space + 1))) {
          return Integer.parseInt(t.substring(0, space));
        }
      }
    }
    return 5;
  }
}
