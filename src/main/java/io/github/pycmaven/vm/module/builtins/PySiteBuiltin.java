package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/**
 * {@code exit}, {@code help} and their kin where {@code site} has not run: it has nothing to do, or
 * a packaged program takes no modules from the machine that it runs on. The object behind each is
 * made by {@code site}, or the library's own {@code _sitebuiltins}, when it is first used.
 */
@BuiltinType("_sitebuiltins.Quitter")
public final class PySiteBuiltin extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("_sitebuiltins.Quitter", new PySiteBuiltinTable()).uninstantiable();

  private final String name;
  private final boolean bySite;
  private PyObject real;

  private PySiteBuiltin(String name, boolean bySite) {
    super(TYPE);
    this.name = name;
    this.bySite = bySite;
  }

  /** Puts them into the builtins; {@code bySite} tells that {@code site} may make them. */
  public static void install(PyDict builtins, boolean bySite) {
    for (String name : new String[] {"exit", "quit", "help"}) {
      builtins.put(name, new PySiteBuiltin(name, bySite));
    }
    if (bySite) {
      for (String name : new String[] {"copyright", "credits", "license"}) {
        builtins.put(name, new PySiteBuiltin(name, true));
      }
    }
  }

  private PyObject real() {
    if (real == null && bySite) {
      Obj.importModule("site");
      PyObject made = Obj.runtime().builtins().get(PyStr.of(name));
      if (made != this) {
        real = made;
        return real;
      }
    }
    if (real == null) {
      PyObject module = Obj.importModule("_sitebuiltins");
      real =
          name.equals("help")
              ? Calls.method(module, "_Helper")
              : Calls.method(module, "Quitter", PyStr.of(name), PyStr.of("Ctrl-D (i.e. EOF)"));
    }
    return real;
  }

  @Override
  public PyObject getAttrDefault(PyStr attribute) {
    return Obj.getAttr(real(), attribute);
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  PyObject call(PyObject[] args, PyDict keywords) {
    return Calls.callDict(real(), args, keywords);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return Obj.repr(real());
  }
}
