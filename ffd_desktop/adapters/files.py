"""The only place that writes files: whole or not at all, private, and never through links.

Knows nothing of what it writes. Trouble with the disk becomes a ProblemForPerson at this edge.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from ffd_desktop.adapters import file_troubles
from ffd_desktop.problems import ProblemForPerson

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
TEMPORARY: Final = ".ffd-part-"
_NO_LINKS: Final[int] = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_CHUNK: Final = 1024 * 1024
_LOCKED_BYTE: Final = 1 << 30  # far past the end: a locked byte cannot be read on Windows
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS


def write_atomically(path: Path, data: bytes) -> None:
    """Put a whole file in the place of an old one, durably; a power cut leaves one of the two.

    Raises:
        ProblemForPerson: ``disk_full``, ``folder_read_only``, ``folder_missing``, ``not_a_file``
            or ``file_io``. The old file is then as it was and nothing partial is left.
    """
    with _told(), _removed_on_failure(_beside(path)) as part:
        _refuse_links(path)
        _write_new(part, data)
        part.replace(path)
        sync_folder(path.parent)


def write_once(path: Path, data: bytes, *, replacing: bool = False) -> None:
    """Write an export to a place that a person chose; a partial file is removed on failure.

    Args:
        path: Where; its folder must exist.
        data: The whole content.
        replacing: Whether the person agreed that a file of that name is replaced.

    Raises:
        ProblemForPerson: As ``write_atomically``, and ``file_exists`` without ``replacing``.
    """
    if replacing:
        write_atomically(path, data)
        return
    with _told():
        if os.path.lexists(path):
            raise file_troubles.file_exists()
        with _removed_on_failure(path):
            _write_new(path, data)
            sync_folder(path.parent)


def write_pieces(path: Path, pieces: Iterable[bytes], *, replacing: bool = False) -> None:
    """Write an export that comes in pieces; a partial file never bears its name.

    Raises:
        ProblemForPerson: As ``write_once``, and whatever making a piece raises.
    """
    with _told(), _removed_on_failure(_beside(path)) as part:
        if not replacing and os.path.lexists(path):
            raise file_troubles.file_exists()
        _refuse_links(path)
        with os.fdopen(os.open(part, _NEW, PRIVATE_FILE), "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            _sync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)


def overwrite(path: Path, data: bytes) -> None:
    """Write over a small file where it lies, durably; needs no space when its length stays.

    Not atomic: a power cut may leave it torn, so whoever cares keeps two.

    Raises:
        ProblemForPerson: As ``write_atomically``.
    """
    with _told():
        is_new = not path.exists()
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | _NO_LINKS, PRIVATE_FILE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.truncate()
            file.flush()
            _sync(file.fileno())
        if is_new:
            sync_folder(path.parent)


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other programs that ask the same out of a block; the file is made when missing.

    The lock is the system's and dies with the program.

    Raises:
        ProblemForPerson: As ``write_atomically``.
    """
    with _told():
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINKS, PRIVATE_FILE)
    try:
        with _told():
            _wait_for_lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def read_whole(path: Path, *, most_bytes: int) -> bytes | None:
    """Read a small file; None when there is no such file, or it is no plain file or too large.

    Raises:
        ProblemForPerson: ``file_unreadable``.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_LINKS | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ELOOP, errno.ENOTDIR, errno.EISDIR}:
            return None
        raise file_troubles.unreadable() from None
    facts = os.fstat(descriptor)
    if not stat.S_ISREG(facts.st_mode) or facts.st_size > most_bytes:
        os.close(descriptor)
        return None
    try:
        with os.fdopen(descriptor, "rb") as file:
            return file.read(most_bytes)
    except OSError:
        raise file_troubles.unreadable() from None


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner can look into; one that exists is made private.

    Raises:
        ProblemForPerson: ``folder_read_only``, ``disk_full``, ``not_a_folder`` or ``file_io``.
    """
    with _told():
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise file_troubles.not_a_folder()
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        if os.name == "posix":
            folder.chmod(PRIVATE_FOLDER)


