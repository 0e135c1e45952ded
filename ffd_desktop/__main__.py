"""``python -m ffd_desktop``: the command line."""

import sys

from ffd_desktop.cli import main

sys.exit(main())
