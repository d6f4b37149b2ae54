package io.github.pycmaven.vm.module.expat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;

/** Decodes a document's bytes as they come, in the encoding that it was given or declares. */
final class XmlBytes {
  private static final int FIRST = 4;

  /** Decodes what the JDK's five encodings do not, by its name. */
  private final BiFunction<byte[], String, String> others;

  private String encoding;
  private CharsetDecoder decoder;
  private byte[] pending = {};
  private boolean begun;

  /** Whether bytes came that mean nothing; the text before them is good. */
  boolean isBroken;

  XmlBytes(String encoding, BiFunction<byte[], String, String> others) {
    this.encoding = encoding;
    this.others = others;
  }

  /** The text of more bytes; what is incomplete waits. */
  String decode(byte[] more, boolean isFinal) {
    byte[] in = pending.length == 0 ? more : Arrays.copyOf(pending, pending.length + more.length);
    System.arraycopy(more, 0, in, in.length - more.length, more.length);
    if (!begun) {
      if (!isFinal && (in.length < FIRST || isDeclarationOpen(in))) {
        pending = in;
        return "";
      }
      begin(in);
    }
    if (decoder == null) {
      pending = new byte[0];
      return others.apply(in, encoding);
    }
    ByteBuffer bytes = ByteBuffer.wrap(in);
    CharBuffer chars = CharBuffer.allocate(in.length + 2);
    CoderResult result = decoder.decode(bytes, chars, isFinal);
    isBroken = result.isError();
    pending = Arrays.copyOfRange(in, bytes.position(), in.length);
    return chars.flip().toString();
  }

  private static boolean isDeclarationOpen(byte[] in) {
    String head = new String(in, StandardCharsets.ISO_8859_1);
    return head.startsWith("<?xml") && !head.contains("?>");
  }

  private void begin(byte[] in) {
    begun = true;
    Charset charset = XmlInput.guess(in);
    if (encoding == null && charset == StandardCharsets.UTF_8) {
      encoding = declared(new String(in, StandardCharsets.ISO_8859_1));
    }
    if (encoding != null) {
      switch (encoding.toUpperCase(Locale.ROOT)) {
        case "UTF-8":
        case "UTF8":
          charset = StandardCharsets.UTF_8;
          break;
        case "UTF-16":
          charset = charset == StandardCharsets.UTF_8 ? StandardCharsets.UTF_16BE : charset;
          break;
        case "ISO-8859-1":
          charset = StandardCharsets.ISO_8859_1;
          break;
        case "US-ASCII":
          charset = StandardCharsets.US_ASCII;
          break;
        default:
          charset = null;
          break;
      }
    }
    if (charset != null) {
      decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
  }

  private static String declared(String head) {
    int end = head.startsWith("<?xml") ? head.indexOf("?>") : -1;
    int word = end < 0 ? -1 : head.indexOf("encoding");
    if (word < 0 || word > end) {
      return null;
    }
    int quote = XmlInput.skipSpace(head, XmlInput.skipSpace(head, word + 8) + 1);
    int close = quote < end ? head.indexOf(head.charAt(quote), quote + 1) : -1;
    return close < 0 || close > end ? null : head.substring(quote + 1, close);
  }
}
