import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text
assert log.contains("verify-reads-jar-1.jar!/__pycache__/my_module.cpython-314.pyc: stale-hash")
assert log.contains("1 findings among the caches")

File reports = new File(basedir, "target/reports")
def json = new JsonSlurper().parse(new File(reports, "pyc.json"))
assert json.totals.sources == 4 && json.totals.caches == 4 && json.totals.findings == 1
assert json.results*.id == ["stale-hash"]
def sarif = new JsonSlurper().parse(new File(reports, "pyc.sarif"))
assert sarif.version == "2.1.0"
def run = sarif.runs[0]
def result = run.results[0]
assert run.tool.driver.rules[result.ruleIndex].id == "stale-hash"
assert result.locations[0].physicalLocation.artifactLocation.uri.endsWith("my_module.cpython-314.pyc")
String suite = new File(reports, "pyc.xml").text
assert suite.contains('tests="5" failures="1"')
