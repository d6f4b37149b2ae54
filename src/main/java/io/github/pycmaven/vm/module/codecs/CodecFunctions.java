package io.github.pycmaven.vm.module.codecs;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/**
 * The codecs of {@code _codecs}.
 *
 * @cpython Modules/_codecsmodule.c
 */
@BuiltinModule("_codecs")
final class CodecFunctions {
  private CodecFunctions() {}

  private static PyStr text(PyObject s) {
    if (s instanceof PyStr t) {
      return t;
    }
    throw Exc.typeError("encoder argument must be str, not " + s.type.name);
  }

  private static byte[] bytes(PyObject o) {
    if (!Obj.isBytesLike(o) && Obj.special(o, PyStr.intern("__buffer__")) == null) {
      throw Exc.typeError("a bytes-like object is required, not '" + o.type.name + "'");
    }
    return Obj.bytesOf(o);
  }

  /** Text counts as its UTF-8 where an escape codec is asked. */
  private static byte[] bytesOrText(PyObject o) {
    return bytes(o instanceof PyStr ? Calls.method(o, "encode") : o);
  }

  private static PyObject encoded(TextEncoder e) {
    return PyTuple.of(e.run(), PyInt.of(e.text.length()));
  }

  private static PyObject encoded(PyObject b, PyStr s) {
    return PyTuple.of(b, PyInt.of(s.length()));
  }

  private static PyObject wide(PyObject s, int unit, int order, String errors) {
    return encoded(new TextEncoder.Wide(text(s), unit, order, errors));
  }

  private static PyObject detected(WideDecoder d) {
    PyObject[] r = ((PyTuple) d.run()).items;
    return PyTuple.of(r[0], r[1], PyInt.of(d.order));
  }

  @Builtin("utf_8_encode(str, errors=None, /)")
  static PyObject utf8Encode(PyObject s, String errors) {
    return encoded(new TextEncoder.Utf8(text(s), errors));
  }

  @Builtin("ascii_encode(str, errors=None, /)")
  static PyObject asciiEncode(PyObject s, String errors) {
    return encoded(new TextEncoder.Narrow(text(s), 128, "ascii", errors));
  }

  @Builtin("latin_1_encode(str, errors=None, /)")
  static PyObject latin1Encode(PyObject s, String errors) {
    return encoded(new TextEncoder.Narrow(text(s), 256, "latin-1", errors));
  }

  @Builtin("utf_8_decode(data, errors=None, final=False, /)")
  static PyObject utf8Decode(PyObject b, String errors, boolean last) {
    return new Utf8Decoder(bytes(b), errors, last).run();
  }

  @Builtin("ascii_decode(data, errors=None, /)")
  static PyObject asciiDecode(PyObject b, String errors) {
    return new ByteDecoder.Ascii(bytes(b), errors).run();
  }

  @Builtin("latin_1_decode(data, errors=None, /)")
  static PyObject latin1Decode(PyObject o, String errors) {
    byte[] b = bytes(o);
    return PyTuple.of(
        PyStr.narrow(new String(b, java.nio.charset.StandardCharsets.ISO_8859_1)),
        PyInt.of(b.length));
  }

  @Builtin("readbuffer_encode(data, errors=None, /)")
  static PyObject readBuffer(PyObject o, String errors) {
    PyObject b = o instanceof PyStr s ? Calls.method(s, "encode") : new PyBytes(bytes(o).clone());
    return PyTuple.of(b, PyInt.of(Obj.length(b)));
  }

  @Builtin("utf_16_encode(str, errors=None, byteorder=0, /)")
  static PyObject utf16Encode(PyObject s, String errors, int order) {
    return wide(s, 2, order, errors);
  }

  @Builtin("utf_16_decode(data, errors=None, final=False, /)")
  static PyObject utf16Decode(PyObject b, String errors, boolean last) {
    return WideDecoder.of(bytes(b), 2, 0, errors, last).run();
  }

  @Builtin("utf_16_le_encode(str, errors=None, /)")
  static PyObject utf16LittleEncode(PyObject s, String errors) {
    return wide(s, 2, -1, errors);
  }

  @Builtin("utf_16_le_decode(data, errors=None, final=False, /)")
  static PyObject utf16LittleDecode(PyObject b, String errors, boolean last) {
    return WideDecoder.of(bytes(b), 2, -1, errors, last).run();
  }

  @Builtin("utf_16_be_encode(str, errors=None, /)")
  static PyObject utf16BigEncode(PyObject s, String errors) {
    return wide(s, 2, 1, errors);
  }

  @Builtin("utf_16_be_decode(data, errors=None, final=False, /)")
  static PyObject utf16BigDecode(PyObject b, String errors, boolean last) {
    return WideDecoder.of(bytes(b), 2, 1, errors, last).run();
  }

