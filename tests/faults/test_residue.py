"""Canary words through every screen, error and crash: nothing holds them but what was asked for.

The window runs as it is started for a person, seen from outside: by the system calls of its
process (what was written, where, to what sockets), by the files left, by what it said.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.app import fictional
from ffd_desktop.app.program import Program
from ffd_desktop.roll.pupil import Contact, Phone, Pupil
from tests.builders.files import document, picture
from tests.builders.roll import ctf_text
from tests.faults import canaries
from tests.faults.canaries import Canaries
from tests.tools import needs_tool

ROOT = Path(__file__).parents[2]
CALLS = (
    "openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg,socket,connect,bind,"
    "close,rename,renameat,renameat2,link,linkat,symlink,symlinkat,memfd_create,mkdir,mkdirat"
)
OPENED = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"((?:\\x[0-9a-f]{2})*)", ([A-Z_|]+).*= (\d+)$')
WROTE = re.compile(r"(?:p?writev?2?|pwrite64|send(?:to|m?msg))\((\d+)\b")
CUT = " <unfinished ...>\n"
RESUMED = re.compile(r"\d+ +<\.\.\. \w+ resumed>(.*)", re.DOTALL)
CLOSED = re.compile(r"close\((\d+)\)")
TEXTS = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
REACHES_OUT = re.compile(r"(?:connect|bind|sendto|sendmsg)\(.*\bsa_family=AF_(?!UNIX|NETLINK)")
ITS_SPOOLER = {b"127.0.0.1", b"::1"}  # CUPS, at port 631: asked once somebody presses Print
FOR_WRITING = {"O_WRONLY", "O_RDWR", "O_CREAT"}
NO_FILES = ("/dev/null", "/dev/tty", "/proc/self/")
ASKED_FOR = {"asked.pdf", "printed.pdf"}
CHOSEN = {"roll.xml", "no-roll.xml", "canaries.json", "titles.txt"}


class Seen(msgspec.Struct):
    """What one process did, as the kernel saw it."""

    written: dict[str, bytearray]
    reached_out: list[str]


@pytest.fixture
def words() -> Canaries:
    return canaries.fresh()


@pytest.fixture
def chosen(tmp_path: Path, words: Canaries) -> Path:
    """The folder whose files the person chose: the roll, what is no roll, the papers."""
    place = tmp_path / "chosen"
    place.mkdir()
    parent = Contact(
        order=1,
        forename=words.parent,
        surname=words.surname,
        phones=(Phone(kind="H", number=words.phone),),
    )
    pupil = Pupil(upn=words.upn, forename=words.forename, surname=words.surname, contacts=(parent,))
    (place / "roll.xml").write_text(ctf_text(pupil), encoding="utf-8")
    said = f"<w:p><w:r><w:t>{' '.join(words.all)}</w:t></w:r></w:p>"
    (place / f"{words.forename} {words.surname}.docx").write_bytes(document(said, packed=False))
    (place / f"{words.forename} {words.surname}.png").write_bytes(picture(said=words.story))
    (place / "no-roll.xml").write_text(f"<{words.surname}>{words.upn}", encoding="utf-8")
    (place / "canaries.json").write_bytes(msgspec.json.encode(words))
    return place


def run(walk: str, tmp_path: Path, folder: Path) -> tuple[Seen, bytes, int]:
    """Walk through the window in a process of its own; give what was seen, said, and its end."""
    strace = needs_tool("strace")
    chosen, log = tmp_path / "chosen", tmp_path / "calls"
    for name in ("scratch", "cwd"):
        (tmp_path / name).mkdir(exist_ok=True)
    watch = [strace, "-f", "-qq", "-xx", "-s", "4194304", "-e", f"trace={CALLS}", "-o", str(log)]
    script = [sys.executable, "-m", "tests.faults.watched_window", walk, str(folder)]
    done = subprocess.run(
        [*watch, *script, str(chosen / "canaries.json")],
        cwd=tmp_path / "cwd",
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONFAULTHANDLER": "1",
            "TMPDIR": str(tmp_path / "scratch"),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=240,
    )
    stuck = chosen / "stuck.txt"
    assert not stuck.exists(), stuck.read_text(encoding="utf-8")
    seen = seen_in(log)
    log.unlink()
    return seen, done.stdout, done.returncode


def seen_in(log: Path) -> Seen:
    """Follow the system calls of a log; descriptors are those of one process and its threads."""
    seen, paths = Seen({}, []), {"1": "(said)", "2": "(said)"}
    with log.open(encoding="ascii") as lines:
        for line in whole_calls(lines):
            if opened := OPENED.search(line):
                paths[opened[3]] = path = _bytes(opened[1]).decode()
                if FOR_WRITING & set(opened[2].split("|")):
                    seen.written.setdefault(path, bytearray())
            elif wrote := WROTE.search(line):
                to = seen.written.setdefault(paths.get(wrote[1], f"({wrote[1]})"), bytearray())
                to += b"".join(_bytes(text) for text in TEXTS.findall(line))
            elif closed := CLOSED.search(line):
                paths.pop(closed[1], None)
            if REACHES_OUT.search(line) and not is_to_the_spooler(line):
                seen.reached_out.append(line)
    return seen


def whole_calls(lines: Iterable[str]) -> Iterator[str]:
    """Put together the calls that another thread's call cut in two."""
    begun: dict[str, str] = {}
    for line in lines:
        pid = line.split(" ", 1)[0]
        if line.endswith(CUT):
            begun[pid] = line.removesuffix(CUT)
        elif (rest := RESUMED.match(line)) is not None:
            yield begun.pop(pid, "") + rest[1]
        else:
            yield line


