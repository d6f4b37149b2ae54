
def header(File file) {
  byte[] bytes = file.bytes
  assert bytes.length > 16 : "$file is shorter than a header"
  assert bytes[0] == (byte) 0x2b && bytes[1] == (byte) 0x0e && bytes[2] == 13 && bytes[3] == 10
  return [flags: bytes[4], body: bytes.length - 16]
}

String log = new File(basedir, "build.log").text
assert log.contains("src/main/python/bad/one.py:[1,5] SyntaxError: invalid syntax")
assert log.contains("src/main/python/bad/two.py:[1,7] SyntaxError: invalid syntax")
assert log.contains("2 sources do not compile")
File classes = new File(basedir, "target/classes")
assert header(new File(classes, "__pycache__/main.cpython-314.pyc")).body > 0 : "the others are compiled"
assert !new File(classes, "bad/__pycache__").exists() : "no partial file is left"
