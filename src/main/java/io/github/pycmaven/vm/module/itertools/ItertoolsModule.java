package io.github.pycmaven.vm.module.itertools;

import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/**
 * The module {@code itertools}.
 *
 * @cpython Modules/itertoolsmodule.c
 */
@BuiltinModule("itertools")
public final class ItertoolsModule {
  private ItertoolsModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new ItertoolsModuleTable());
    PyType[] types = {
      Endless.Count.TYPE, Endless.Cycle.TYPE, Endless.Repeat.TYPE,
      Selecting.Chain.TYPE, Selecting.Islice.TYPE, Selecting.TakeWhile.TYPE,
      Selecting.DropWhile.TYPE, Selecting.FilterFalse.TYPE, Selecting.StarMap.TYPE,
      Selecting.Accumulate.TYPE, Selecting.Compress.TYPE, Selecting.Pairwise.TYPE,
      Selecting.Batched.TYPE, Grouping.GroupBy.TYPE, Grouping.Group.TYPE,
      Grouping.Tee.TYPE, Grouping.ZipLongest.TYPE, Combining.Product.TYPE,
      Combining.Permutations.TYPE, Combining.Combinations.TYPE, Combining.Multisets.TYPE,
    };
    for (PyType t : types) {
      m.dict.put(t.shortName(), t);
    }
    return m;
  }

  @Builtin("tee(iterable, n=2, /)")
  static PyObject tee(PyObject iterable, int n) {
    return Grouping.tee(iterable, n);
  }
}
