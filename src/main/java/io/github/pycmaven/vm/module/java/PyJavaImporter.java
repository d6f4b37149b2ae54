package io.github.pycmaven.vm.module.java;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.util.Set;
import java.util.TreeSet;

/**
 * The last finder of {@code sys.meta_path}: Java packages are modules whose attributes are classes,
 * {@code import java.util} and {@code from java.util import ArrayList}. What Python has under a
 * name comes first.
 */
@BuiltinType("java.importer")
public final class PyJavaImporter extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("java.importer", new PyJavaImporterTable()).uninstantiable();

  /** What the packages of Java's own modules begin with. */
  private static final Set<String> PLATFORM = Set.of("java", "javax", "jdk", "org", "com", "sun");

  private final ClassLoader classes;
  private Set<String> platformPackages;

  /**
   * A finder.
   *
   * @param classes where classes come from
   */
  public PyJavaImporter(ClassLoader classes) {
    super(TYPE);
    this.classes = classes;
  }

  @Builtin("find_spec(self, fullname, path=None, target=None)")
  PyObject findSpec(String name, PyObject path, PyObject target) {
    boolean isPackage = isPackage(name);
    if (!isPackage && publicClass(classes, name) == null) {
      return PyNone.NONE;
    }
    PyObject boot = Obj.runtime().modules().get(PyStr.intern("_frozen_importlib"));
    PyObject spec = Obj.getAttr(boot, "ModuleSpec").call2(PyStr.of(name), this);
    if (isPackage) {
      Obj.setAttr(spec, PyStr.intern("submodule_search_locations"), new PyList());
    }
    return spec;
  }

  /** A public class by its full name, or null. */
  static Class<?> publicClass(ClassLoader classes, String name) {
    if (name.indexOf('.') < 0) {
      return null;
    }
    try {
      Class<?> found = Class.forName(name, true, classes);
      return java.lang.reflect.Modifier.isPublic(found.getModifiers()) ? found : null;
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  private boolean isPackage(String name) {
    return isPlatformPackage(name) || classes.getResource(name.replace('.', '/') + "/") != null;
  }

  private boolean isPlatformPackage(String name) {
    int dot = name.indexOf('.');
    // Many modules are looked for in vain; most of them have names that no list need be made for.
    if (!PLATFORM.contains(dot < 0 ? name : name.substring(0, dot))) {
      return false;
    }
    if (platformPackages == null) {
      Set<String> all = new TreeSet<>();
      for (Module module : ModuleLayer.boot().modules()) {
        for (String one : module.getPackages()) {
          for (int end = one.length(); end > 0; end = one.lastIndexOf('.', end - 1)) {
            if (!all.add(one.substring(0, end))) {
              break;
            }
          }
        }
      }
      platformPackages = all;
    }
    return platformPackages.contains(name);
  }

  /** A class stands in its own place: it is imported from a folder that Python has found first. */
  @Builtin("create_module(self, spec)")
  PyObject createModule(PyObject spec) {
    String name = Obj.str(Obj.getAttr(spec, "name"));
    Class<?> found = isPackage(name) ? null : publicClass(classes, name);
    return found == null ? PyNone.NONE : PyJavaClass.of(found);
  }

  @Builtin("exec_module(self, module)")
  void execModule(PyObject object) {
    if (object instanceof PyModule module) {
      String name = Obj.str(module.dict.get("__name__"));
      module.dict.put("__getattr__", new PyJavaPackage(classes, name));
    }
  }

  /** Finds the classes of one package. */
  @BuiltinType("java.package")
  static final class PyJavaPackage extends PyObject {
    private static final PyType TYPE =
        PyType.builtin("java.package", new PyJavaImporter_PyJavaPackageTable()).uninstantiable();

    private final ClassLoader classes;
    private final String name;

    PyJavaPackage(ClassLoader classes, String name) {
      super(TYPE);
      this.classes = classes;
      this.name = name;
    }

    @Builtin("__call__(self, attribute, /)")
    PyObject call(PyStr attribute) {
      Class<?> found = publicClass(classes, name + "." + attribute.value);
      if (found != null) {
        return PyJavaClass.of(found);
      }
      throw Exc.raise(
          Exc.AttributeError,
          "Java package '" + name + "' has no public class '" + attribute.value + "'");
    }
  }
}
