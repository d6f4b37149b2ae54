import java.util.zip.ZipFile

File jar = new File(basedir, "app/target/app-1-exec.jar")
File plain = new File(basedir, "app/target/app-1.jar")
assert new ZipFile(plain).getEntry("draw.py") != null
def names = new ZipFile(jar).entries().collect { it.name }
assert names.contains("shapes/square.pyc") && names.contains("draw.pyc")
assert !names.any { it.endsWith(".py") }
String java = new File(System.getProperty("java.home"), "bin/java").path
def builder = new ProcessBuilder([java, "-jar", jar.path])
builder.environment().put("PYTHONVERBOSE", "1")
Process process = builder.start()
def out = new StringBuilder(), err = new StringBuilder()
process.waitForProcessOutput(out, err)
assert out.toString() == "None 9 __main__ False\n" : err
assert err.contains("# compiled at run time: 0 imported sources, 0 scripts") : err
assert process.exitValue() == 0
return true
