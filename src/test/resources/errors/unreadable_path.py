"""Folders on sys.path that are not there, are no folders or cannot be read."""
import os
import sys
import tempfile

folder = tempfile.mkdtemp()
closed = os.path.join(folder, "closed")
os.mkdir(closed)
os.chmod(closed, 0)
plain = os.path.join(folder, "plain")
open(plain, "w").close()
sys.path[:0] = [closed, plain, os.path.join(folder, "absent"), b"bytes"]
import json

print(json.dumps([1]))
try:
    import nowhere_to_be_found
except ImportError as e:
    print(type(e).__name__, e)
os.chmod(closed, 0o700)
