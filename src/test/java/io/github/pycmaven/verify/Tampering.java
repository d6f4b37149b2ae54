package io.github.pycmaven.verify;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;

/** Ways to poison the tree of {@link TamperingTest}. */
enum Tampering {
  // Another body under a header that CPython trusts.
  DECOY_SOURCE(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("1000", "1001"))),
  DECOY_AT_LEVEL_1(FindingKind.BODY_MISMATCH, t -> body(t, 1, replace("1000", "1001"))),
  DECOY_AT_LEVEL_2(FindingKind.BODY_MISMATCH, t -> body(t, 2, replace("1000", "1001"))),
  UNCHECKED_DECOY(
      FindingKind.BODY_MISMATCH,
      InvalidationMode.UNCHECKED_HASH,
      t -> body(t, 0, replace("1000", "1001"))),
  TIMESTAMP_DECOY(
      FindingKind.BODY_MISMATCH,
      InvalidationMode.TIMESTAMP,
      t -> body(t, 0, replace("'a', 'b'", "'a', 'c'"))),
  OTHER_TEXT(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("'no '", "'yes'"))),
  OTHER_NAME(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("open", "eval"))),
  OTHER_ATTRIBUTE(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace(".read()", ".pead()"))),
  OTHER_IMPORT(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("import os", "import re"))),
  OTHER_DEFAULT(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("=False", "=True "))),
  OTHER_PARAMETER(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("admin", "staff"))),
  OTHER_EXCEPTION(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("OSError", "IOError"))),
  OTHER_CLASS_NAME(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("Reader", "Writer"))),
  OTHER_FUNCTION_NAME(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("check", "Check"))),
  OTHER_DOCSTRING(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("Module", "Noduli"))),
  NEGATED_TEST(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("not admin", "admin    "))),
  NO_ASSERTION(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("assert user", "pass"))),
  MORE_CODE(FindingKind.BODY_MISMATCH, t -> body(t, 0, s -> s + "os.system('true')\n")),
  LESS_CODE(FindingKind.BODY_MISMATCH, t -> body(t, 0, s -> s.substring(0, s.indexOf("def che")))),
  EMPTY_MODULE(FindingKind.BODY_MISMATCH, t -> body(t, 0, s -> "")),
  COROUTINE(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("def check", "async def check"))),
  MOVED_LINES(FindingKind.BODY_MISMATCH, t -> body(t, 0, replace("\nLIMIT", "\n\n\nLIMIT"))),
  MOVED_COLUMNS(
      FindingKind.LINE_TABLE_MISMATCH, t -> body(t, 0, replace("LIMIT = 1000", "LIMIT =  1000"))),

  // Bytes of the body.
  ARGUMENT_COUNT(FindingKind.BODY_MISMATCH, t -> patch(t, 17, 1)),
  POSITIONAL_ONLY_COUNT(FindingKind.CORRUPT_BODY, t -> patch(t, 21, 1)),
  KEYWORD_ONLY_COUNT(FindingKind.BODY_MISMATCH, t -> patch(t, 25, 1)),
  STACK_SIZE(FindingKind.BODY_MISMATCH, t -> patch(t, 29, 99)),
  CODE_FLAGS(FindingKind.BODY_MISMATCH, t -> patch(t, 33, 0x20)),
  INSTRUCTION(FindingKind.BODY_MISMATCH, t -> flip(t, code(t).code().value(), 3)),
  NESTED_INSTRUCTION(FindingKind.BODY_MISMATCH, t -> flip(t, method(t).code().value(), 5)),
  LINE_TABLE(FindingKind.LINE_TABLE_MISMATCH, t -> flip(t, code(t).lineTable().value(), 1)),
  NESTED_LINE_TABLE(
      FindingKind.LINE_TABLE_MISMATCH, t -> flip(t, method(t).lineTable().value(), 2)),
  EXCEPTION_TABLE(FindingKind.BODY_MISMATCH, t -> flip(t, method(t).exceptionTable().value(), 1)),
  WRONG_TYPE_BYTE(FindingKind.CORRUPT_BODY, t -> patch(t, 16, '?')),
  NON_CODE(FindingKind.NON_CODE, t -> bytes(t, b -> number(b))),
  CUT_BODY(FindingKind.CORRUPT_BODY, t -> bytes(t, b -> Arrays.copyOf(b, b.length - 7))),
  NO_BODY(FindingKind.CORRUPT_BODY, t -> bytes(t, b -> Arrays.copyOf(b, 16))),
  TRAILING_BYTES(FindingKind.TRAILING_BYTES, t -> bytes(t, b -> Arrays.copyOf(b, b.length + 9))),

  // Headers.
  UNCHECKED_FLAG(
      FindingKind.UNCHECKED_AND_DIFFERENT,
      t -> {
        patch(t, 4, 1);
        Files.writeString(t.resolve("m.py"), TamperingTest.source("m.py", 2000));
      }),
  UNKNOWN_FLAG(FindingKind.BAD_FLAGS, t -> patch(t, 4, 7)),
  HIGH_FLAG(FindingKind.BAD_FLAGS, t -> patch(t, 7, 0x80)),
  OTHER_MAGIC(FindingKind.WRONG_MAGIC, t -> patch(t, 0, 0xf3)),
  NO_LINE_FEED(FindingKind.WRONG_MAGIC, t -> patch(t, 3, 0)),
  OTHER_HASH(FindingKind.STALE_HASH, t -> patch(t, 9, 0x55)),
  EMPTY_FILE(FindingKind.TRUNCATED_HEADER, t -> bytes(t, b -> new byte[0])),
  CUT_HEADER(FindingKind.TRUNCATED_HEADER, t -> bytes(t, b -> Arrays.copyOf(b, 15))),
  OTHER_RECORDED_SIZE(FindingKind.STALE_SIZE, InvalidationMode.TIMESTAMP, t -> patch(t, 12, 1)),
  OTHER_RECORDED_DATE(FindingKind.STALE_MTIME, InvalidationMode.TIMESTAMP, t -> patch(t, 8, 1)),
  CHANGED_SOURCE(
      FindingKind.STALE_HASH,
      t -> Files.writeString(t.resolve("m.py"), TamperingTest.source("m.py", 1001))),
  CHANGED_SOURCE_OF_SAME_SIZE_AND_DATE(
      FindingKind.BODY_MISMATCH,
      InvalidationMode.TIMESTAMP,
      t -> {
        Path source = t.resolve("m.py");
        FileTime date = Files.getLastModifiedTime(source);
        Files.writeString(source, TamperingTest.source("m.py", 1001));
        Files.setLastModifiedTime(source, date);
      }),
  TOUCHED_SOURCE(
      FindingKind.STALE_MTIME,
      InvalidationMode.TIMESTAMP,
      t -> Files.setLastModifiedTime(t.resolve("m.py"), FileTime.fromMillis(0))),

  // Files in other places.
  SWAPPED_FILES(FindingKind.STALE_HASH, t -> copy(t, "n.cpython-314.pyc", "m.cpython-314.pyc")),
  SWAPPED_BODIES(
      FindingKind.BODY_MISMATCH,
      t ->
          bytes(
              t,
              b -> {
                byte[] other = Files.readAllBytes(t.resolve("__pycache__/n.cpython-314.pyc"));
                System.arraycopy(b, 0, other, 0, 16);
                return other;
              })),
  SWAPPED_LEVELS(
      FindingKind.BODY_MISMATCH, t -> copy(t, "m.cpython-314.opt-2.pyc", "m.cpython-314.pyc")),
  FOREIGN_TAG(FindingKind.FOREIGN_TAG, t -> copy(t, "m.cpython-314.pyc", "m.cpython-399.pyc")),
  TAG_OF_A_TOOL(
      FindingKind.FOREIGN_TAG, t -> copy(t, "m.cpython-314.pyc", "m.cpython-314-pytest-8.4.2.pyc")),
  OTHER_INTERPRETER(FindingKind.FOREIGN_TAG, t -> copy(t, "m.cpython-314.pyc", "m.pypy311.pyc")),
  OLDER_TAG(FindingKind.WRONG_MAGIC, t -> copy(t, "m.cpython-314.pyc", "m.cpython-313.pyc")),
  UNKNOWN_LEVEL(
      FindingKind.FOREIGN_TAG, t -> copy(t, "m.cpython-314.pyc", "m.cpython-314.opt-3.pyc")),
  NO_SOURCE(FindingKind.ORPHAN, t -> Files.delete(t.resolve("m.py"))),
  EXTRA_CACHE(FindingKind.ORPHAN, t -> copy(t, "m.cpython-314.pyc", "evil.cpython-314.pyc")),
  FOLDED_CASE(FindingKind.ORPHAN, t -> copy(t, "m.cpython-314.pyc", "M.cpython-314.pyc")),
  NO_TAG(FindingKind.ORPHAN, t -> copy(t, "m.cpython-314.pyc", "evil.pyc")),
  NO_CACHE(
      FindingKind.MISSING,
      t -> {
        for (String level : new String[] {"", ".opt-1", ".opt-2"}) {
          Files.delete(t.resolve("__pycache__/m.cpython-314" + level + ".pyc"));
        }
      }),
  ONLY_LEVEL_1_AND_POISONED(
      FindingKind.BODY_MISMATCH,
      t -> {
        body(t, 1, replace("1000", "1001"));
        Files.delete(t.resolve("__pycache__/m.cpython-314.pyc"));
        Files.delete(t.resolve("__pycache__/m.cpython-314.opt-2.pyc"));
      }),
  LEGACY_BESIDE_SOURCE(FindingKind.LEGACY_SHADOW, t -> copy(t, "m.cpython-314.pyc", "../m.pyc")),
  SOURCELESS(FindingKind.ORPHAN, t -> copy(t, "m.cpython-314.pyc", "../evil.pyc")),
  SOURCELESS_PACKAGE(FindingKind.ORPHAN, t -> copy(t, "m.cpython-314.pyc", "../pkg/json.pyc")),
  SOURCE_AMONG_CACHES(
      FindingKind.UNCHECKABLE, t -> Files.writeString(t.resolve("__pycache__/evil.py"), "x = 1\n")),
  PACKAGE_AMONG_CACHES(
      FindingKind.ORPHAN,
      t -> {
        Files.createDirectory(t.resolve("__pycache__/deep"));
        copy(t, "m.cpython-314.pyc", "deep/evil.pyc");
      }),
  TEMPORARY_FILE(
      FindingKind.TEMP_LEFT_OVER, t -> copy(t, "m.cpython-314.pyc", "m.cpython-314.pyc.4711")),

  // Links.
  LINKED_CACHE_FOLDER(
      FindingKind.SYMLINK_OUTSIDE,
      t -> {
        Path outside = t.resolveSibling("outside");
        deleteAll(outside);
        Files.move(t.resolve("__pycache__"), outside);
        Files.createSymbolicLink(t.resolve("__pycache__"), outside);
      },
      true),
  LINKED_CACHE(
      FindingKind.SYMLINK_OUTSIDE,
      t -> {
        Path cache = t.resolve("__pycache__/m.cpython-314.pyc");
        Path outside = t.resolveSibling("outside.pyc");
        Files.deleteIfExists(outside);
        Files.move(cache, outside);
        Files.createSymbolicLink(cache, outside);
      },
      true),
  LINKED_SOURCE(
      FindingKind.SYMLINK_OUTSIDE,
      t -> {
        Path outside = t.resolveSibling("outside.py");
        Files.deleteIfExists(outside);
        Files.move(t.resolve("m.py"), outside);
        Files.createSymbolicLink(t.resolve("m.py"), outside);
      },
      true),
  LINKED_PACKAGE(
      FindingKind.SYMLINK_OUTSIDE,
      t -> {
        Path outside = t.resolveSibling("outside-package");
        deleteAll(outside);
        Files.move(t.resolve("pkg"), outside);
        Files.createSymbolicLink(t.resolve("pkg"), outside);
      },
      true),
  DANGLING_SOURCE(
      FindingKind.UNCHECKABLE,
      t -> {
        Files.delete(t.resolve("m.py"));
        Files.createSymbolicLink(t.resolve("m.py"), t.resolve("nowhere.py"));
      },
      true);

  private interface Change {
    void apply(Path tree) throws IOException;
  }

  private interface Edit {
    String apply(String source);
  }

  private interface ByteEdit {
    byte[] apply(byte[] bytes) throws IOException;
  }

  private final FindingKind expected;
  private final InvalidationMode mode;
  private final Change change;
  private final boolean needsLinks;

  Tampering(FindingKind expected, Change change) {
    this(expected, InvalidationMode.CHECKED_HASH, change, false);
  }

  Tampering(FindingKind expected, Change change, boolean needsLinks) {
    this(expected, InvalidationMode.CHECKED_HASH, change, needsLinks);
  }

  Tampering(FindingKind expected, InvalidationMode mode, Change change) {
    this(expected, mode, change, false);
  }

  Tampering(FindingKind expected, InvalidationMode mode, Change change, boolean needsLinks) {
    this.expected = expected;
    this.mode = mode;
    this.change = change;
    this.needsLinks = needsLinks;
  }

  FindingKind expected() {
    return expected;
  }

  InvalidationMode mode() {
    return mode;
  }

  boolean needsLinks() {
    return needsLinks;
  }

  void apply(Path tree) throws IOException {
    change.apply(tree);
  }

  private static Path cache(Path tree) {
    return tree.resolve("__pycache__/m.cpython-314.pyc");
  }

  /** Gives m's cache of a level the body of a changed source, under the header that it had. */
  private static void body(Path tree, int level, Edit edit) throws IOException {
    Path work = tree.resolveSibling("work");
    deleteAll(work);
    Files.createDirectory(work);
    String source = TamperingTest.source("m.py", 1000);
    String changed = edit.apply(source);
    if (changed.equals(source)) {
      throw new IllegalStateException("the edit changes nothing");
    }
    Files.writeString(work.resolve("m.py"), changed);
    TamperingTest.compile(work, InvalidationMode.CHECKED_HASH, work);
    String name = "__pycache__/m.cpython-314" + (level == 0 ? "" : ".opt-" + level) + ".pyc";
    byte[] other = Files.readAllBytes(work.resolve(name));
    byte[] bytes = Files.readAllBytes(tree.resolve(name));
    System.arraycopy(bytes, 0, other, 0, 16);
    Files.write(tree.resolve(name), other);
  }

  private static Edit replace(String from, String to) {
    return source -> source.replace(from, to);
  }

  private static void bytes(Path tree, ByteEdit edit) throws IOException {
    byte[] bytes = Files.readAllBytes(cache(tree));
    Files.write(cache(tree), edit.apply(bytes));
  }

  private static void patch(Path tree, int offset, int value) throws IOException {
    bytes(
        tree,
        b -> {
          if (b[offset] == (byte) value) {
            throw new IllegalStateException("the patch changes nothing");
          }
          b[offset] = (byte) value;
          return b;
        });
  }

  private static byte[] number(byte[] bytes) {
    byte[] number = Arrays.copyOf(bytes, 21);
    number[16] = 'i';
    return number;
  }

  private static CodeObject code(Path tree) throws IOException {
    byte[] bytes = Files.readAllBytes(cache(tree));
    try {
      return PycFile.readBody(bytes, Target.of(PythonVersion.V3_14)).code();
    } catch (PycFormatException e) {
      throw new IOException(e);
    }
  }

  /** The code of the method {@code read}, which has an exception table. */
  private static CodeObject method(Path tree) throws IOException {
    return nested(nested(code(tree), "Reader"), "read");
  }

  private static CodeObject nested(CodeObject code, String name) {
    for (Constant constant : code.consts().elements()) {
      if (constant instanceof Constant.Code found && found.code().name().value().equals(name)) {
        return found.code();
      }
    }
    throw new IllegalStateException("no code " + name);
  }

  /** Flips the lowest bit of one byte of a part of the body. */
  private static void flip(Path tree, byte[] part, int index) throws IOException {
    bytes(
        tree,
        b -> {
          String all = new String(b, StandardCharsets.ISO_8859_1);
          int at = all.indexOf(new String(part, StandardCharsets.ISO_8859_1));
          b[at + index] ^= 1;
          return b;
        });
  }

  /** Copies a file in the cache folder. */
  private static void copy(Path tree, String from, String to) throws IOException {
    Path folder = tree.resolve("__pycache__");
    Files.write(folder.resolve(to).normalize(), Files.readAllBytes(folder.resolve(from)));
  }

  private static void deleteAll(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path inner : list(path)) {
        deleteAll(inner);
      }
    }
    Files.deleteIfExists(path);
  }

  private static Iterable<Path> list(Path folder) throws IOException {
    try (java.util.stream.Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
