
String log = new File(basedir, "build.log").text
assert log.contains("my_module.cpython-314.pyc: stale-hash")
assert log.contains("gone.cpython-314.pyc: orphan")
assert log.contains("2 findings among the caches")
