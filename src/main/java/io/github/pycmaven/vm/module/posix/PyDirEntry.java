package io.github.pycmaven.vm.module.posix;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** {@code os.DirEntry}. */
@BuiltinType("posix.DirEntry")
final class PyDirEntry extends PyObject {
  static final PyType TYPE =
      PyType.builtin("posix.DirEntry", new PyDirEntryTable()).uninstantiable();

  private final Path path;
  private final PyObject folder;

  PyDirEntry(Path path, PyObject folder) {
    super(TYPE);
    this.path = path;
    this.folder = folder;
  }

  @Getter("name")
  static PyObject name(PyDirEntry self) {
    return Paths.like(self.folder, self.path.getFileName().toString());
  }

  @Getter("path")
  static PyObject path(PyDirEntry self) {
    String base = Paths.text(self.folder);
    String name = self.path.getFileName().toString();
    return Paths.like(
        self.folder, base.isEmpty() || base.endsWith("/") ? base + name : base + "/" + name);
  }

  @Builtin("__fspath__(self, /)")
  static PyObject fspath(PyDirEntry self) {
    return path(self);
  }

  @Builtin("is_dir(self, /, *, follow_symlinks=True)")
  static boolean isDirectory(PyDirEntry self, boolean follow) {
    return Files.isDirectory(self.path, links(follow));
  }

  @Builtin("is_file(self, /, *, follow_symlinks=True)")
  static boolean isFile(PyDirEntry self, boolean follow) {
    return Files.isRegularFile(self.path, links(follow));
  }

  private static LinkOption[] links(boolean follow) {
    return follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
  }

  @Builtin("is_symlink(self, /)")
  static boolean isSymlink(PyDirEntry self) {
    return Files.isSymbolicLink(self.path);
  }

  @Builtin("is_junction(self, /)")
  static boolean isJunction(PyDirEntry self) {
    return false;
  }

  @Builtin("stat(self, /, *, follow_symlinks=True)")
  static PyObject stat(PyDirEntry self, boolean follow) {
    return StatResult.of(self.path, follow, path(self));
  }

  @Builtin("inode(self, /)")
  static PyObject inode(PyDirEntry self) {
    return Obj.getAttr(StatResult.of(self.path, false, path(self)), "st_ino");
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyDirEntry self) {
    return "<DirEntry " + Obj.repr(name(self)) + ">";
  }
}
