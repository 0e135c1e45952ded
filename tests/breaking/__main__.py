"""Takes each guard out in a copy of the committed tree and runs its test, which must fail.

``python -m tests.breaking [PROMISE...]``; exit code 1 when a test passed without its guard. Some
minutes for all of them. What failed for another reason than the guard would pass as well: read the
reason that is printed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.breaking.table import Guard, guards

ROOT = Path(__file__).parents[2]
REASON = re.compile(r"^(?:E  |ERROR|FAILED) *(.*)", re.MULTILINE)
FAILED = re.compile(r"^\d+ failed\b", re.MULTILINE)
LONGEST_S = 300
WIDTH = 100


def main(promises: list[int]) -> int:
    """Try those of some promises, or all; say how each went."""
    wanted = [one for one in guards() if not promises or one.promise in promises]
    with TemporaryDirectory() as place:
        tree = Path(place) / "tree"
        subprocess.run(["git", "clone", "-q", "--no-hardlinks", str(ROOT), str(tree)], check=True)
        stayed_green = [one for one in wanted if not went_red(one, tree, Path(place) / "pytest")]
    return 1 if stayed_green else 0


def went_red(guard: Guard, tree: Path, scratch: Path) -> bool:
    """Take a guard out, run its test, put it back."""
    file = tree / guard.file
    whole = file.read_text(encoding="utf-8")
    file.write_text(guard.taken_out(whole), encoding="utf-8")
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "pytest", "-x", "-q", "--basetemp", scratch, guard.test],
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=LONGEST_S,
            check=False,
        )
    finally:
        file.write_text(whole, encoding="utf-8")
        shutil.rmtree(scratch, ignore_errors=True)
    is_red = done.returncode == 1 and FAILED.search(done.stdout) is not None
    found = REASON.search(done.stdout)
    reason = found[1][:WIDTH] if found else done.stdout[-WIDTH:]
    word = "red" if is_red else "STAYED GREEN"
    print(f"{guard.promise:>2}  {word:<12}  {guard.guard}\n        {reason}", flush=True)  # noqa: T201
    return is_red


if __name__ == "__main__":
    sys.exit(main([int(word) for word in sys.argv[1:]]))