def make_private(path: Path) -> None:
    """Take other people's rights off a file (no rights to take off on Windows: folder ACLs do)."""
    with _told():
        if os.name == "posix":
            path.chmod(PRIVATE_FILE)


def move(path: Path, to: Path) -> None:
    """Move a file or folder within one disk; refuses to replace anything."""
    with _told():
        if os.path.lexists(to):
            raise file_troubles.file_exists()
        path.rename(to)
        sync_folder(to.parent)


def copy_once(path: Path, to: Path, *, told: Callable[[int], None] | None = None) -> None:
    """Copy a file that nobody writes meanwhile to a free name, durably, and read it back.

    ``told`` hears how many bytes are copied, and may raise to stop; nothing is then left.

    Raises:
        ProblemForPerson: As ``write_once``; ``file_io`` also when the copy reads differently.
    """
    with _told():
        if os.path.lexists(to):
            raise file_troubles.file_exists()
        with _removed_on_failure(to):
            source = os.open(path, os.O_RDONLY | _NO_LINKS)
            with os.fdopen(source, "rb") as old:
                target = os.open(to, _NEW, PRIVATE_FILE)
                with os.fdopen(target, "wb") as new:
                    for data in iter(lambda: old.read(_CHUNK), b""):
                        new.write(data)
                        (told or abs)(new.tell())
                    new.flush()
                    _sync(new.fileno())
            if not are_alike(path, to):
                raise OSError(errno.EIO, "read back differently")


def are_alike(one: Path, other: Path) -> bool:
    """Say whether two files hold the same bytes; a missing or unreadable one is like none."""
    try:
        with one.open("rb") as first, other.open("rb") as second:
            while (data := first.read(_CHUNK)) == second.read(_CHUNK):
                if not data:
                    return True
    except OSError:
        pass
    return False


def on_same_disk(one: Path, other: Path) -> bool:
    """Say whether two folders are on one file system; two parts of one disk are not seen."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def remove_folder(folder: Path) -> None:
    """Remove a folder of this program's own making with the files in it, if the disk lets.

    SECURITY: whoever may write beside it could lay a link there to a folder of somebody's own;
    then only the link goes.
    """
    with contextlib.suppress(OSError):
        if folder.is_symlink():
            folder.unlink()
            return
        remove_made(*folder.iterdir())
        folder.rmdir()


def remove_made(*paths: Path) -> None:
    """Remove files that this program made a moment ago and that hold nothing of anybody's yet."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def probe_writable(folder: Path) -> None:
    """Write, sync and remove a small file, so that a folder's faults show before they matter."""
    with _told(), _removed_on_failure(folder / f"{TEMPORARY}{secrets.token_hex(8)}") as part:
        _write_new(part, b"probe\n")
        part.unlink()


def sync_folder(folder: Path) -> None:
    """Make a folder's entries durable, where the system has a way to (not on Windows)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    """Make what was written durable; on macOS fsync alone leaves it in the disk's own cache."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def _wait_for_lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _write_new(path: Path, data: bytes) -> None:
    descriptor = os.open(path, _NEW, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        _sync(file.fileno())


def _beside(path: Path) -> Path:
    return path.parent / f"{TEMPORARY}{secrets.token_hex(8)}"


def _refuse_links(path: Path) -> None:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise ProblemForPerson(
            "Nothing was written: what has that name is a link or a folder, not a file.",
            "Choose another name.",
            "not_a_file",
        )


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise file_troubles.problem_of(error) from None


@contextlib.contextmanager
def _removed_on_failure(part: Path) -> Iterator[Path]:
    with contextlib.ExitStack() as undo:
        undo.callback(_remove, part)
        try:
            yield part
        except FileExistsError:
            undo.pop_all()  # it is somebody else's
            raise
        undo.pop_all()


def _remove(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)
