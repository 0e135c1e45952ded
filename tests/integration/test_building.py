"""What is built is what is committed, twice the same; installing and removing keeps the vault.

Real builds from real clones, installed by pip into an environment of their own; no network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from devkit.building import build
from devkit.saying import SetUpProblem
from tests.tools import needs_tool

ROOT = Path(__file__).parents[2]
IN_THE_WHEEL = ("ffd_desktop/", "ui/", "resources/")
PASSPHRASE = "curlew bramble teapot 47"


def clone(to: Path) -> Path:
    git = needs_tool("git")
    quiet = ["clone", "--quiet", "--no-hardlinks", str(ROOT), str(to)]
    subprocess.run([git, "-c", "safe.directory=*", *quiet], check=True)
    return to


def git(folder: Path, *words: str) -> str:
    me = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.invalid"]
    command = ["git", "-C", str(folder), *me, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def digests(*paths: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def built(root: Path, out: Path) -> list[Path]:
    return build(root, out, python=Path(sys.executable))


@pytest.mark.slow
def test_two_builds_of_one_commit_are_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(clone(tmp_path / "a"), tmp_path / "out-a")
    other = clone(tmp_path / "another" / "longer folder")
    for path in other.rglob("*.py"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    (other / "ui" / "left_lying.py").write_text("not committed", encoding="utf-8")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "C")
    umask = os.umask(0o077)
    try:
        second = built(other, tmp_path / "out-b")
    finally:
        os.umask(umask)
    assert {path.suffix for path in first} == {".whl", ".gz"}
    assert digests(*first) == digests(*second)


@pytest.mark.slow
def test_the_wheel_holds_what_is_committed_and_nothing_else(tmp_path: Path) -> None:
    here = clone(tmp_path / "a")
    wheel, sources = sorted(built(here, tmp_path / "out"), key=lambda path: path.suffix != ".whl")
    tracked = [one for one in git(here, "ls-files").splitlines() if one.startswith(IN_THE_WHEEL)]
    with zipfile.ZipFile(wheel) as parts:
        held = {one: parts.read(one) for one in parts.namelist() if ".dist-info/" not in one}
    assert held == {one: (here / one).read_bytes() for one in tracked}
    with tarfile.open(sources) as parts:
        names = {one.partition("/")[2] for one in parts.getnames()}
    assert set(tracked) <= names


def test_what_is_no_clone_is_not_built(tmp_path: Path) -> None:
    with pytest.raises(SetUpProblem, match="clone"):
        built(tmp_path, tmp_path / "out")


class Installed:
    """An environment of its own, with the locked packages of this one and no network."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        bin_folder = "Scripts" if os.name == "nt" else "bin"
        self._python = folder / bin_folder / "python"
        self._program = folder / bin_folder / "ffd-desktop"
        where = sysconfig.get_path("purelib", vars={"base": str(folder)})
        packages = sysconfig.get_path("purelib")
        (Path(where) / "locked.pth").write_text(packages, encoding="utf-8")

    def pip(self, *words: str) -> None:
        options = ["--quiet", "--disable-pip-version-check"]
        command = [str(self._python), "-m", "pip", *words, *options]
        subprocess.run(command, env=_bare(), capture_output=True, check=True)

    def install(self, wheel: Path) -> None:
        self.pip("install", "--no-index", "--no-deps", "--upgrade", str(wheel))

    def does(self, *words: str, says: str = "") -> str:
        done = subprocess.run(
            [str(self._program), *words],
            input=says,
            cwd=self._folder,
            env=_bare(),
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    @property
    def is_there(self) -> bool:
        return self._program.exists()


def _bare() -> dict[str, str]:
    """Give an environment in which nothing leads back to this project's folder."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def kept_in(home: Path) -> dict[str, bytes]:
    """Give every file of the person's own, but for what pip itself keeps."""
    files = (path for path in home.rglob("*") if path.is_file())
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in files
        if ".cache" not in path.parts
    }


@pytest.mark.slow
def test_installing_upgrading_and_removing_leave_the_vault_as_it_is(
    tmp_path: Path, home: Path
) -> None:
    root = clone(tmp_path / "a")
    old, _ = sorted(built(root, tmp_path / "old"), key=lambda path: path.suffix != ".whl")
    shutil.copytree(root, tmp_path / "b")
    project = tmp_path / "b" / "pyproject.toml"
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace('version = "0.1.0"', 'version = "9.9.9"'), encoding="utf-8")
    git(tmp_path / "b", "commit", "--quiet", "--all", "--message", "a later version")
    new, _ = sorted(built(tmp_path / "b", tmp_path / "new"), key=lambda path: path.suffix != ".whl")
    installed = Installed(tmp_path / "installed")
    installed.install(old)
    making = ("vault", "create", "--council", "worcestershire", "--school-name", "Larkrise")
    mine = ("--staff-name", "Rhiannon Tanglewood", "--recovery-file", str(tmp_path / "code"))
    installed.does(*making, *mine, "--passphrase-file", "-", says=f"{PASSPHRASE}\n")
    before = kept_in(home)
    assert any(name.endswith("vault.db") for name in before)

    installed.install(new)
    assert kept_in(home) == before
    installed.does("vault", "verify", "--passphrase-file", "-", says=f"{PASSPHRASE}\n")
    before = kept_in(home)

    installed.pip("uninstall", "--yes", "ffd-desktop")
    assert not installed.is_there
    assert kept_in(home) == before

    installed.install(new)
    installed.does("vault", "verify", "--passphrase-file", "-", says=f"{PASSPHRASE}\n")
