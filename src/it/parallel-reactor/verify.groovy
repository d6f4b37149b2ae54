
def header(File file) {
  byte[] bytes = file.bytes
  assert bytes.length > 16 : "$file is shorter than a header"
  assert bytes[0] == (byte) 0x2b && bytes[1] == (byte) 0x0e && bytes[2] == 13 && bytes[3] == 10
  return [flags: bytes[4], body: bytes.length - 16]
}

for (m in ["a", "b", "c"]) {
  header(new File(basedir, "$m/target/classes/$m/__pycache__/core.cpython-314.pyc"))
}
String log = new File(basedir, "build.log").text
assert !log.contains("not marked as thread-safe") && !log.contains("@threadSafe")
