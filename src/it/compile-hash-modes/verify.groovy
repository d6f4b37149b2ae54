
def header(File file) {
  byte[] bytes = file.bytes
  assert bytes.length > 16 : "$file is shorter than a header"
  assert bytes[0] == (byte) 0x2b && bytes[1] == (byte) 0x0e && bytes[2] == 13 && bytes[3] == 10
  return [flags: bytes[4], body: bytes.length - 16]
}

def flags = [timestamp: 0, "checked-hash": 3, "unchecked-hash": 1]
def bodies = [] as Set
flags.each { mode, flag ->
  File cache = new File(basedir, "target/$mode/__pycache__/my_module.cpython-314.pyc")
  assert header(cache).flags == flag : mode
  bodies << cache.bytes[16..-1]
}
assert bodies.size() == 1 : "the modes differ in headers only"
