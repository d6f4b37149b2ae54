package io.github.pycmaven.vm.module.imp;

import io.github.pycmaven.util.Resources;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.module.marshal.MarshalModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds and loads what lies in the running jar, as {@code zipimport} does with other archives: the
 * library, and the program of a packaged application. An object of this class stands for one
 * folder. It reads {@code __pycache__} and never asks whether a cache is fresh: it and its source
 * were packed together, and no file of a jar changes alone.
 */
@BuiltinType("resourceimporter")
public final class PyResourceImporter extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("resourceimporter", new PyResourceImporterTable()).forbidSubclasses();

  private static final int HEADER = 16;
  private static final String TAG = ".cpython-314";
  private static final String SUFFIX = ".pyc";

  /** An entry of {@code sys.path}, and the folder of the jar that it means. */
  private record Root(String place, String folder, boolean isApplication) {}

  /** Places inside of other places come first. */
  private static final List<Root> ROOTS = new ArrayList<>();

  /** What the level of optimisation adds to the names of an application's caches. */
  private static String optimization = "";

  private final Root root;
  private final String path;

  /** Of the jar, with a slash at the end unless it is the jar's own root. */
  private final String folder;

  private PyResourceImporter(Root root, String path) {
    super(TYPE);
    this.root = root;
    this.path = path;
    String below = path.substring(root.place.length());
    String inside =
        root.folder.isEmpty() && !below.isEmpty() ? below.substring(1) : root.folder + below;
    this.folder = inside.isEmpty() ? "" : inside + "/";
  }

  /** Says where the library lies. */
  public static void installLibrary(String place, String folder) {
    ROOTS.add(0, new Root(place, folder, false));
  }

  /**
   * Says where the application lies.
   *
   * @param level its level of optimisation
   */
  public static void installApplication(String place, String folder, int level) {
    ROOTS.add(new Root(place, folder, true));
    optimization = level > 0 ? ".opt-" + level : "";
  }

  @Builtin("__new__(cls, path, /)")
  static PyObject create(PyType cls, PyObject path) {
    if (path instanceof PyStr p) {
      for (Root root : ROOTS) {
        boolean isBelow =
            p.value.startsWith(root.place)
                && (p.value.length() == root.place.length()
                    || p.value.charAt(root.place.length()) == '/');
        if (isBelow) {
          return new PyResourceImporter(root, p.value);
        }
      }
    }
    throw Exc.raise(Exc.ImportError, "not a part of the running jar");
  }

  private static byte[] read(String resource) {
    try {
      return Resources.own().read(resource);
    } catch (IOException e) {
      throw Exc.osError(5, "Input/output error", PyStr.of(resource));
    }
  }

  /** The bytes of a file of the packed application, by its path through the jar, or null. */
  public static byte[] file(String path) throws IOException {
    for (Root root : ROOTS) {
      if (root.isApplication && path.startsWith(root.place + "/")) {
        String below = path.substring(root.place.length() + 1);
        return Resources.own().read(root.folder.isEmpty() ? below : root.folder + "/" + below);
      }
    }
    return null;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private String level() {
    return root.isApplication ? optimization : "";
  }

  private String cache(String name, boolean isPackage) {
    String start = isPackage ? last(name) + "/__pycache__/__init__" : "__pycache__/" + last(name);
    return start + TAG + level() + SUFFIX;
  }

  /** The compiled form of a module: its cache, or where there is no source the file itself. */
  private String compiled(String name, boolean isPackage) {
    String cached = cache(name, isPackage);
    if (Resources.own().has(folder + cached)) {
      return cached;
    }
    String sourceless = last(name) + (isPackage ? "/__init__" : "") + SUFFIX;
    return root.isApplication && Resources.own().has(folder + sourceless) ? sourceless : null;
  }

  private String source(String name, boolean isPackage) {
    return last(name) + (isPackage ? "/__init__.py" : ".py");
  }

  @Builtin("find_spec(self, fullname, target=None)")
  static PyObject findSpec(PyResourceImporter self, String name, PyObject target) {
    boolean isPackage = true;
    String compiled = self.compiled(name, true);
    if (compiled == null) {
      isPackage = false;
      compiled = self.compiled(name, false);
    }
    if (compiled == null) {
      return self.withoutCode(name);
    }
    PyObject boot = Obj.runtime().modules().get(PyStr.intern("_frozen_importlib"));
    PyObject spec = Obj.getAttr(boot, "ModuleSpec").call2(PyStr.of(name), self);
    boolean isSourceless = compiled.indexOf("__pycache__") < 0;
    String file = isSourceless ? compiled : self.source(name, isPackage);
    Obj.setAttr(spec, PyStr.intern("origin"), PyStr.of(self.path + "/" + file));
    Obj.setAttr(spec, PyStr.intern("has_location"), PyBool.TRUE);
    if (self.root.isApplication) {
      Obj.setAttr(spec, PyStr.intern("cached"), PyStr.of(self.path + "/" + compiled));
    }
    if (isPackage) {
      setLocation(spec, self.path + "/" + last(name));
    }
    return spec;
  }

  private static void setLocation(PyObject spec, String path) {
    PyList locations = new PyList();
    locations.append(PyStr.of(path));
    Obj.setAttr(spec, PyStr.intern("submodule_search_locations"), locations);
  }

  /** A folder without {@code __init__} is a part of a namespace package; a source is a mistake. */
  private PyObject withoutCode(String name) {
    if (!root.isApplication) {
      return PyNone.NONE;
    }
    for (boolean isPackage : new boolean[] {true, false}) {
      if (Resources.own().has(folder + source(name, isPackage))) {
        throw Exc.raise(
            Exc.ImportError,
            "no cache for '"
                + path
                + "/"
                + source(name, isPackage)
                + "' in the jar; compile it before it is packed");
      }
    }
    if (!Resources.own().hasFolder(folder + last(name) + "/")) {
      return PyNone.NONE;
    }
    PyObject boot = Obj.runtime().modules().get(PyStr.intern("_frozen_importlib"));
    PyObject spec = Obj.getAttr(boot, "ModuleSpec").call2(PyStr.of(name), PyNone.NONE);
    setLocation(spec, path + "/" + last(name));
    return spec;
  }

  @Builtin("create_module(self, spec)")
  static void createModule(PyResourceImporter self, PyObject spec) {}

  @Builtin("exec_module(self, module)")
  static void execModule(PyResourceImporter self, PyModule module) {
    PyObject code = getCode(self, Obj.str(module.dict.get(Names.NAME)));
    Calls.method(Obj.runtime().modules().get(PyStr.intern("builtins")), "exec", code, module.dict);
  }

  @Builtin("get_code(self, fullname)")
  static PyObject getCode(PyResourceImporter self, String name) {
    boolean isPackage = isPackage(self, name);
    String compiled = self.compiled(name, isPackage);
    if (compiled == null) {
      throw Exc.raise(Exc.ImportError, "can't find module '" + name + "'");
    }
    String place = self.path + "/" + compiled;
    byte[] cache = read(self.folder + compiled);
    if (cache.length < HEADER || cache[0] != 43 || cache[1] != 14 || cache[2] != 13) {
      throw Exc.raise(Exc.ImportError, "bad magic number in '" + name + "': '" + place + "'");
    }
    PyObject code;
    try {
      code = MarshalModule.read(cache, HEADER);
    } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
      throw Exc.raise(Exc.ImportError, "damaged cache '" + place + "': " + Obj.str(e.value));
    }
    if (!(code instanceof PyCode c)) {
      throw Exc.raise(Exc.ImportError, "Non-code object in '" + place + "'");
    }
    if (self.root.isApplication) {
      c.fixFilename(PyStr.of(self.path + "/" + self.source(name, isPackage)));
    }
    return c;
  }

  @Builtin("get_source(self, fullname)")
  static PyObject getSource(PyResourceImporter self, String name) {
    byte[] source = read(self.folder + self.source(name, isPackage(self, name)));
    if (source == null) {
      return PyNone.NONE;
    }
    PyObject external = Obj.runtime().modules().get(PyStr.intern("_frozen_importlib_external"));
    return Calls.method(external, "decode_source", new PyBytes(source));
  }

  @Builtin("get_filename(self, fullname)")
  static String getFilename(PyResourceImporter self, String name) {
    return self.path + "/" + self.source(name, isPackage(self, name));
  }

  @Builtin("is_package(self, fullname)")
  static boolean isPackage(PyResourceImporter self, String name) {
    return self.compiled(name, true) != null;
  }

  @Builtin("get_data(self, pathname, /)")
  static PyObject getData(PyResourceImporter self, String pathname) {
    byte[] b = null;
    if (pathname.startsWith(self.root.place + "/")) {
      String below = pathname.substring(self.root.place.length() + 1);
      b = read(self.root.folder.isEmpty() ? below : self.root.folder + "/" + below);
    }
    if (b == null) {
      throw Exc.osError(2, "No such file or directory", PyStr.of(pathname));
    }
    return new PyBytes(b);
  }

  /** The names in a folder below this one, with a slash behind those of folders. */
  @Builtin("list_names(self, below='', /)")
  static PyObject listNames(PyResourceImporter self, String below) {
    String start = below.isEmpty() ? self.folder : self.folder + below + "/";
    PyList out = new PyList();
    String previous = "";
    for (String name : Resources.own().below(start)) {
      int slash = name.indexOf('/', start.length());
      String entry = name.substring(start.length(), slash < 0 ? name.length() : slash + 1);
      if (!entry.equals(previous)) {
        out.append(PyStr.of(entry));
      }
      previous = entry;
    }
    return out;
  }

  /** What {@code pkgutil} asks for: pairs of a module's name and whether it is a package. */
  @Builtin("iter_modules(self, prefix='')")
  static PyObject iterModules(PyResourceImporter self, String prefix) {
    TreeMap<String, Boolean> found = new TreeMap<>();
    String end = TAG + self.level() + SUFFIX;
    for (String name : Resources.own().below(self.folder)) {
      String below = name.substring(self.folder.length());
      if (!below.endsWith(end)) {
        continue;
      }
      String stem = below.substring(0, below.length() - end.length());
      if (stem.startsWith("__pycache__/")) {
        stem = stem.substring("__pycache__/".length());
        if (!stem.equals("__init__")) {
          found.putIfAbsent(stem, false);
        }
      } else if (stem.endsWith("/__pycache__/__init__")
          && stem.indexOf('/') == stem.length() - "/__pycache__/__init__".length()) {
        found.put(stem.substring(0, stem.indexOf('/')), true);
      }
    }
    PyList out = new PyList();
    found.forEach(
        (name, isPackage) ->
            out.append(
                new PyTuple(
                    new PyObject[] {
                      PyStr.of(prefix + name), PyBool.of(isPackage.booleanValue())
                    })));
    return out;
  }

  /** Resources of a package, for {@code importlib.resources}. */
  @Builtin("get_resource_reader(self, fullname)")
  static PyObject getResourceReader(PyResourceImporter self, String name) {
    if (!isPackage(self, name)) {
      return PyNone.NONE;
    }
    PyObject module = Obj.importModule("_pyc_resources");
    return Obj.getAttr(module, "JarReader").call2(self, PyStr.of(last(name)));
  }

  /** The folder, as an entry of {@code sys.path}. */
  @Getter("path")
  static PyObject path(PyResourceImporter self) {
    return PyStr.of(self.path);
  }

  @Getter("archive")
  static PyObject archive(PyResourceImporter self) {
    return PyStr.of(self.root.place);
  }

  @Builtin("invalidate_caches(self)")
  static void invalidateCaches(PyResourceImporter self) {}

  @Builtin("__repr__(self, /)")
  static String repr(PyResourceImporter self) {
    return "<resourceimporter object \"" + self.path + "\">";
  }
}
