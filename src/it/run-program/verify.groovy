String log = new File(basedir, "build.log").text
assert log.contains("working in pkg.work\nscript ['configured', 'a'] 0\n")
assert log.contains("module ['configured']\n")
assert log.contains("script ['configured', 'b'] 0\n")
assert log.count("working in pkg.work\n") == 4
assert log.contains("pkg.work:main ended with exit code 7")
assert log.contains("there is no none.py in target/classes or src/main/python")
return true
