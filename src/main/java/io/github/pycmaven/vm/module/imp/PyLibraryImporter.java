package io.github.pycmaven.vm.module.imp;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.module.marshal.MarshalModule;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds and loads the library inside the jar, as {@code zipimport} does with archives: an object of
 * this class stands for one folder. It reads {@code __pycache__} and never asks whether a cache is
 * fresh: nothing else can lie beside it.
 */
@BuiltinType("libraryimporter")
public final class PyLibraryImporter extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("libraryimporter", new PyLibraryImporterTable()).forbidSubclasses();

  private static final int HEADER = 16;
  private static final String CACHE = ".cpython-314.pyc";

  /** The library's entry of {@code sys.path}, and where the class loader finds the same. */
  private static String place;

  private static String resources;

  private final String path;

  /** The folder's resources, with a slash at the end. */
  private final String folder;

  private PyLibraryImporter(String path) {
    super(TYPE);
    this.path = path;
    this.folder = resources + path.substring(place.length()) + "/";
  }

  /** Says where the library lies. */
  public static void install(String libraryPlace, String resourceFolder) {
    place = libraryPlace;
    resources = resourceFolder;
  }

  @Builtin("__new__(cls, path, /)")
  static PyObject create(PyType cls, PyObject path) {
    if (place == null
        || !(path instanceof PyStr p)
        || !p.value.startsWith(place)
        || (p.value.length() > place.length() && p.value.charAt(place.length()) != '/')) {
      throw Exc.raise(Exc.ImportError, "not a part of the library");
    }
    return new PyLibraryImporter(p.value);
  }

  private static byte[] read(String resource) {
    try (InputStream in = PyLibraryImporter.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw Exc.osError(5, "Input/output error", PyStr.of(resource));
    }
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The bytes of a package's cache, or null. */
  private byte[] packageCache(String name) {
    return read(folder + last(name) + "/__pycache__/__init__" + CACHE);
  }

  private byte[] moduleCache(String name) {
    return read(folder + "__pycache__/" + last(name) + CACHE);
  }

  @Builtin("find_spec(self, fullname, target=None)")
  static PyObject findSpec(PyLibraryImporter self, String name, PyObject target) {
    boolean isPackage = isPackage(self, name);
    if (!isPackage && !self.has("__pycache__/" + last(name) + CACHE)) {
      return PyNone.NONE;
    }
    PyObject boot = Obj.runtime().modules().get(PyStr.intern("_frozen_importlib"));
    PyObject spec = Obj.getAttr(boot, "ModuleSpec").call2(PyStr.of(name), self);
    String file = self.file(name, isPackage);
    Obj.setAttr(spec, PyStr.intern("origin"), PyStr.of(file));
    Obj.setAttr(spec, PyStr.intern("has_location"), io.github.pycmaven.vm.core.object.PyBool.TRUE);
    if (isPackage) {
      PyList locations = new PyList();
      locations.append(PyStr.of(self.path + "/" + last(name)));
      Obj.setAttr(spec, PyStr.intern("submodule_search_locations"), locations);
    }
    return spec;
  }

  private boolean has(String file) {
    return PyLibraryImporter.class.getClassLoader().getResource(folder + file) != null;
  }

  private String file(String name, boolean isPackage) {
    return path + "/" + last(name) + (isPackage ? "/__init__.py" : ".py");
  }

  @Builtin("create_module(self, spec)")
  static void createModule(PyLibraryImporter self, PyObject spec) {}

  @Builtin("exec_module(self, module)")
  static void execModule(PyLibraryImporter self, PyModule module) {
    PyObject code = getCode(self, Obj.str(module.dict.get(Names.NAME)));
    Calls.method(Obj.runtime().modules().get(PyStr.intern("builtins")), "exec", code, module.dict);
  }

  @Builtin("get_code(self, fullname)")
  static PyObject getCode(PyLibraryImporter self, String name) {
    byte[] cache = self.packageCache(name);
    if (cache == null) {
      cache = self.moduleCache(name);
    }
    if (cache == null) {
      throw Exc.raise(Exc.ImportError, "can't find module '" + name + "'");
    }
    return MarshalModule.read(cache, HEADER);
  }

  @Builtin("get_source(self, fullname)")
  static void getSource(PyLibraryImporter self, String name) {}

  @Builtin("get_filename(self, fullname)")
  static String getFilename(PyLibraryImporter self, String name) {
    return self.file(name, isPackage(self, name));
  }

  @Builtin("is_package(self, fullname)")
  static boolean isPackage(PyLibraryImporter self, String name) {
    return self.has(last(name) + "/__pycache__/__init__" + CACHE);
  }

  @Builtin("get_data(self, pathname, /)")
  static PyObject getData(PyLibraryImporter self, String pathname) {
    byte[] b =
        pathname.startsWith(place) ? read(resources + pathname.substring(place.length())) : null;
    if (b == null) {
      throw Exc.osError(2, "No such file or directory", PyStr.of(pathname));
    }
    return new PyBytes(b);
  }

  @Builtin("invalidate_caches(self)")
  static void invalidateCaches(PyLibraryImporter self) {}

  @Builtin("__repr__(self, /)")
  static String repr(PyLibraryImporter self) {
    return "<libraryimporter object \"" + self.path + "\">";
  }
}
