String java = new File(System.getProperty("java.home"), "bin/java").path
def builder = new ProcessBuilder([java, "-jar", new File(basedir, "target/package-job-1.jar").path])
builder.environment().putAll([TZ: "America/Lima", LC_ALL: "C", PYTHONVERBOSE: "1"])
Process process = builder.start()
def out = new StringBuilder(), err = new StringBuilder()
process.waitForProcessOutput(out, err)
assert out.toString() == new File(basedir, "expected.txt").getText("UTF-8") : err
assert err.contains("# compiled at run time: 0 imported sources, 0 scripts") : err
assert process.exitValue() == 0
return true
