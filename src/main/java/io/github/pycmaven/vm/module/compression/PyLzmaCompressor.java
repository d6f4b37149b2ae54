package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.FinishableOutputStream;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/** {@code lzma.LZMACompressor}. */
@BuiltinType("_lzma.LZMACompressor")
final class PyLzmaCompressor extends PyObject {
  static final PyType TYPE =
      PyType.builtin("_lzma.LZMACompressor", new PyLzmaCompressorTable()).forbidSubclasses();
  private static final int DEFAULT_CHECK = -1;

  private final StepwiseCompression steps;

  private PyLzmaCompressor(StepwiseCompression steps) {
    super(TYPE);
    this.steps = steps;
  }

  @Builtin("__new__(cls, format=1, check=-1, preset=None, filters=None)")
  static PyObject create(PyType cls, int format, int check, PyObject preset, PyObject filters) {
    boolean hasPreset = PyNone.toNull(preset) != null;
    boolean hasFilters = PyNone.toNull(filters) != null;
    if (hasPreset && hasFilters) {
      throw Exc.valueError("Cannot specify both preset and filter chain");
    }
    if (format != LzmaModule.FORMAT_XZ && check != DEFAULT_CHECK && check != 0) {
      throw Exc.valueError("Integrity checks are only supported by FORMAT_XZ");
    }
    long level = hasPreset ? Arg.toUnsigned(preset) : LZMA2Options.PRESET_DEFAULT;
    List<LzmaFilters.Filter> chain = hasFilters ? LzmaFilters.chain(filters) : null;
    try {
      return new PyLzmaCompressor(new StepwiseCompression(opener(format, check, level, chain)));
    } catch (IOException | IllegalArgumentException e) {
      throw LzmaModule.error("Invalid or unsupported options");
    }
  }

  private static StepwiseCompression.Opener opener(
      int format, int check, long preset, List<LzmaFilters.Filter> chain) throws IOException {
    switch (format) {
      case LzmaModule.FORMAT_XZ:
        int wanted = check == DEFAULT_CHECK ? LzmaModule.CHECK_CRC64 : check;
        FilterOptions[] options =
            chain == null
                ? new FilterOptions[] {LzmaFilters.preset(preset)}
                : chain.stream().map(LzmaFilters.Filter::options).toArray(FilterOptions[]::new);
        if (!LzmaModule.isCheck(wanted)
            || chain != null
                && (chain.isEmpty() || chain.stream().anyMatch(LzmaFilters.Filter::isLzma1))) {
          throw LzmaModule.error("Internal error");
        }
        if (!LzmaModule.isCheckSupported(wanted)) {
          throw LzmaModule.error("Unsupported integrity check");
        }
        return out -> new XZOutputStream(out, options, wanted);
      case LzmaModule.FORMAT_ALONE:
        if (chain != null && (chain.size() != 1 || !chain.get(0).isLzma1())) {
          throw Exc.valueError(
              "Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
        }
        LZMA2Options one =
            chain == null ? LzmaFilters.preset(preset) : (LZMA2Options) chain.get(0).options();
        return out -> new LZMAOutputStream(out, one, -1);
      case LzmaModule.FORMAT_RAW:
        if (chain == null) {
          throw Exc.valueError("Must specify filters for FORMAT_RAW");
        }
        if (chain.isEmpty()) {
          throw LzmaModule.error("Internal error");
        }
        return out -> raw(out, chain);
      default:
        throw Exc.valueError("Invalid container format: " + format);
    }
  }

  /** The last filter of a chain writes the output, the first one takes the input. */
  private static OutputStream raw(OutputStream out, List<LzmaFilters.Filter> chain)
      throws IOException {
    FinishableOutputStream top = new FinishableWrapperOutputStream(out);
    for (int i = chain.size() - 1; i >= 0; i--) {
      LzmaFilters.Filter filter = chain.get(i);
      top =
          filter.isLzma1()
              ? new LZMAOutputStream(top, (LZMA2Options) filter.options(), true)
              : filter.options().getOutputStream(top, ArrayCache.getDefaultCache());
    }
    return top;
  }

  @Builtin("compress(self, data, /)")
  synchronized PyObject compress(PyObject data) {
    return steps.compress(Arg.toBytes(data));
  }

  @Builtin("flush(self, /)")
  synchronized PyObject flush() {
    return steps.finish();
  }
}
