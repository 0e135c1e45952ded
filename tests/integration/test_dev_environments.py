"""Environments are made for real: a tiny package, a real venv, a real pip, no network."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from devkit.environments import Environment, make
from devkit.saying import SetUpProblem

ROOT = Path(__file__).parents[2]


def wheel(folder: Path, name: str = "tiny") -> str:
    """Write the smallest wheel there is; gives its line in a lock file."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr(f"{name}.py", "here = True\n")
        parts.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        parts.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        parts.writestr(f"{info}/RECORD", f"{name}.py,,\n{info}/RECORD,,\n")
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@pytest.fixture
def env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    lock = tmp_path / "lock.txt"
    lock.write_text(wheel(tmp_path / "wheels"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheels"))
    return Environment(tmp_path / "env", lock)


def imports(env: Environment, name: str) -> bool:
    done = subprocess.run([env.python, "-c", f"import {name}"], capture_output=True, check=False)
    return not done.returncode


def test_an_environment_is_made_once_then_repaired_and_remade_when_its_lock_changes(
    env: Environment,
) -> None:
    assert not env.is_ready()
    make(env)
    assert env.is_ready()
    assert imports(env, "tiny")

    (env.folder / "kept").touch()
    make(env)
    assert (env.folder / "kept").exists(), "a whole environment was made again"

    env.lock.write_text(env.lock.read_text() + wheel(env.lock.parent / "wheels", "second"))
    env.stamp.with_suffix(".half").write_text("an install that was killed left this")
    assert not env.is_ready()
    make(env)
    assert env.is_ready()
    assert imports(env, "second")
    assert not (env.folder / "kept").exists(), "an outdated environment was patched, not remade"


def test_an_environment_whose_python_is_gone_is_not_ready(env: Environment) -> None:
    env.folder.mkdir()
    env.stamp.write_text(env.fingerprint())
    assert not env.is_ready()
    env.python.parent.mkdir(parents=True)
    env.python.touch()
    assert env.is_ready()


def test_a_package_that_is_not_the_locked_one_is_refused(env: Environment) -> None:
    pin = env.lock.read_text().partition("sha256:")[0]
    env.lock.write_text(f"{pin}sha256:{'0' * 64}\n")
    with pytest.raises(SetUpProblem, match="so it was refused"):
        make(env)
    assert not env.is_ready()
    assert not imports(env, "tiny")


@pytest.mark.usefixtures("loopback")
def test_being_offline_is_told_in_plain_words(
    env: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    with pytest.raises(SetUpProblem) as told:
        make(env)
    assert "offline" in told.value.what
    assert "Connect and start again" in told.value.next_step


def test_two_at_once_make_it_once(env: Environment) -> None:
    words = (
        "import sys; from pathlib import Path\n"
        "from devkit.environments import Environment, make\n"
        "make(Environment(Path(sys.argv[1]), Path(sys.argv[2])))\n"
    )
    command = [sys.executable, "-c", words, str(env.folder), str(env.lock)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "packaging")}
    pair = [subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) for _ in "12"]
    said = [process.communicate(timeout=100)[1] for process in pair]
    assert [process.returncode for process in pair] == [0, 0]
    assert sum("Setting up" in words for words in said) == 1
    assert env.is_ready()
    assert imports(env, "tiny")


def test_a_lock_without_hashes_is_refused(env: Environment) -> None:
    env.lock.write_text(env.lock.read_text().partition(" --hash")[0])
    with pytest.raises(SetUpProblem) as told:
        make(env)
    assert "--require-hashes" in told.value.detail
    assert not env.is_ready()
