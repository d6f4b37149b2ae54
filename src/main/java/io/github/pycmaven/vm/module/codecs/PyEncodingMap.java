package io.github.pycmaven.vm.module.codecs;

import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** What {@code charmap_build} makes of a table of 256 characters: the way back. */
@BuiltinType("EncodingMap")
final class PyEncodingMap extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("EncodingMap", new PyEncodingMapTable()).uninstantiable();
  private final short[][] pages = new short[256][];

  PyEncodingMap(PyStr table) {
    super(TYPE);
    for (int i = 0; i < Math.min(256, table.length()); i++) {
      int c = table.at(i);
      if (c == 0xfffe) {
        continue;
      }
      short[] page = pages[c >> 8];
      if (page == null) {
        page = new short[256];
        java.util.Arrays.fill(page, (short) -1);
        pages[c >> 8] = page;
      }
      page[c & 255] = (short) i;
    }
  }

  /** The byte of a character, -1 if it has none. */
  int find(int c) {
    if (c > 0xffff || pages[c >> 8] == null) {
      return -1;
    }
    return pages[c >> 8][c & 255];
  }

  @Builtin("size(self, /)")
  PyObject size() {
    int n = 0;
    for (short[] p : pages) {
      n += p == null ? 0 : 1;
    }
    return PyInt.of(16 + 512 * n);
  }
}
