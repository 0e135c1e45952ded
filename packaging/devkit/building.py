"""Building what is installed: a wheel and the sources, the same bytes from one commit anywhere.

Builds what is committed, from a copy of its own, so nothing that lies about gets in. Times are the
commit's; owner, rights, order and the packer's own name play no part.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from devkit.environments import ready
from devkit.saying import ROOT, SetUpProblem, say

_BACKEND = (
    "import sys, setuptools.build_meta as backend; out = sys.argv[1];"
    "backend.build_wheel(out); backend.build_sdist(out)"
)
_PLAIN_RIGHTS, _RUNNABLE_RIGHTS = 0o644, 0o755


def build_here(words: list[str]) -> int:
    """Build the wheel and the sources of what is committed into a folder, `dist` by default."""
    out = Path(words[0] if words else ROOT / "dist").absolute()
    for path in build(ROOT, out, python=ready("dev").python):
        say(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}")
    return 0


def build(root: Path, out: Path, *, python: Path) -> list[Path]:
    """Build the commit that is checked out in `root`; gives the files made.

    Raises SetUpProblem when `root` is no clone, or the packer fails.
    """
    when = _git(root, "log", "-1", "--format=%ct").decode().strip()
    with TemporaryDirectory() as place:
        sources, made = Path(place) / "sources", Path(place) / "made"
        _lay_out(_git(root, "archive", "--format=tar", "HEAD"), sources)
        made.mkdir()
        _pack(python, sources, made, when)
        for path in made.glob("*.tar.gz"):
            path.write_bytes(_settled(path.read_bytes(), int(when)))
        out.mkdir(parents=True, exist_ok=True)
        return [Path(shutil.copy(path, out)) for path in sorted(made.iterdir())]


def _git(root: Path, *words: str) -> bytes:
    command = ["git", "-C", str(root), *words]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise SetUpProblem(
            "Only a clone can be built: git does not know this folder.",
            "Clone the project with git and build there.",
            detail=done.stderr.decode(errors="replace").strip(),
        )
    return done.stdout


def _lay_out(packed: bytes, sources: Path) -> None:
    """Write the committed files, with rights that no umask has a say in."""
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(sources, filter="data")
    for path in sources.rglob("*"):
        is_runnable = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(_RUNNABLE_RIGHTS if is_runnable else _PLAIN_RIGHTS)


def _pack(python: Path, sources: Path, made: Path, when: str) -> None:
    done = subprocess.run(
        [str(python), "-P", "-c", _BACKEND, str(made)],
        cwd=sources,
        env={**os.environ, "SOURCE_DATE_EPOCH": when, "PYTHONHASHSEED": "0", "TZ": "UTC"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        umask=0o022 if os.name == "posix" else -1,
        check=False,
    )
    if done.returncode:
        raise SetUpProblem(
            "The packer could not build the program; nothing was made.",
            "What it said is below.",
            detail=done.stdout.decode(errors="replace")[-2000:],
        )


def _settled(packed: bytes, when: int) -> bytes:
    """Pack the sources again without the moment, the owner and the order of this very packing."""
    plain = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(packed)) as old,
        tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as new,
    ):
        for one in sorted(old.getmembers(), key=lambda member: member.name):
            one.mtime, one.uid, one.gid, one.uname, one.gname = when, 0, 0, "", ""
            one.pax_headers = {}
            new.addfile(one, old.extractfile(one) if one.isfile() else None)
    return gzip.compress(plain.getvalue(), mtime=when)
