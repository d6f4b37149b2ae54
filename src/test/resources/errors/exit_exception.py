import sys
sys.exit(KeyError("x"))
