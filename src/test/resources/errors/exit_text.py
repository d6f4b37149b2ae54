import sys
sys.exit("msg")
