"""Records what CPython prints and writes for the scenarios of SeedTranscriptTest.

usage: python3 record_seed_transcripts.py PYTHON SCENARIOS TRANSCRIPTS

PYTHON is a CPython 3.14. Each scenario runs in a new folder whose path has a fixed length, so that
caches, which record paths, can be compared: the path is replaced before anything is recorded.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile

LENGTH = 60
CLEAN = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") or k == "PYTHONHOME"}


def make_folder():
    base = os.path.realpath(tempfile.mkdtemp(prefix="s")) + "/"
    folder = base + "x" * (LENGTH - len(base))
    assert len(folder) == LENGTH
    os.mkdir(folder)
    return folder


def write(path, text, when=None):
    with open(path, "w", newline="") as f:
        f.write(text)
    if when:
        os.utime(path, (when, when))


def seed(folder):
    write(folder + "/my_module.py", 'def greet(name):\n    return f"Hello, {name}!"\n', 1700000000)
    write(folder + "/main.py", 'import my_module\n\nprint(my_module.greet("World"))\n', 1700000000)


def step(python, folder, fields, out):
    name, args = fields[0], [a.replace("{}", folder) for a in fields[1:]]
    path = folder + "/" + args[0] if args else folder
    if name == "seed":
        seed(folder)
    elif name == "file":
        write(path, fields[2].replace("\\n", "\n"))
    elif name == "time":
        os.utime(path, (int(args[1]), int(args[1])))
    elif name == "delete":
        shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
    elif name == "move":
        os.rename(path, folder + "/" + args[1])
    elif name == "folder":
        os.mkdir(path)
    elif name == "cut":
        os.truncate(path, int(args[1]))
    elif name == "poke":
        with open(path, "r+b") as f:
            f.seek(int(args[1]))
            f.write(bytes([int(args[2])]))
    elif name == "cache":
        mode = args[0].replace("-", "_").upper()
        code = "import py_compile as p, sys; p.compile(sys.argv[1], doraise=True, "
        code += "invalidation_mode=p.PycInvalidationMode." + mode + ")"
        subprocess.run([python, "-c", code, folder + "/" + args[1]], check=True, env=CLEAN)
    else:
        assert name == "run", name
        run(python, folder, args, out)


def run(python, folder, args, out):
    env = dict(CLEAN)
    given = b""
    if args[0]:
        key, value = args[0].split("=", 1)
        if key == "STDIN":
            given = value.encode() + b"\n"
        else:
            env[key] = value
    exe = subprocess.run(
        [python, "-c", "import sys; print(sys.executable)"], env=CLEAN, capture_output=True, text=True
    ).stdout.strip()
    r = subprocess.run([python, *args[1:]], cwd=folder, env=env, input=given, capture_output=True)
    out.append("exit\t%d" % r.returncode)
    for name, data in (("out", r.stdout), ("err", r.stderr)):
        text = data.decode().replace(exe, "python3.14").replace(folder, "{}")
        for line in text.split("\n")[:-1] if text.endswith("\n") else text.split("\n") if text else []:
            out.append(name + "\t" + line)
    for root, folders, files in sorted(os.walk(folder)):
        folders.sort()
        for f in sorted(files):
            path = os.path.join(root, f)
            short = os.path.relpath(path, folder).replace(folder[1:], "{}")
            if "python3.14/" in short:
                continue  # the library's own caches below a prefix
            digest = ""
            if f.endswith(".pyc"):
                with open(path, "rb") as g:
                    data = g.read().replace(folder.encode(), b"@" * LENGTH)
                digest = hashlib.sha256(data).hexdigest()
            out.append("tree\t" + short + "\t" + digest)


def main(python, scenarios, transcripts):
    out = []
    folder = None
    with open(scenarios, encoding="utf-8") as f:
        for line in f.read().split("\n"):
            if not line or line.startswith("#"):
                continue
            out.append(line)
            if line.startswith("== "):
                folder = make_folder()
            else:
                step(python, folder, line.split("\t"), out)
    with open(transcripts, "w", encoding="utf-8", newline="\n") as f:
        f.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
