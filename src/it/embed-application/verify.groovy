String java = new File(System.getProperty("java.home"), "bin/java").path
File runtime = new File(localRepositoryPath, "io/github/pycmaven/pyc-maven-plugin")
String jar = null
runtime.eachFileRecurse { if (it.name.endsWith("-runtime.jar")) jar = it.path }
String path = [new File(basedir, "target/classes").path, jar].join(File.pathSeparator)
Process process = new ProcessBuilder([java, "-cp", path, "app.Main"]).start()
def out = new StringBuilder(), err = new StringBuilder()
process.waitForProcessOutput(out, err)
assert out.toString() == "anna pays 101.25\ncompiled 0\n42\n" : err
return true
