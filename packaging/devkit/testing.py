"""Running the tests, cheap rooms first; under CI with coverage kept for `check`."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence

from devkit.display import missing_libraries, missing_words
from devkit.environments import ready
from devkit.handing_over import hand_over
from devkit.offline import without_network
from devkit.saying import ROOT, say

OFFLINE = "--offline"
MEASURED_STAGES = ("unit", "contracts", "scenarios", "integration", "ui")
WHOLE_PROGRAM_STAGES = ("journeys", "faults")
COVERAGE_DATA = ROOT / ".cache" / "coverage" / "data"
_COVERAGE_TREE = ROOT / ".cache" / "coverage" / "tree"
_MEASURE = ("--cov", "--cov-report=")
_TREE = ("ffd_desktop", "ui", "tests", "resources", "packaging", "pyproject.toml", "dev.py")


def test(words: list[str]) -> int:
    """Run the tests; words are for pytest: dev.py test tests/unit -k upn. --offline: no network."""
    if OFFLINE in words:
        return _test_offline([word for word in words if word != OFFLINE])
    missing = missing_libraries({"QT_QPA_PLATFORM": "offscreen"})
    if missing:
        say(missing_words(missing))
        return 1
    if words:
        os.chdir(ROOT)
        hand_over(ready("dev").python, "-m", "pytest", *words)
    # A journey walks the whole window, as a person does: in a process that no other test was in.
    return run_stages(MEASURED_STAGES, measured=is_ci()) or run_stages(
        WHOLE_PROGRAM_STAGES, measured=False
    )


def _test_offline(words: list[str]) -> int:
    """Run them where there is no network, or say that this system has no such place."""
    ready("dev")
    command = without_network([sys.executable, str(ROOT / "dev.py"), "test", *words])
    if command is not None:
        return subprocess.run(command, check=False).returncode
    say(
        "This system lets nobody be cut off from the network (it takes Linux, 'unshare' and the "
        "right to use it), so the tests run as they are, with their tripwires alone."
    )
    return test(words)


def is_ci() -> bool:
    """Whether this is the machine that guards the main branch, by the usual variable."""
    return os.environ.get("CI", "").lower() in ("1", "true")


def run_stages(stages: Sequence[str], *, measured: bool, quiet: bool = False) -> int:
    """Run the stages that hold tests, in order and on all cores; gives pytest's exit code.

    Measured, the coverage data is kept with the fingerprint of the tree it speaks of.
    """
    folders = [f"tests/{stage}" for stage in stages if _holds_tests(stage)]
    tree = tree_fingerprint()
    command = [
        *(str(ready("dev").python), "-P", "-m", "pytest", *folders),
        *("-n", str(min(os.cpu_count() or 1, 4))),
        *(_MEASURE if measured else ()),
    ]
    if measured:
        _COVERAGE_TREE.unlink(missing_ok=True)
        COVERAGE_DATA.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COVERAGE_FILE": str(COVERAGE_DATA)},
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        check=False,
    )
    if quiet and done.returncode:
        say(done.stdout.decode(errors="replace"))
    if measured and not done.returncode:
        _COVERAGE_TREE.write_text(tree)
    return done.returncode


def coverage_is_current() -> bool:
    """Whether the kept coverage data is of a passing run over exactly this tree."""
    try:
        return COVERAGE_DATA.exists() and _COVERAGE_TREE.read_text() == tree_fingerprint()
    except FileNotFoundError:
        return False


def tree_fingerprint() -> str:
    """A hash over the names and bytes of all that a test run depends on in this project."""
    total = hashlib.sha256()
    for top in _TREE:
        place = ROOT / top
        files = [place] if place.is_file() else sorted(place.rglob("*"))
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                total.update(f"{file.relative_to(ROOT)}\0{file.stat().st_size}\0".encode())
                total.update(file.read_bytes())
    return total.hexdigest()


def _holds_tests(stage: str) -> bool:
    return any((ROOT / "tests" / stage).rglob("test_*.py"))
