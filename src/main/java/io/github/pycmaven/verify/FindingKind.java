package io.github.pycmaven.verify;

/** What can be wrong with a cache; each kind has a stable id and a cure. */
public enum FindingKind {
  MISSING("missing", "the source has no cache", "run compileall"),
  STALE_MTIME(
      "stale-mtime",
      "the source's modification time is not the recorded one",
      "run compileall, or use a hash mode if a tool changes the times"),
  STALE_SIZE("stale-size", "the source's size is not the recorded one", "run compileall"),
  STALE_HASH("stale-hash", "the source's hash is not the recorded one", "run compileall"),
  UNCHECKED_AND_DIFFERENT(
      "unchecked-and-different",
      "the cache is never compared with its source, which has changed",
      "run compileall, and prefer checked-hash"),
  WRONG_MAGIC(
      "wrong-magic",
      "the magic number is not that of the version in the name",
      "run compileall for that version"),
  BAD_FLAGS("bad-flags", "the header has unknown flags", "run compileall"),
  TRUNCATED_HEADER("truncated-header", "the file is shorter than a header", "run compileall"),
  CORRUPT_BODY("corrupt-body", "the body cannot be read", "delete the cache and run compileall"),
  NON_CODE("non-code", "the body is no code object", "delete the cache and run compileall"),
  TRAILING_BYTES(
      "trailing-bytes", "bytes follow the code object", "delete the cache and run compileall"),
  BODY_MISMATCH(
      "body-mismatch",
      "the code is not the compilation of the source",
      "find out who wrote the cache; then delete it and run compileall"),
  LINE_TABLE_MISMATCH(
      "line-table-mismatch",
      "the code differs from the compilation of the source in its line tables only",
      "run compileall, or allow it if another patch release wrote the cache"),
  ORPHAN("orphan", "the cache belongs to no source", "run clean-cache with orphans only"),
  LEGACY_SHADOW(
      "legacy-shadow",
      "a cache lies where it is imported as soon as the source beside it is gone",
      "delete it"),
  FOREIGN_TAG(
      "foreign-tag", "the cache is for an interpreter that was not asked for", "run clean-cache"),
  NEVER_READ("never-read", "zipimport never reads this folder", "put the cache beside the source"),
  TEMP_LEFT_OVER(
      "temp-left-over", "a write was interrupted", "run clean-cache, which removes such files"),
  SYMLINK_OUTSIDE(
      "symlink-outside", "a link leads out of the tree", "replace the link by what it points to"),
  UNCHECKABLE(
      "uncheckable",
      "what cannot be checked is not good",
      "make it readable and unambiguous, or remove it");

  private final String id;
  private final String meaning;
  private final String cure;

  FindingKind(String id, String meaning, String cure) {
    this.id = id;
    this.meaning = meaning;
    this.cure = cure;
  }

  /** The stable name. */
  public String id() {
    return id;
  }

  /** What it says of a cache. */
  public String meaning() {
    return meaning;
  }

  /** What to do. */
  public String cure() {
    return cure;
  }
}
