import java.nio.file.Files

File jar = new File(basedir, "target/package-module-1.jar")
String java = new File(System.getProperty("java.home"), "bin/java").path
File place = Files.createTempDirectory("packaged").toFile()
def run = { List<String> command, Map<String, String> environment = [:] ->
    def builder = new ProcessBuilder(command).directory(place)
    builder.environment().putAll(environment)
    Process process = builder.start()
    def out = new StringBuilder(), err = new StringBuilder()
    process.waitForProcessOutput(out, err)
    [process.exitValue(), out.toString(), err.toString()]
}
String expected = new File(basedir, "expected.txt").getText("UTF-8")
def (int code, String out, String err) = run([java, "-jar", jar.path, "World"])
assert out == expected : err
assert code == 3 && err == ""
(code, out, err) = run([java, "-Dpyc.entry=shout", "-jar", jar.path, "World"])
assert code == 3 && out == expected : err
(code, out, err) = run([java, "-Dpyc.entry=none", "-jar", jar.path])
assert code == 2 && err.contains("no entry point 'none' in this jar; it has main, shout")

(code, out, err) = run([java, "-jar", jar.path], [PYTHONVERBOSE: "1"])
assert err.contains("# compiled at run time: 0 imported sources, 0 scripts")

// Nothing that was unpacked stays, and the second build gave the bytes of the first.
assert place.list().length == 0
File second = new File(basedir, "elsewhere/package-module-1.jar")
assert Arrays.equals(Files.readAllBytes(jar.toPath()), Files.readAllBytes(second.toPath()))
return true
