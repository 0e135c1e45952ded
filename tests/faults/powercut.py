"""A disk that loses power: replays what a program wrote and synced, and gives what could be left.

The model is that of ext4, told strictly: what was not synced may be there, be lost, be there in
part and in any order, or be torn at a sector; entries of a folder become durable in their order;
syncing a file makes its own entry durable. A disk that lies about syncing is not modelled.
"""

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
ROOT = Path(__file__).parents[2]
CALLS = (
    "openat,creat,open,pwrite64,pwritev,write,writev,fsync,fdatasync,ftruncate,truncate,"
    "rename,renameat,renameat2,unlink,unlinkat,link,linkat,fallocate,copy_file_range,sendfile"
)
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FILE = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")
_UNDERSTOOD = {"openat", "pwrite64", "write", "fsync", "fdatasync", "ftruncate", "rename", "unlink"}


@dataclass(frozen=True)
class Call:
    """One system call that reached a file of the watched folder, or a word to the test."""

    name: str
    file: str = ""
    data: bytes = b""
    at: int = 0
    to: str = ""


def watched(strace: str, folder: Path, *words: str) -> list[Call]:
    """Run the session writer and give what it did to the folder, and said, in order."""
    log = folder.with_name(f"{folder.name}.log")
    command = [strace, "-f", "-y", "-xx", "-s", "99999", "-e", f"trace={CALLS}", "-o", str(log)]
    writer = [sys.executable, "-m", "tests.faults.session_writer", str(folder), *words]
    subprocess.run([*command, *writer], cwd=ROOT, capture_output=True, check=True)
    return list(_calls(log.read_text("ascii"), str(folder)))


def _calls(log: str, folder: str) -> Iterator[Call]:
    places: dict[str, int] = {}
    for line in log.splitlines():
        if (match := _CALL.match(line)) is None:
            assert "unfinished" not in line, line
            continue
        name, inside, result = match[1], match[2], int(match[3])
        texts = [_bytes(text) for text in _TEXT.findall(inside)]
        descriptor = _FILE.match(inside)
        if name == "writev" and descriptor and descriptor[1] == "1":
            yield Call("said", data=texts[0])
        elif result >= 0 and any(folder.encode() in text for text in (_path(line), *texts)):
            assert name in _UNDERSTOOD, line
            yield from _call(name, line, inside, texts, result, places)


def _call(
    name: str, line: str, inside: str, texts: list[bytes], result: int, places: dict[str, int]
) -> Iterator[Call]:
    if name == "openat":
        places[str(result)] = 0
        if "O_CREAT" in inside:
            yield Call("made", _name(texts[0]))
        assert "O_TRUNC" not in inside
        return
    if name in {"rename", "unlink"}:
        yield Call(name, _name(texts[0]), to=_name(texts[-1]))
        return
    descriptor, file = inside.split("<", 1)[0], _name(_path(line))
    if name == "write":
        yield Call("wrote", file, texts[0][:result], places[descriptor])
        places[descriptor] += result
    elif name == "pwrite64":
        yield Call("wrote", file, texts[0][:result], int(inside.rsplit(", ", 1)[1]))
    elif name == "ftruncate":
        yield Call("cut", file, at=int(inside.rsplit(", ", 1)[1]))
    else:
        yield Call("synced", file)


def _path(line: str) -> bytes:
    """Give the path of the call's own file, or that of the file which openat gave."""
    found = _FILE.findall(line)
    return _bytes(found[-1][1]) if found else b""


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _name(path: bytes) -> str:
    return path.decode().rsplit("/", 1)[-1]


@dataclass
class Inode:
    """A file: what is durable of it, and what was done to it since."""

    kept: bytes = b""
    pending: list[Call] = field(default_factory=list)


class Disk:
    """A folder on a disk: what is durable, and what is on its way."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.name
        self._now = {path.name: Inode(path.read_bytes()) for path in folder.iterdir()}
        self._entries = dict(self._now)
        self._pending: list[tuple[str, Inode | None]] = []

    def do(self, call: Call) -> None:
        """Follow one call."""
        match call.name:
            case "made" if call.file not in self._now:
                self._enter(call.file, Inode())
            case "rename":
                inode = self._now[call.file]
                self._enter(call.to, inode)
                self._enter(call.file, None)
            case "unlink":
                self._enter(call.file, None)
            case "wrote" | "cut":
                self._now[call.file].pending.append(call)
            case "synced" if call.file == self._folder:
                self._keep_entries(len(self._pending))
            case "synced":
                inode = self._now[call.file]
                inode.kept, inode.pending = _after(inode.kept, inode.pending), []
                own = [at for at, entry in enumerate(self._pending) if entry[1] is inode]
                self._keep_entries(own[-1] + 1 if own else 0)

    def images(self, chance: random.Random) -> Iterator[dict[str, bytes]]:
        """Give what a power cut at this moment could leave: from everything lost to all kept."""
        count = len(self._pending)
        yield self._image(0, lambda _: [])
        yield self._image(count, lambda pending: pending)
        yield self._image(chance.randint(0, count), lambda pending: pending)
        for _ in range(2):
            yield self._image(chance.randint(0, count), lambda some: _some(some, chance))
            yield self._image(chance.randint(0, count), lambda some: _torn(some, chance))

    def _image(self, entries: int, survive) -> dict[str, bytes]:
        names = dict(self._entries)
        for name, inode in self._pending[:entries]:
            _put(names, name, inode)
        return {name: _after(inode.kept, survive(inode.pending)) for name, inode in names.items()}

    def _enter(self, name: str, inode: Inode | None) -> None:
        self._pending.append((name, inode))
        _put(self._now, name, inode)

    def _keep_entries(self, count: int) -> None:
        for name, inode in self._pending[:count]:
            _put(self._entries, name, inode)
        del self._pending[:count]


def laid_out(image: dict[str, bytes], folder: Path) -> Path:
    """Put an image into a folder, in the place of the one before."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in image.items():
        (folder / name).write_bytes(data)
    return folder


def _put(names: dict[str, Inode], name: str, inode: Inode | None) -> None:
    if inode is None:
        names.pop(name, None)
    else:
        names[name] = inode


def _after(kept: bytes, calls: list[Call]) -> bytes:
    data = bytearray(kept)
    for call in calls:
        if call.name == "cut":
            data = data[: call.at].ljust(call.at, b"\0")
        else:
            data = data.ljust(call.at, b"\0")
            data[call.at : call.at + len(call.data)] = call.data
    return bytes(data)


def _some(calls: list[Call], chance: random.Random) -> list[Call]:
    return [call for call in calls if chance.random() < 0.5]


def _torn(calls: list[Call], chance: random.Random) -> list[Call]:
    """Keep a beginning, and of the call after it only some whole sectors."""
    count = chance.randint(0, len(calls))
    whole, last = calls[:count], calls[count : count + 1]
    if last and last[0].name == "wrote":
        sectors = range(0, len(last[0].data), SECTOR)
        whole += [
            Call("wrote", last[0].file, last[0].data[start : start + SECTOR], last[0].at + start)
            for start in sectors
            if chance.random() < 0.5
        ]
    return whole
