
def header(File file) {
  byte[] bytes = file.bytes
  assert bytes.length > 16 : "$file is shorter than a header"
  assert bytes[0] == (byte) 0x2b && bytes[1] == (byte) 0x0e && bytes[2] == 13 && bytes[3] == 10
  return [flags: bytes[4], body: bytes.length - 16]
}

File folder = new File(basedir, "target/classes/__pycache__")
def plain = header(new File(folder, "m.cpython-314.pyc")).body
def one = header(new File(folder, "m.cpython-314.opt-1.pyc")).body
def two = header(new File(folder, "m.cpython-314.opt-2.pyc")).body
assert plain > one && one > two : "asserts go first, docstrings next: $plain, $one, $two"
