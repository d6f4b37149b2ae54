
def header(File file) {
  byte[] bytes = file.bytes
  assert bytes.length > 16 : "$file is shorter than a header"
  assert bytes[0] == (byte) 0x2b && bytes[1] == (byte) 0x0e && bytes[2] == 13 && bytes[3] == 10
  return [flags: bytes[4], body: bytes.length - 16]
}

File classes = new File(basedir, "target/classes")
for (name in ["main", "my_module"]) {
  assert new File(classes, "${name}.py").text == new File(basedir, "src/main/python/${name}.py").text
  def found = header(new File(classes, "__pycache__/${name}.cpython-314.pyc"))
  assert found.flags == 3 : "packaged output is checked-hash by default"
}
assert !new File(basedir, "src/main/python/__pycache__").exists()
String log = new File(basedir, "build.log").text
assert log.contains("2 sources for CPython 3.14: 2 caches written")
assert log.contains("2 caches of 2 sources verified")
