import sys

import pkg.work

print("script", sys.argv[1:], pkg.work.main())
