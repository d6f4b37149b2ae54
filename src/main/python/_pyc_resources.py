"""importlib.resources for packages that lie in the running jar."""

import io
from importlib.resources.abc import Traversable, TraversableResources


class JarReader(TraversableResources):
    """The resources of one package."""

    def __init__(self, importer, package):
        self._root = JarPath(importer, package)

    def files(self):
        return self._root


class JarPath(Traversable):
    """A file or folder in the jar, below the folder that an importer stands for."""

    def __init__(self, importer, below):
        self._importer = importer
        self._below = below

    @property
    def name(self):
        return self._below.rpartition("/")[2]

    def iterdir(self):
        for entry in self._importer.list_names(self._below):
            yield JarPath(self._importer, self._below + "/" + entry.rstrip("/"))

    def is_dir(self):
        return bool(self._importer.list_names(self._below))

    def is_file(self):
        folder, _, name = self._below.rpartition("/")
        return name in self._importer.list_names(folder)

    def joinpath(self, *descendants):
        below = self._below
        for part in "/".join(str(descendant) for descendant in descendants).split("/"):
            if part == "..":
                below = below.rpartition("/")[0]
            elif part not in ("", "."):
                below = below + "/" + part if below else part
        return JarPath(self._importer, below)

    def __truediv__(self, child):
        return self.joinpath(child)

    def read_bytes(self):
        return self._importer.get_data(str(self))

    def open(self, mode="r", *args, **kwargs):
        if self.is_dir():
            raise IsADirectoryError(21, "Is a directory", str(self))
        stream = io.BytesIO(self.read_bytes())
        if "b" in mode:
            return stream
        return io.TextIOWrapper(stream, *args, **kwargs)

    def __str__(self):
        return self._importer.path + "/" + self._below

    def __repr__(self):
        return f"JarPath({str(self)!r})"

    def __eq__(self, other):
        return isinstance(other, JarPath) and str(self) == str(other)

    def __hash__(self):
        return hash(str(self))
