"""The words that may follow dev.py, and what each does."""

import os
from collections.abc import Callable

from devkit.display import has_display, missing_libraries, missing_words
from devkit.environments import ready
from devkit.handing_over import hand_over
from devkit.locking import lock
from devkit.portals import beside
from devkit.saying import SetUpProblem, say
from devkit.testing import test


def main(words: list[str]) -> int:
    """Do the command in `words`; 0 done, 1 a problem told in words, 2 usage, 130 stopped."""
    name, rest = (words[0], words[1:]) if words else ("help", [])
    if name in ("help", "-h", "--help"):
        say(_usage())
        return 0
    if name not in COMMANDS:
        say(f"dev.py has no command {name!r}.\n\n{_usage()}")
        return 2
    try:
        return COMMANDS[name](rest)
    except SetUpProblem as problem:
        say(problem.words())
        return 1
    except KeyboardInterrupt:
        say("Stopped. The next start repairs whatever was half done.")
        return 130


def run(words: list[str]) -> int:
    """Open the window; without a display, do the whole job without one."""
    if not has_display(os.environ):
        say("There is no display here, so the whole job is done without a window.")
        return demo([])
    missing = missing_libraries(os.environ)
    if not missing:
        hand_over(ready("run").python, "-m", "ui", *words, variables=beside())
    say(missing_words(missing))
    return 1


def demo(words: list[str]) -> int:
    """Do the whole job on the fictional school, without a window, and send it to a portal here."""
    hand_over(ready("dev").python, "-m", "tests.reference_portal.demo", *words)


def cli(words: list[str]) -> int:
    """The program's command line: dev.py cli vault verify ..."""
    hand_over(ready("run").python, "-m", "ffd_desktop", *words)


def check(words: list[str]) -> int:
    """Check form, lint, types, the walls between rooms, and coverage floors."""
    from devkit.checks import hold_checks  # late, so that `run` starts at once

    return hold_checks(words)


def bench(words: list[str]) -> int:
    """Measure the budgets, with the bare work beside each."""
    hand_over(ready("dev").python, "-m", "tests.bench", *words)


def portal(words: list[str]) -> int:
    """Start a council's portal to try sending with, on this computer alone."""
    hand_over(ready("dev").python, "-m", "tests.reference_portal", *words)


def build(words: list[str]) -> int:
    """Build the wheel and the sources of what is committed, the same bytes anywhere."""
    from devkit.building import build_here  # late, so that `run` starts at once

    return build_here(words)


def pictures(words: list[str]) -> int:
    """Take the pictures of the window that the README shows."""
    hand_over(ready("dev").python, "-m", "tests.pictures", *words)


def words(rest: list[str]) -> int:
    """Remake the list of British words from the Hunspell dictionary it comes from."""
    from devkit.word_list import make_list  # late, so that `run` starts at once

    return make_list(rest)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "demo": demo,
    "cli": cli,
    "test": test,
    "check": check,
    "bench": bench,
    "pictures": pictures,
    "portal": portal,
    "build": build,
    "lock": lock,
    "words": words,
}


def _usage() -> str:
    lines = [f"  {name:<9} {work.__doc__}" for name, work in COMMANDS.items()]
    return "\n".join(["python3 dev.py COMMAND", "", *lines])
