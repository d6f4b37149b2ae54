package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import java.util.List;
import org.tukaani.xz.ARMOptions;
import org.tukaani.xz.ARMThumbOptions;
import org.tukaani.xz.DeltaOptions;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.IA64Options;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.PowerPCOptions;
import org.tukaani.xz.SPARCOptions;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.X86Options;

/**
 * Filter specifiers of {@code lzma}: dictionaries with an id and options.
 *
 * @cpython Modules/_lzmamodule.c:lzma_filter_converter
 */
final class LzmaFilters {
  static final long LZMA1 = 0x4000000000000001L;
  static final int LZMA2 = 0x21;
  private static final int DELTA = 3;
  private static final int FIRST_BRANCH = 4;
  private static final int LAST_BRANCH = 9;
  private static final int MAX_FILTERS = 4;
  private static final int EXTREME = 0x8000_0000;
  private static final List<String> LZMA_OPTIONS =
      List.of("id", "preset", "dict_size", "lc", "lp", "pb", "mode", "nice_len", "mf", "depth");

  private LzmaFilters() {}

  /**
   * One filter.
   *
   * @param id its number
   * @param options what the library calls it
   */
  record Filter(long id, FilterOptions options) {
    boolean isLzma1() {
      return id == LZMA1;
    }
  }

  /** A chain; raises what is wrong with it. */
  static List<Filter> chain(PyObject filters) {
    int size = Obj.length(filters);
    if (filters instanceof PyDict) {
      throw Exc.typeError("dict is not a sequence");
    }
    if (size > MAX_FILTERS) {
      throw Exc.valueError("Too many filters - liblzma supports a maximum of " + MAX_FILTERS);
    }
    List<Filter> chain = new java.util.ArrayList<>();
    for (int i = 0; i < size; i++) {
      chain.add(filter(Obj.getItem(filters, PyInt.of(i))));
    }
    return chain;
  }

  /** One filter out of its specifier. */
  static Filter filter(PyObject specifier) {
    if (!(specifier instanceof PyDict dict)) {
      throw Exc.typeError("Filter specifier must be a dict or dict-like object");
    }
    PyObject id = dict.get("id");
    if (id == null) {
      throw Exc.valueError("Filter specifier must have an \"id\" entry");
    }
    long number = Arg.toLong(id);
    try {
      return new Filter(number, options(number, dict));
    } catch (UnsupportedOptionsException e) {
      throw LzmaModule.error("Invalid or unsupported options");
    }
  }

  private static FilterOptions options(long id, PyDict dict) throws UnsupportedOptionsException {
    if (id == LZMA1 || id == LZMA2) {
      return lzma(dict);
    }
    if (id == DELTA) {
      allow(dict, "delta", List.of("id", "dist"));
      DeltaOptions delta = new DeltaOptions();
      delta.setDistance((int) number(dict, "dist", 1));
      return delta;
    }
    if (id < FIRST_BRANCH || id > LAST_BRANCH) {
      throw Exc.valueError("Invalid filter ID: " + id);
    }
    allow(dict, "BCJ", List.of("id", "start_offset"));
    return branch((int) id, (int) number(dict, "start_offset", 0));
  }

  /** A filter of branches in machine code; all but the offsets of their type is the same. */
  private static FilterOptions branch(int id, int offset) throws UnsupportedOptionsException {
    switch (id) {
      case 4:
        X86Options x86 = new X86Options();
        x86.setStartOffset(offset);
        return x86;
      case 5:
        PowerPCOptions power = new PowerPCOptions();
        power.setStartOffset(offset);
        return power;
      case 6:
        IA64Options ia64 = new IA64Options();
        ia64.setStartOffset(offset);
        return ia64;
      case 7:
        ARMOptions arm = new ARMOptions();
        arm.setStartOffset(offset);
        return arm;
      case 8:
        ARMThumbOptions thumb = new ARMThumbOptions();
        thumb.setStartOffset(offset);
        return thumb;
      default:
        SPARCOptions sparc = new SPARCOptions();
        sparc.setStartOffset(offset);
        return sparc;
    }
  }

  private static void allow(PyDict dict, String kind, List<String> names) {
    for (PyObject key : Obj.toList(dict).toArray()) {
      if (!names.contains(key.toString())) {
        throw Exc.valueError("Invalid filter specifier for " + kind + " filter");
      }
    }
  }

  private static LZMA2Options lzma(PyDict dict) throws UnsupportedOptionsException {
    allow(dict, "LZMA", LZMA_OPTIONS);
    LZMA2Options options = preset(number(dict, "preset", LZMA2Options.PRESET_DEFAULT));
    options.setDictSize((int) number(dict, "dict_size", options.getDictSize()));
    int lc = (int) number(dict, "lc", options.getLc());
    options.setLcLp(lc, (int) number(dict, "lp", options.getLp()));
    options.setPb((int) number(dict, "pb", options.getPb()));
    options.setMode((int) number(dict, "mode", options.getMode()));
    options.setNiceLen((int) number(dict, "nice_len", options.getNiceLen()));
    // The library has one finder of each kind; all of a kind give the same matches of length 4.
    boolean tree = number(dict, "mf", options.getMatchFinder()) >= LZMA2Options.MF_BT4 - 2;
    options.setMatchFinder(tree ? LZMA2Options.MF_BT4 : LZMA2Options.MF_HC4);
    options.setDepthLimit((int) number(dict, "depth", options.getDepthLimit()));
    return options;
  }

  /**
   * The options of a preset, {@code PRESET_EXTREME} among them.
   *
   * @cpython Modules/_lzmamodule.c:parse_filter_spec_lzma
   */
  static LZMA2Options preset(long preset) throws UnsupportedOptionsException {
    long level = preset & ~(EXTREME & 0xffff_ffffL);
    if (level < 0 || level > LZMA2Options.PRESET_MAX) {
      throw new UnsupportedOptionsException("preset");
    }
    LZMA2Options options = new LZMA2Options((int) level);
    if (level != preset) {
      options.setMode(LZMA2Options.MODE_NORMAL);
      options.setMatchFinder(LZMA2Options.MF_BT4);
      boolean light = level == 3 || level == 5;
      options.setNiceLen(light ? 192 : 273);
      options.setDepthLimit(light ? 0 : 512);
    }
    return options;
  }

  private static long number(PyDict dict, String name, long otherwise) {
    PyObject value = dict.get(name);
    return value == null ? otherwise : Arg.toUnsigned(value);
  }
}
