package io.github.pycmaven.vm.module.sre;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.text.Unicode;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/**
 * The module {@code _sre}.
 *
 * @cpython Modules/_sre/sre.c
 */
@BuiltinModule("_sre")
public final class SreModule {
  private SreModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new SreModuleTable());
    m.dict.put("MAGIC", PyInt.of(20230612));
    m.dict.put("CODESIZE", PyInt.of(4));
    m.dict.put("MAXREPEAT", PyInt.of(4294967295L));
    m.dict.put("MAXGROUPS", PyInt.of(1073741823));
    return m;
  }

  @Builtin("compile(pattern, flags, code, groups, groupindex, indexgroup)")
  static PyObject compile(
      PyObject pattern, int flags, PyList code, int groups, PyDict groupIndex, PyTuple indexGroup) {
    int[] words = new int[code.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = (int) Obj.index(code.get(i)).value;
    }
    return new PyPattern(pattern, flags, words, groups, groupIndex, indexGroup);
  }

  @Builtin("template(pattern, template, /)")
  static PyObject template(PyObject pattern, PyList template) {
    int n = template.size();
    if (n % 2 == 0) {
      throw Exc.typeError("invalid template");
    }
    if (n == 1) {
      return template.get(0);
    }
    PyObject[] texts = new PyObject[n / 2 + 1];
    int[] groups = new int[n / 2];
    for (int i = 0; i < n; i++) {
      if (i % 2 == 0) {
        texts[i / 2] = template.get(i);
      } else {
        groups[i / 2] = Obj.index(template.get(i)).clippedInt();
      }
    }
    return new PyTemplateText(texts, groups);
  }

  @Builtin("getcodesize()")
  static int codeSize() {
    return 4;
  }

  @Builtin("ascii_iscased(character, /)")
  static boolean asciiIsCased(int c) {
    return c < 128 && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
  }

  @Builtin("ascii_tolower(character, /)")
  static int asciiToLower(int c) {
    return CharTest.lowerAscii(c);
  }

  @Builtin("unicode_iscased(character, /)")
  static boolean unicodeIsCased(int c) {
    return Unicode.toLower(c) != c || Unicode.toUpper(c) != c;
  }

  @Builtin("unicode_tolower(character, /)")
  static int unicodeToLower(int c) {
    return Unicode.toLower(c);
  }
}
