package io.github.pycmaven.vm.module.array;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code array}. */
@BuiltinModule("array")
public final class ArrayModule {
  private ArrayModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new ArrayModuleTable());
    m.dict.put("array", PyArray.TYPE);
    m.dict.put("ArrayType", PyArray.TYPE);
    m.dict.put("typecodes", PyStr.of(ItemCode.ALL));
    Calls.method(
        Obj.getAttr(Obj.importModule("collections.abc"), "MutableSequence"),
        "register",
        PyArray.TYPE);
    return m;
  }

  @Builtin("_array_reconstructor(arraytype, typecode, mformat_code, items, /)")
  static PyObject reconstructor(PyObject type, PyObject code, PyObject format, PyObject items) {
    return ArrayConversion.rebuild(type, code, format, items);
  }
}
