package io.github.pycmaven.verify;

import java.util.Locale;

/** Who will read a tree of sources and caches, which decides the places and dates that count. */
enum Reader {
  /** The import system, from a folder. */
  FOLDER(true, false, true),
  /** The import system, once the archive is unpacked with its dates; and our virtual machine. */
  UNPACKED(true, false, true),
  /** The import system, once an installer has unpacked the wheel; the files' dates are then new. */
  INSTALLED(true, false, false),
  /**
   * {@code zipimport}, which reads caches in the place of sources only, with dates of two seconds.
   *
   * @cpython Lib/zipimport.py:_unmarshal_code
   */
  ZIPIMPORT(false, true, true);

  private final boolean readsCacheFolders;
  private final boolean readsCachesBesideSources;
  private final boolean keepsDates;

  Reader(boolean readsCacheFolders, boolean readsCachesBesideSources, boolean keepsDates) {
    this.readsCacheFolders = readsCacheFolders;
    this.readsCachesBesideSources = readsCachesBesideSources;
    this.keepsDates = keepsDates;
  }

  /** Whether caches in {@code __pycache__} are read. */
  boolean readsCacheFolders() {
    return readsCacheFolders;
  }

  /** Whether {@code m.pyc} is read although {@code m.py} is there. */
  boolean readsCachesBesideSources() {
    return readsCachesBesideSources;
  }

  /** Whether a source keeps its date on the way to the reader. */
  boolean keepsDates() {
    return keepsDates;
  }

  /** By how many seconds a source's date may differ from the one that a cache records. */
  long tolerance() {
    return this == ZIPIMPORT ? 1 : 0;
  }

  /** The reader of an archive by its name, or null if the name is no archive's. */
  static Reader ofArchive(String name) {
    int dot = name.lastIndexOf('.');
    switch (dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
      case "jar":
      case "war":
      case "ear":
        return UNPACKED;
      case "whl":
        return INSTALLED;
      case "zip":
      case "pyz":
      case "pyzw":
      case "egg":
        return ZIPIMPORT;
      default:
        return null;
    }
  }
}
