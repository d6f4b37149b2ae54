"""Runs every script below a folder with the running CPython and writes what it prints beside it.

usage: python3.14 record_scripts.py src/test/resources/script
"""
import os
import pathlib
import subprocess
import sys

for script in sorted(pathlib.Path(sys.argv[1]).rglob("*.py")):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") or k == "PYTHONHOME"}
    out = subprocess.run([sys.executable, "-W", "ignore", "-B", str(script)], env=environment, check=True,
                         stdout=subprocess.PIPE, timeout=120).stdout
    script.with_suffix(".expected").write_bytes(out)
    print(script.name, len(out))
