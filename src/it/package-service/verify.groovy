import groovy.json.JsonSlurper
import java.util.concurrent.Executors

String java = new File(System.getProperty("java.home"), "bin/java").path
File errors = new File(basedir, "errors.txt")
def builder = new ProcessBuilder([java, "-jar", new File(basedir, "target/package-service-1.jar").path])
builder.environment().put("PYTHONVERBOSE", "1")
Process process = builder.redirectError(errors).start()
def reader = new BufferedReader(new InputStreamReader(process.inputStream))
String first = reader.readLine()
assert first.startsWith("port ") : first
String base = "http://127.0.0.1:" + first.substring(5)
def json = new JsonSlurper()

// Requests from several clients at a time: each is answered, and none is counted twice.
def pool = Executors.newFixedThreadPool(6)
def answers = (0..<300).collect { i -> pool.submit({ json.parse(new URL(base + "/page" + i % 3)) } as java.util.concurrent.Callable) }
answers.eachWithIndex { answer, i -> assert answer.get().path == "/page" + i % 3 }
pool.shutdown()
(0..<3).each { assert json.parse(new URL(base + "/page" + it)).count == 101 }

def post = new URL(base + "/sum").openConnection()
post.requestMethod = "POST"
post.doOutput = true
post.outputStream.withCloseable { it.write("[1, 2, 39]".bytes) }
assert json.parse(post.inputStream).sum == 42

assert json.parse(new URL(base + "/stop")).count == 1
assert reader.readLine() == "served 304"
assert process.waitFor() == 0
assert errors.text.contains("# compiled at run time: 0 imported sources, 0 scripts")
return true
