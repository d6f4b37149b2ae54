import sys
sys.exit(object)
