"""Imports the library's modules once, so that the virtual machine notes the texts that they execute.

usage: import_library.py FILE   (the file that the property pyc.record names; it is begun anew)
"""
import os
import sys

MODULES = """
json re collections dataclasses argparse logging logging.config logging.handlers traceback inspect functools
tokenize asyncio typing unittest unittest.mock http.client http.server urllib.parse urllib.request
email.message email.parser subprocess pathlib tempfile shutil sched difflib doctest pprint statistics
fractions decimal calendar csv concurrent.futures dis sysconfig platform zipfile tarfile importlib.metadata
importlib.resources ast enum contextlib selectors socket queue threading multiprocessing string.templatelib
annotationlib _colorize random uuid hashlib secrets datetime zoneinfo textwrap getpass glob fnmatch heapq
bisect copy pickle pickletools struct socketserver ssl select signal locale gettext configparser tomllib
xml.dom.minidom xml.etree.ElementTree html.parser ipaddress numbers timeit cProfile pstats pdb bdb code codeop
runpy pkgutil modulefinder mimetypes netrc plistlib shelve dbm sqlite3 wave colorsys imaplib smtplib poplib
ftplib wsgiref.simple_server xmlrpc.client _pydatetime _pydecimal _strptime symtable tabnanny trace
tracemalloc weakref graphlib operator keyword linecache fileinput filecmp compileall py_compile zipapp venv
webbrowser
"""

if os.path.exists(sys.argv[1]):
    os.remove(sys.argv[1])
for module in MODULES.split():
    try:
        __import__(module)
    except Exception:
        pass  # A module for another system, or one that this virtual machine lacks.
