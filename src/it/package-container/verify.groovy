import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

// What a container does to a program, without one: a folder that cannot be written to, dates from the future, as if
// the clock had been set back, another user where this one may become another, another zone and locale, no home.
File place = Files.createTempDirectory("container").toFile()
File app = new File(place, "app.jar")
Files.copy(new File(basedir, "target/package-container-1.jar").toPath(), app.toPath())
app.setLastModified(System.currentTimeMillis() + 400L * 24 * 3600 * 1000)
Files.setPosixFilePermissions(app.toPath(), PosixFilePermissions.fromString("r--r--r--"))
Files.setPosixFilePermissions(place.toPath(), PosixFilePermissions.fromString("r-xr-xr-x"))
String java = new File(System.getProperty("java.home"), "bin/java").path
List<String> command = [java, "-jar", app.path]
if (System.getProperty("user.name") == "root" && new File("/usr/bin/setpriv").canExecute()) {
    command = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + command
}
def builder = new ProcessBuilder(command).directory(new File("/"))
builder.environment().clear()
builder.environment().putAll([TZ: "Asia/Tokyo", LC_ALL: "tr_TR.UTF-8", PYTHONVERBOSE: "1"])
Process process = builder.start()
def out = new StringBuilder(), err = new StringBuilder()
process.waitForProcessOutput(out, err)
assert process.exitValue() == 0 : err
assert out.toString() == "Hello, World!\n"
assert err.contains("# compiled at run time: 0 imported sources, 0 scripts") : err
assert place.list() as List == ["app.jar"]
Files.setPosixFilePermissions(place.toPath(), PosixFilePermissions.fromString("rwxr-xr-x"))
return true
