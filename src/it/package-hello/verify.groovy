import java.nio.file.Files

File jar = new File(basedir, "target/package-hello-1.jar")
assert new File(basedir, "target/package-hello-1.jar.original").isFile()
String log = new File(basedir, "build.log").text
assert log.contains("2 modules (0 compiled here)")

// Elsewhere: another folder that cannot be written to, another zone and locale, no other variable.
File place = Files.createTempDirectory("packaged").toFile()
File copy = new File(place, "app.jar")
Files.copy(jar.toPath(), copy.toPath())
place.setWritable(false)
String java = new File(System.getProperty("java.home"), "bin/java").path
def run = { List<String> command, Map<String, String> environment ->
    def builder = new ProcessBuilder(command).directory(place)
    builder.environment().clear()
    builder.environment().putAll(environment)
    Process process = builder.start()
    def out = new StringBuilder(), err = new StringBuilder()
    process.waitForProcessOutput(out, err)
    [process.exitValue(), out.toString(), err.toString()]
}
def elsewhere = [TZ: "Pacific/Kiritimati", LC_ALL: "C", PYTHONVERBOSE: "1"]
def (int code, String out, String err) = run([java, "-jar", copy.path], elsewhere)
assert code == 0 : err
assert out == "Hello, World!\n"
assert err.contains("# compiled at run time: 0 imported sources, 0 scripts") : err
def script = run([new File(basedir, "target/bin/package-hello-1").path], [PATH: System.getenv("PATH"), JAVA_HOME: System.getProperty("java.home")])
assert script[0] == 0 && script[1] == "Hello, World!\n"
assert new File(basedir, "target").list().any { it.endsWith(".jsa") }
place.setWritable(true)
assert place.list() as List == ["app.jar"]
return true
