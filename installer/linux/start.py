"""Where the packed program begins."""

import os
import sys

from kotoutus_desktop.__main__ import main

if sys.platform.startswith("linux"):
    named = next((os.environ[n] for n in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(n)), "")
    if "utf" not in named.lower():
        os.environ["LC_ALL"] = "C.UTF-8"  # or the toolkit warns at every start
sys.exit(main())
