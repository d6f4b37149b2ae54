
def header(File file) {
  byte[] bytes = file.bytes
  assert bytes.length > 16 : "$file is shorter than a header"
  assert bytes[0] == (byte) 0x2b && bytes[1] == (byte) 0x0e && bytes[2] == 13 && bytes[3] == 10
  return [flags: bytes[4], body: bytes.length - 16]
}

File cache = new File(basedir, "src/main/python/__pycache__/my_module.cpython-314.pyc")
assert header(cache).flags == 0 : "in place is timestamp by default, as CPython does"
assert !new File(basedir, "target/classes/my_module.py").exists()
String log = new File(basedir, "build.log").text
assert log.contains("2 caches written, 0 up to date")
assert log.contains("0 caches written, 2 up to date") : "the second run has nothing to do"
