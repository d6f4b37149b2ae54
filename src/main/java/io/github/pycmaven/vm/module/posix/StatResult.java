package io.github.pycmaven.vm.module.posix;

import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.host.HostErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/** {@code os.stat_result}. */
final class StatResult {
  static final PyType TYPE =
      PyStructSequence.type(
          "os.stat_result",
          10,
          "st_mode",
          "st_ino",
          "st_dev",
          "st_nlink",
          "st_uid",
          "st_gid",
          "st_size",
          "_st_atime",
          "_st_mtime",
          "_st_ctime",
          "st_atime",
          "st_mtime",
          "st_ctime",
          "st_atime_ns",
          "st_mtime_ns",
          "st_ctime_ns",
          "st_blksize",
          "st_blocks",
          "st_rdev");

  private static final String[] INTS = {"mode", "ino", "dev", "nlink", "uid", "gid", "size"};
  private static final String[] TIMES = {"lastAccessTime", "lastModifiedTime", "ctime"};
  private static final long NANOS = 1_000_000_000L;
  private static final int PAGE = 4096;
  private static final int BLOCK = 512;

  private StatResult() {}

  /** Asks for a file. */
  static PyObject of(Path path, boolean follow, PyObject name) {
    LinkOption[] options =
        follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    Map<String, Object> a;
    try {
      a = Files.readAttributes(path, "unix:*", options);
    } catch (IOException e) {
      throw HostErrors.of(e, name);
    }
    PyObject[] v = new PyObject[19];
    for (int i = 0; i < INTS.length; i++) {
      v[i] = PyInt.of(((Number) a.get(INTS[i])).longValue());
    }
    for (int i = 0; i < TIMES.length; i++) {
      Instant at = ((FileTime) a.get(TIMES[i])).toInstant();
      v[7 + i] = PyInt.of(at.getEpochSecond());
      v[10 + i] = new PyFloat(at.getEpochSecond() + 1e-9 * at.getNano());
      v[13 + i] = PyInt.of(at.getEpochSecond() * NANOS + at.getNano());
    }
    long size = ((Number) a.get("size")).longValue();
    v[16] = PyInt.of(PAGE);
    v[17] = PyInt.of((size + PAGE - 1) / PAGE * (PAGE / BLOCK));
    v[18] = PyInt.of(((Number) a.get("rdev")).longValue());
    return PyStructSequence.of(TYPE, v);
  }
}
