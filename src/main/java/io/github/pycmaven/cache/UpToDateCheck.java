package io.github.pycmaven.cache;

import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.pyc.PycHeader;
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Whether a cache is what a compilation would write. CPython compares twelve bytes of the header of
 * timestamp caches and knows no others; here the whole header counts, the mode with it, and the
 * body must be whole and record the wanted name.
 */
final class UpToDateCheck {
  private UpToDateCheck() {}

  static boolean isUpToDate(Path cache, PycHeader wanted, Target target, String recorded) {
    try {
      if (!Files.isRegularFile(cache, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      FileBytes file = FileBytes.of(cache);
      byte[] bytes = file.bytes();
      return file.length() > PycHeader.SIZE
          && Arrays.equals(bytes, 0, PycHeader.SIZE, wanted.toBytes(), 0, PycHeader.SIZE)
          && PycFile.isWholeAndRecords(bytes, file.length(), target, recorded);
    } catch (IOException e) {
      return false;
    }
  }
}
