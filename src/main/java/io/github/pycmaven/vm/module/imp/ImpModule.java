package io.github.pycmaven.vm.module.imp;

import io.github.pycmaven.util.SipHash;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _imp}: what importlib asks of the machine below. */
@BuiltinModule("_imp")
public final class ImpModule {
  /** The builtin modules of this virtual machine. */
  public interface Source {
    /** Makes a module, null if there is none of that name. */
    PyModule create(String name);

    /** Whether there is one. */
    boolean has(String name);
  }

  private static Source source;
  private static String checkHash = "default";

  private ImpModule() {}

  /** Sets where builtin modules come from and how hash caches are checked. */
  public static void install(Source s, String checkHashBasedPycs) {
    source = s;
    checkHash = checkHashBasedPycs;
  }

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new ImpModuleTable());
    m.dict.put("check_hash_based_pycs", PyStr.of(checkHash));
    m.dict.put("pyc_magic_number_token", PyInt.of(3627 | 0x0a0d0000L));
    return m;
  }

  @Builtin("acquire_lock()")
  static void acquireLock() {}

  @Builtin("release_lock()")
  static void releaseLock() {}

  @Builtin("lock_held()")
  static boolean lockHeld() {
    return false;
  }

  @Builtin("is_builtin(name, /)")
  static int isBuiltin(String name) {
    return source.has(name) ? 1 : 0;
  }

  @Builtin("create_builtin(spec, /)")
  static PyObject createBuiltin(PyObject spec) {
    PyObject name = Obj.getAttr(spec, "name");
    PyObject there = Obj.runtime().modules().get(name);
    if (there != null) {
      return there;
    }
    PyModule m = source.create(Obj.str(name));
    if (m == null) {
      return PyNone.NONE;
    }
    m.dict.put(Names.LOADER, PyNone.NONE);
    return m;
  }

  @Builtin("exec_builtin(mod, /)")
  static int execBuiltin(PyObject m) {
    return 0;
  }

  @Builtin("is_frozen(name, /)")
  static boolean isFrozen(String name) {
    return false;
  }

  @Builtin("is_frozen_package(name, /)")
  static boolean isFrozenPackage(String name) {
    throw Exc.raise(Exc.ImportError, "No such frozen object named " + name);
  }

  @Builtin("find_frozen(name, /, *, withdata=False)")
  static PyObject findFrozen(String name, boolean withData) {
    return PyNone.NONE;
  }

  @Builtin("init_frozen(name, /)")
  static PyObject initFrozen(PyObject name) {
    return PyNone.NONE;
  }

  @Builtin("get_frozen_object(name, data=None, /)")
  static PyObject getFrozenObject(String name, PyObject data) {
    throw Exc.raise(Exc.ImportError, "No such frozen object named " + name);
  }

  @Builtin("_frozen_module_names()")
  static PyObject frozenModuleNames() {
    return new PyList();
  }

  @Builtin("_override_frozen_modules_for_tests(override, /)")
  static void overrideFrozen(PyObject o) {}

  @Builtin("_override_multi_interp_extensions_check(override, /)")
  static int overrideMulti(PyObject o) {
    return 0;
  }

  @Builtin("extension_suffixes()")
  static PyObject extensionSuffixes() {
    return new PyList();
  }

  @Builtin("_fix_co_filename(code, path, /)")
  static void fixFilename(PyObject code, PyObject path) {
    ((io.github.pycmaven.vm.frame.PyCode) code).fixFilename((PyStr) path);
  }

  @Builtin("source_hash(key, source)")
  static PyObject sourceHash(long key, PyObject data) {
    byte[] bytes = Obj.bytesOf(data);
    long h = SipHash.hash(key, 0, bytes, bytes.length, 1);
    byte[] out = new byte[8];
    for (int i = 0; i < 8; i++) {
      out[i] = (byte) (h >>> 8 * i);
    }
    return new PyBytes(out);
  }
}
