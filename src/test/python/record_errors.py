"""Runs every script of a folder with the running CPython; writes exit code, output and errors beside it.

usage: python3.14 record_errors.py src/test/resources/errors

Scripts that others only import have no expectations: they are listed here.
"""
import os
import pathlib
import re
import subprocess
import sys

IMPORTED = {"cyclic_one.py", "cyclic_two.py"}
folder = pathlib.Path(sys.argv[1]).resolve()
environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") or k == "PYTHONHOME"}


def plain(output):
    text = output.decode("utf-8", "surrogateescape").replace(str(folder), "<folder>")
    return re.sub("0x[0-9a-f]+", "0x0", text)


for script in sorted(folder.glob("*.py")):
    if script.name in IMPORTED:
        continue
    run = subprocess.run([sys.executable, "-B", script.name], cwd=folder, env=environment, capture_output=True,
                         stdin=subprocess.DEVNULL, timeout=120)
    # What a signal ends has the exit code that a shell tells of it.
    code = run.returncode if run.returncode >= 0 else 128 - run.returncode
    text = f"exit {code}\n--- output\n{plain(run.stdout)}--- errors\n{plain(run.stderr)}"
    script.with_suffix(".expected").write_bytes(text.encode("utf-8", "surrogateescape"))
    print(script.name, run.returncode)
