package io.github.pycmaven.vm.module.collections;

import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.expose.BuiltinModule;

/**
 * The module {@code _collections}.
 *
 * @cpython Modules/_collectionsmodule.c
 */
@BuiltinModule("_collections")
public final class CollectionsModule {
  private CollectionsModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new CollectionsModuleTable());
    m.dict.put("deque", PyDeque.TYPE);
    m.dict.put("_deque_iterator", PyDeque.DequeIterator.TYPE);
    m.dict.put("_deque_reverse_iterator", PyDeque.DequeIterator.REVERSE);
    m.dict.put("defaultdict", PyDefaultDict.TYPE);
    return m;
  }
}
