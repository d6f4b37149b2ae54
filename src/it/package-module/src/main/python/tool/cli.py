import importlib.resources
import inspect
import os
import pkgutil
import sys
import traceback

import greetings
import tool
from tool import text


def resources():
    files = importlib.resources.files("tool")
    print(sorted(p.name for p in files.iterdir() if not p.name.startswith("__pycache__")))
    print(files.joinpath("data", "words.txt").read_text(encoding="utf-8").split())
    print((files / "data").is_dir(), (files / "data" / "none").is_file())
    print(pkgutil.get_data("tool", "data/words.txt"))
    with importlib.resources.as_file(files / "data" / "words.txt") as place:
        print(place.read_bytes() == pkgutil.get_data("tool", "data/words.txt"))


def sources():
    print(inspect.getsource(text.shout))
    print([(m.name, m.ispkg) for m in pkgutil.iter_modules(tool.__path__)])
    print(os.path.basename(text.__file__), os.path.basename(text.__cached__).split(".")[0])
    try:
        text.fail()
    except ZeroDivisionError:
        lines = traceback.format_exc().splitlines()
        print([line.strip() for line in lines if "File" not in line])


def main():
    print(greetings.hello(sys.argv[1] if len(sys.argv) > 1 else "nobody"), tool.VERSION)
    resources()
    sources()
    return 3
