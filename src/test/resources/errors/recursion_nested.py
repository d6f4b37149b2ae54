"""Structures and calls too deep for any stack: an error that can be caught, whatever it says."""
import copy
import functools
import json
import pickle


def tell(what, f):
    try:
        f()
        print(what, "fine")
    except RecursionError as e:
        print(what, type(e).__name__)


nested = []
other = []
mapping = {}
for i in range(100000):
    nested = [nested]
    other = [other]
    mapping = {1: mapping}

a = []
a.append(a)
b = []
b.append(b)


class Equal:
    def __eq__(self, o):
        return self == o


class Attribute:
    def __getattr__(self, name):
        return getattr(self, name + "x")


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self)


@functools.lru_cache(None)
def cached(n):
    return cached(n - 1)


def by_key(n):
    return sorted([1], key=lambda x: by_key(n + 1))


def generator(n):
    yield from generator(n + 1)


tell("repr", lambda: repr(nested))
tell("str of dict", lambda: str(mapping))
tell("cycles", lambda: a == b)
tell("__eq__", lambda: Equal() == Equal())
tell("copy", lambda: copy.deepcopy(nested))
tell("dumps", lambda: json.dumps(nested))
tell("loads", lambda: json.loads("[" * 100000))
tell("pickle", lambda: pickle.dumps(nested))
tell("attribute", lambda: Attribute().y)
tell("iterator", lambda: next(Iterator()))
tell("cache", lambda: cached(1))
tell("sorted", lambda: by_key(0))
tell("generator", lambda: list(generator(0)))
print(repr(a), "after all")
