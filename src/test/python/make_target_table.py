"""Writes the README's table of targets: code objects and files that equal CPython's.

    python3 make_target_table.py JAVA-CLASSPATH SCRATCH NAME=TREE... -- VERSION=PYTHON...

Copies of the TREEs are read at their places, our caches go below SCRATCH, and so do the rows measured: a later
run with the same SCRATCH adds to the table, or replaces what it measures again. PYTHON is the command of the
target's CPython; it may have arguments. For each tree and level our compiler writes the caches of all minor
versions in one run, those of a second release of a version in another. CPython compiles each source in a process forked from one that imports little else than
py_compile, as what is interned shows in the bytes; on WebAssembly all in its own, so that some identical files may count as
"same code" only.
"""
import json
import os
import shlex
import shutil
import subprocess
import sys

WORKER = r"""
import sys, os, marshal, py_compile
source, ours, level = sys.argv[1], sys.argv[2], int(sys.argv[3])
sys.setrecursionlimit(6000)
CODE = type((lambda: 0).__code__)
FIELDS = [f for f in dir(CODE) if f.startswith("co_") and f not in (
    "co_consts", "co_lines", "co_positions", "co_branches", "co_lnotab", "co_filename")]
def read(path):
    f = os.open(path, os.O_RDONLY)
    data = b""
    while True:
        part = os.read(f, 1 << 20)
        if not part:
            os.close(f)
            return data
        data += part
def plain(value):
    kind = type(value)
    if kind is CODE:
        return (kind, [(f, getattr(value, f)) for f in FIELDS], [plain(c) for c in value.co_consts])
    if kind is tuple:
        return (kind, [plain(c) for c in value])
    if kind is frozenset:
        return (kind, sorted(repr(plain(c)) for c in value))
    if kind is slice:
        return (kind, [plain(c) for c in (value.start, value.stop, value.step)])
    return (kind, repr(value) if kind in (float, complex) else value)
def codes(value):
    return 1 + sum(codes(c) for c in value.co_consts if type(c) is CODE)
def pairs(a, b):
    yield a, b
    left = [c for c in a.co_consts if type(c) is CODE]
    right = [c for c in b.co_consts if type(c) is CODE]
    for i in range(min(len(left), len(right))):
        yield from pairs(left[i], right[i])
def judge(path, pyc):
    # Not compile and marshal.dumps: py_compile's own references show in the bytes.
    place = os.path.join(ours, "theirs.pyc")
    try:
        py_compile.compile(path, place, path, doraise=True, optimize=level)
        data = read(place)[16:]
        theirs = marshal.loads(data)
    except py_compile.PyCompileError:
        theirs = None
    try:
        mine = read(pyc)
    except OSError:
        mine = None
    if theirs is None or mine is None:
        return "rejected 0 0" if theirs is mine else "different %d 0" % (theirs is not None and codes(theirs))
    all_codes = codes(theirs)
    if mine[16:] == data:
        return "identical %d %d" % (all_codes, all_codes)
    code = marshal.loads(mine[16:])
    equal = sum(plain(a) == plain(b) for a, b in pairs(theirs, code))
    return "%s %d %d" % ("same" if plain(theirs) == plain(code) else "different", all_codes, equal)
def judged(path, pyc):
    if not hasattr(os, "fork") or sys.platform == "emscripten":
        return judge(path, pyc)
    out, into = os.pipe()
    child = os.fork()
    if not child:
        try:
            answer = judge(path, pyc)
        except BaseException as e:
            answer = "different 0 0 " + repr(e)
        os.write(into, answer.encode())
        os._exit(0)
    os.close(into)
    answer = os.read(out, 4096).decode()
    os.close(out)
    os.waitpid(child, 0)
    return answer
tag = sys.implementation.cache_tag
suffix = "." + tag + (".opt-%d" % level if level else "") + ".pyc"
for folder, folders, files in os.walk(source):
    folders[:] = sorted(f for f in folders if f != "__pycache__")
    for file in sorted(files):
        path = os.path.join(folder, file)
        if file.endswith(".py") and os.path.exists(path):
            pyc = os.path.join(ours, os.path.relpath(folder, source), "__pycache__", file[:-3] + suffix)
            print(judged(path, pyc), path, flush=True)
print(sys.version.split()[0])
"""


def compile_all(classpath, versions, tree, level, output):
    subprocess.run(
        ["java", "-Xss64m", "-cp", classpath, "io.github.pycmaven.cli.Main", "compileall", "-q", "-o", level]
        + ["--targets", ",".join(versions), "--output", output, tree],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )


def compare(python, tree, ours, level):
    worker = os.path.join(ours, "worker.py")
    with open(worker, "w") as f:
        f.write(WORKER)
    run = subprocess.Popen(
        shlex.split(python) + [worker, tree, ours, level],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONWARNINGS": "ignore"},
    )
    counts = {"identical": 0, "same": 0, "different": 0, "rejected": 0}
    codes = equal = 0
    *lines, release = run.communicate()[0].decode(errors="replace").splitlines()
    for line in lines:
        kind, all_codes, same, path = line.split(" ", 3)
        counts[kind] += 1
        codes += int(all_codes)
        equal += int(same)
        if kind == "different":
            print("different:", release, path, file=sys.stderr)
    return release, counts, codes, equal


def rounds(pythons):
    """Groups of versions whose caches have different names."""
    left = list(pythons)
    while left:
        first = {}
        for version in left:
            first.setdefault(version.split(".")[1], version)
        yield list(first.values())
        left = [version for version in left if version not in first.values()]


def order(row):
    return row[1], [int(part) for part in row[0].split(".")], row[2]


def measure(classpath, scratch, trees, pythons):
    for name, tree in trees.items():
        tree = os.path.abspath(tree)
        for level in "012":
            for versions in rounds(pythons):
                ours = os.path.join(scratch, "%s-%s" % (name.replace(" ", "-"), level))
                shutil.rmtree(ours, ignore_errors=True)
                os.makedirs(ours)
                compile_all(classpath, versions, tree, level, ours)
                for version in versions:
                    release, n, codes, equal = compare(pythons[version], tree, ours, level)
                    alike = n["identical"] + n["same"]
                    yield (release, name, level, codes, equal, alike + n["different"], alike, n["identical"],
                           n["rejected"])
                shutil.rmtree(ours)


def main():
    classpath, scratch, *rest = sys.argv[1:]
    middle = rest.index("--")
    trees = dict(t.split("=", 1) for t in rest[:middle])
    pythons = dict(p.split("=", 1) for p in rest[middle + 1:])
    scratch = os.path.abspath(scratch)
    known = os.path.join(scratch, "rows.json")
    rows = {}
    if os.path.exists(known):
        with open(known) as f:
            rows = {tuple(row[:3]): row for row in json.load(f)}
    for row in measure(classpath, scratch, trees, pythons):
        print(*row, file=sys.stderr, flush=True)
        rows[row[:3]] = row
        with open(known, "w") as f:
            json.dump(list(rows.values()), f)
    print("| CPython | sources | level | code objects | equal | files | equal | identical | both reject |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for row in sorted(rows.values(), key=order):
        print("|", " | ".join(map(str, row)), "|")


main()
