import sys
sys.exit([])
