package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** {@code FileIO}: as yet only whole files for reading. */
@BuiltinType("_io.FileIO")
public final class PyFileIO extends PyInstance {
  public static final PyType TYPE = PyType.builtin("_io.FileIO", new PyFileIOTable()).withDict();
  private Path path;

  private PyFileIO(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyFileIO(cls);
  }

  @Builtin("__init__(self, file, mode='r', closefd=True, opener=None)")
  static void init(PyFileIO self, PyObject file, String mode, boolean closefd, PyObject opener) {
    self.path = Path.of(Obj.str(file));
    if (!Files.exists(self.path)) {
      throw Exc.osError(2, "No such file or directory", file);
    }
    if (Files.isDirectory(self.path)) {
      throw Exc.osError(21, "Is a directory", file);
    }
  }

  @Builtin("read(self, size=-1, /)")
  PyObject read(int size) {
    try {
      return new PyBytes(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      throw Exc.osError(2, "No such file or directory", PyStr.of(path.toString()));
    } catch (IOException e) {
      throw Exc.osError(5, "Input/output error", PyStr.of(path.toString()));
    }
  }

  @Builtin("readall(self, /)")
  PyObject readAll() {
    return read(-1);
  }

  @Builtin("close(self, /)")
  void close() {}

  @Builtin("__enter__(self, /)")
  PyObject enter() {
    return this;
  }

  @Builtin("__exit__(self, /, *args)")
  void exit(PyObject[] args) {}
}
