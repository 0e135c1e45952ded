"""Remaking the lock files from the short lists of what is needed. Needs the network."""

import subprocess

from devkit.environments import ready
from devkit.saying import ROOT, SetUpProblem, say

_COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--only-binary", ":all:"),
    *("--no-emit-index-url", "--no-header", "--no-annotate"),
)


def lock(words: list[str]) -> int:
    """Remake the hashed lock files; --upgrade takes the newest versions."""
    uv = str(ready("dev").tool("uv"))
    for purpose, bound in (("run", ()), ("dev", ("-c", "requirements-run.txt"))):
        target = f"requirements-{purpose}.txt"
        source = f"requirements-{purpose}.in"
        command = [uv, *_COMPILE, *words, *bound, source, "-o", target]
        if subprocess.run(command, cwd=ROOT / "packaging", check=False).returncode:
            raise SetUpProblem(
                f"packaging/{target} could not be remade; it is as it was.",
                "What uv said is above. Making lock files needs the internet.",
            )
        say(f"packaging/{target} is up to date.")
    return 0
