package io.github.pycmaven.vm.expose.processor;

/** One row of a table. */
final class Entry {
  /**
   * m method, c class method, s static method, n {@code __new__}, f function, g getter, r getter of
   * a member, w setter.
   */
  final char kind;

  final String name;
  final String signature;
  final String doc;
  final TextSignature parsed;
  final JavaCall call;
  String error;

  Entry(char kind, String signature, String doc, JavaCall call) {
    this.kind = kind;
    this.signature = signature;
    this.doc = doc;
    this.call = call;
    call.checkedFirst = kind != 'f' && kind != 's';
    if (signature.indexOf('(') < 1 || !signature.endsWith(")")) {
      this.error = "not a signature: " + signature;
      this.name = signature;
      this.parsed = null;
    } else {
      this.parsed = new TextSignature(signature);
      this.name = parsed.name;
    }
  }

  String check() {
    if (call.parameters() != parsed.parameters.size()) {
      return signature
          + ": the signature has "
          + parsed.parameters.size()
          + " parameters, the Java method "
          + call.parameters();
    }
    return null;
  }
}