  @Builtin("utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)")
  static PyObject utf16Detect(PyObject b, String errors, int order, boolean last) {
    return detected(WideDecoder.of(bytes(b), 2, order, errors, last));
  }

  @Builtin("utf_32_encode(str, errors=None, byteorder=0, /)")
  static PyObject utf32Encode(PyObject s, String errors, int order) {
    return wide(s, 4, order, errors);
  }

  @Builtin("utf_32_decode(data, errors=None, final=False, /)")
  static PyObject utf32Decode(PyObject b, String errors, boolean last) {
    return WideDecoder.of(bytes(b), 4, 0, errors, last).run();
  }

  @Builtin("utf_32_le_encode(str, errors=None, /)")
  static PyObject utf32LittleEncode(PyObject s, String errors) {
    return wide(s, 4, -1, errors);
  }

  @Builtin("utf_32_le_decode(data, errors=None, final=False, /)")
  static PyObject utf32LittleDecode(PyObject b, String errors, boolean last) {
    return WideDecoder.of(bytes(b), 4, -1, errors, last).run();
  }

  @Builtin("utf_32_be_encode(str, errors=None, /)")
  static PyObject utf32BigEncode(PyObject s, String errors) {
    return wide(s, 4, 1, errors);
  }

  @Builtin("utf_32_be_decode(data, errors=None, final=False, /)")
  static PyObject utf32BigDecode(PyObject b, String errors, boolean last) {
    return WideDecoder.of(bytes(b), 4, 1, errors, last).run();
  }

  @Builtin("utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)")
  static PyObject utf32Detect(PyObject b, String errors, int order, boolean last) {
    return detected(WideDecoder.of(bytes(b), 4, order, errors, last));
  }

  @Builtin("utf_7_encode(str, errors=None, /)")
  static PyObject utf7Encode(PyObject s, String errors) {
    return encoded(Utf7.encode(text(s)), text(s));
  }

  @Builtin("utf_7_decode(data, errors=None, final=False, /)")
  static PyObject utf7Decode(PyObject b, String errors, boolean last) {
    return new Utf7(bytes(b), errors, last).run();
  }

  @Builtin("unicode_escape_encode(str, errors=None, /)")
  static PyObject escapeEncode(PyObject s, String errors) {
    return encoded(Escapes.encode(text(s), false), text(s));
  }

  @Builtin("unicode_escape_decode(data, errors=None, final=True, /)")
  static PyObject escapeDecode(PyObject b, String errors, boolean last) {
    return new Escapes(bytesOrText(b), false, errors, last).run();
  }

  @Builtin("raw_unicode_escape_encode(str, errors=None, /)")
  static PyObject rawEncode(PyObject s, String errors) {
    return encoded(Escapes.encode(text(s), true), text(s));
  }

  @Builtin("raw_unicode_escape_decode(data, errors=None, final=True, /)")
  static PyObject rawDecode(PyObject b, String errors, boolean last) {
    return new Escapes(bytesOrText(b), true, errors, last).run();
  }

  @Builtin("escape_encode(data, errors=None, /)")
  static PyObject bytesEncode(PyObject data, String errors) {
    return Escapes.encodeBytes(data);
  }

  @Builtin("escape_decode(data, errors=None, /)")
  static PyObject bytesDecode(PyObject data, String errors) {
    return Escapes.decodeBytes(bytesOrText(data), errors);
  }

  private static boolean absent(PyObject o) {
    return o == null || o == PyNone.NONE;
  }

  @Builtin("charmap_encode(str, errors=None, mapping=None, /)")
  static PyObject charmapEncode(PyObject s, String errors, PyObject mapping) {
    return absent(mapping)
        ? latin1Encode(s, errors)
        : encoded(new TextEncoder.Charmap(text(s), mapping, errors));
  }

  @Builtin("charmap_decode(data, errors=None, mapping=None, /)")
  static PyObject charmapDecode(PyObject b, String errors, PyObject mapping) {
    return absent(mapping)
        ? latin1Decode(b, errors)
        : new ByteDecoder.Charmap(bytes(b), mapping, errors).run();
  }

  @Builtin("charmap_build(map, /)")
  static PyObject charmapBuild(PyObject map) {
    if (!(map instanceof PyStr s)) {
      throw Exc.typeError("charmap_build() argument must be str, not " + map.type.name);
    }
    boolean simple = s.length() > 0 && s.at(0) == 0;
    for (int i = 1; simple && i < Math.min(256, s.length()); i++) {
      simple = s.at(i) != 0 && s.at(i) <= 0xffff;
    }
    if (simple) {
      return new PyEncodingMap(s);
    }
    PyDict d = new PyDict();
    for (int i = 0; i < Math.min(256, s.length()); i++) {
      d.put(PyInt.of(s.at(i)), PyInt.of(i));
    }
    return d;
  }
}
