"""The one command of this project: `python3 dev.py run`, `test`, `check`, ... (`help` lists them).

Standard library only; the work is in packaging/devkit. This file is written so that an old
Python can still read it and say, in a sentence, that it is too old.
"""

import os
import sys


def main():  # type: () -> int
    """Hand the words after `dev.py` to devkit; the answer is the exit code."""
    if sys.version_info < (3, 11):
        found = ".".join(str(part) for part in sys.version_info[:3])
        sys.stderr.write(
            "FFD Desktop needs Python 3.11 or newer, and this is Python " + found + ".\n"
            "Install a newer Python from python.org or your system's packages, then start "
            "dev.py with it, for example: python3.12 dev.py run\n"
        )
        return 1
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path.insert(0, os.path.join(here, "packaging"))
    from devkit.commands import main as devkit_main

    return devkit_main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
