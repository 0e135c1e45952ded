"""dev.py itself, started as a person starts it."""

import ast
import os
import subprocess
import sys
from pathlib import Path

from tests.tools import needs_tool, only_on

DEV = Path(__file__).parents[2] / "dev.py"


def dev(*words: str, as_python: str = "") -> subprocess.CompletedProcess[str]:
    """Run dev.py; `as_python` is a version for it to believe it runs on."""
    pretend = f"sys.version_info = {as_python};" if as_python else ""
    code = f"import runpy, sys; {pretend} runpy.run_path({str(DEV)!r}, run_name='__main__')"
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )


def test_an_old_python_is_refused_in_a_sentence() -> None:
    done = dev("run", as_python="(3, 9, 18)")
    assert done.returncode == 1
    assert "needs Python 3.11 or newer, and this is Python 3.9.18" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_python_can_read_the_sentence() -> None:
    ast.parse(DEV.read_text(), feature_version=(3, 4))


def test_every_command_is_listed_with_what_it_does() -> None:
    done = dev("help")
    assert done.returncode == 0
    for command in ("run", "demo", "cli", "test", "check", "bench", "pictures", "portal", "lock"):
        assert f"\n  {command} " in done.stderr


def test_an_unknown_command_is_a_usage_error() -> None:
    done = dev("rum")
    assert done.returncode == 2
    assert "no command 'rum'" in done.stderr


def x_server_answers(display: str) -> bool:
    code = "from devkit.display import x_server_answers as ask; print(ask())"
    environ = {**os.environ, "PYTHONPATH": str(DEV.with_name("packaging")), "DISPLAY": display}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    return done.stdout.strip() == "True"


@only_on("Linux")
def test_an_x_server_answers_while_it_runs_and_not_after() -> None:
    said, says = os.pipe()
    command = [needs_tool("Xvfb", package="xvfb"), "-displayfd", str(says), "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[says], stderr=subprocess.DEVNULL) as server:
        os.close(says)
        with os.fdopen(said) as number:
            display = f":{number.readline().strip()}"
        running = x_server_answers(display)
        server.terminate()
    assert running
    assert not x_server_answers(display)
