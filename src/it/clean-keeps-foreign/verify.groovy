
File sources = new File(basedir, "src/main/python")
assert new File(sources, "__pycache__/notes.txt").text == "mine\n"
assert new File(sources, "legacy.pyc").exists()
assert new File(sources, "main.py").exists()
assert new File(sources, "__pycache__").list() as List == ["notes.txt"]
assert new File(basedir, "build.log").text.contains("2 files (")