def is_to_the_spooler(line: str) -> bool:
    """Tell whether a call goes to this computer's own print spooler."""
    return "htons(631)" in line and {_bytes(text) for text in TEXTS.findall(line)} <= ITS_SPOOLER


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def leaks(seen: Seen, said: bytes, words: Canaries, *places: Path, chosen: Path) -> Iterator[str]:
    """Give, in words, each place where a canary was met that nobody had asked to hold it."""
    for word in canaries.found_in(said, words.all):
        yield f"said: {word}"
    for path, data in seen.written.items():
        if Path(path).parent != chosen:
            yield from (f"written to {path}: {word}" for word in canaries.found_in(data, words.all))
    for path, held in canaries.holders(places, words.all).items():
        yield f"left in {path}: {held}"


def strays(seen: Seen, *places: Path) -> list[str]:
    """Give the files that were written outside of some folders."""
    allowed = (*(f"{place}/" for place in places), *NO_FILES)
    return [path for path in seen.written if path[0] == "/" and not path.startswith(allowed)]


@pytest.mark.slow
def test_no_canary_is_left_by_a_walk_through_every_screen_paper_and_error(
    tmp_path: Path, home: Path, words: Canaries, chosen: Path
) -> None:
    computer = tmp_path / "computer"
    seen, said, code = run("whole", tmp_path, computer / "vault")
    assert code == 0, said.decode(errors="replace")[-6000:]
    places = (computer, home, tmp_path / "scratch", tmp_path / "cwd")
    assert list(leaks(seen, said, words, *places, chosen=chosen)) == []
    assert strays(seen, *places, chosen) == []
    assert seen.reached_out == []
    titles = (chosen / "titles.txt").read_bytes()
    assert b"FFD Desktop" in titles
    assert canaries.found_in(titles, words.all) == set()
    files = {f"{words.forename} {words.surname}.{ending}" for ending in ("docx", "png")}
    assert {path.name for path in chosen.iterdir()} == CHOSEN | ASKED_FOR | files
    assert all((chosen / name).read_bytes().startswith(b"%PDF-") for name in ASKED_FOR)
    note = (computer / "last-fault.txt").read_text(encoding="utf-8")
    assert "ValueError" in note
    assert "_fail" in note


@pytest.mark.slow
@pytest.mark.parametrize("end", ["killed", "segfault", "aborted", "bug"])
def test_no_canary_is_left_by_a_crash(
    end: str, tmp_path: Path, home: Path, words: Canaries, chosen: Path
) -> None:
    computer = tmp_path / "computer"
    fictional.look_round(Program(folder=computer / "vault")).close()
    vault = computer / fictional.FOLDER
    seen, said, code = run(end, tmp_path, vault)
    ends = {"killed": signal.SIGKILL, "segfault": signal.SIGSEGV, "aborted": signal.SIGABRT}
    assert code in {-ends[end], 128 + ends[end]} if end in ends else code == 0, said
    places = (computer, home, tmp_path / "scratch", tmp_path / "cwd")
    assert list(leaks(seen, said, words, *places, chosen=chosen)) == []
    assert strays(seen, *places, chosen) == []
    if end in {"segfault", "aborted"}:
        assert b"watched_window.py" in said
    assert list(computer.rglob("core*")) + list((tmp_path / "cwd").iterdir()) == []


# ---- the watching and the search themselves ----------------------------------------------------


def test_the_watcher_tells_the_network_from_the_spooler_and_from_the_session(
    tmp_path: Path,
) -> None:
    inet = 'connect(9, {{sa_family=AF_INET, sin_port=htons({}), sin_addr=inet_addr("{}")}}, 16) = 0'
    own, other = (
        "".join(f"\\x{byte:02x}" for byte in host) for host in (b"127.0.0.1", b"192.0.2.1")
    )
    bus = 'connect(9, {sa_family=AF_UNIX, sun_path="\\x2f"}, 16) = 0'
    lines = [inet.format(631, own), inet.format(443, own), inet.format(631, other), bus]
    (tmp_path / "calls").write_text("\n".join(lines), encoding="ascii")
    seen = seen_in(tmp_path / "calls")
    assert [line.strip() for line in seen.reached_out] == lines[1:3]


def test_the_watcher_follows_a_file_though_two_threads_call_at_once(tmp_path: Path) -> None:
    lines = [
        '1 openat(AT_FDCWD, "\\x2f\\x61", O_WRONLY|O_CREAT, 0600 <unfinished ...>',
        "2 close(5)                    = 0",
        "1 <... openat resumed>)       = 5",
        '2 write(5, "\\x68\\x69", 2)  = 2',
        "1 close(5 <unfinished ...>",
        "1 <... close resumed>)        = 0",
        '2 write(5, "\\x6e\\x6f", 2)  = 2',
    ]
    (tmp_path / "calls").write_text("\n".join((*lines, "")), encoding="ascii")
    assert seen_in(tmp_path / "calls").written == {"/a": b"hi", "(5)": b"no"}


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
def test_the_search_finds_a_canary_in_each_way_of_writing(code: str, words: Canaries) -> None:
    data = b"\0\1" + f"… {words.story.upper()} …".encode(code)
    assert canaries.found_in(data, words.all) == {words.story}


def test_the_search_finds_a_canary_in_what_is_deflated_and_in_a_name(
    tmp_path: Path, words: Canaries
) -> None:
    inside = b"%PDF-1.7 stream\n" + zlib.compress(words.upn.encode()) + b"\nendstream"
    (tmp_path / "paper").write_bytes(inside)
    (tmp_path / f"{words.surname}.txt").touch()
    assert {path.name for path in canaries.holders([tmp_path], words.all)} == {
        "paper",
        f"{words.surname}.txt",
    }
