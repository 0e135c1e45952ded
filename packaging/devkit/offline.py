"""Where there is no network at all: a namespace of Linux's own, with loopback and nothing else.

Loopback is up for the tests with a server of their own; the tripwires hold all others off it.
Run as a script, by path, inside the namespace: brings loopback up and becomes the command behind
it. Standard library only.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Sequence

_GET_FLAGS, _SET_FLAGS, _IS_UP = 0x8913, 0x8914, 0x1  # SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP
_REQUEST = "16sH14x"  # struct ifreq: a name, and flags in the first bytes of its union
_LOOPBACK = b"lo"


def without_network(command: Sequence[str]) -> list[str] | None:
    """Give what runs a command without any network; None where the system does not let us."""
    tool = shutil.which("unshare")
    if tool is None:
        return None
    others = () if os.geteuid() == 0 else ("--map-current-user", "--keep-caps")
    within = [tool, *others, "--net", "--", sys.executable, os.path.realpath(__file__)]
    tried = subprocess.run([*within, "true"], capture_output=True, check=False)
    return [*within, *command] if tried.returncode == 0 else None


def bring_up_loopback() -> None:
    """Let 127.0.0.1 be reached; nothing leads further from here."""
    import fcntl
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = struct.pack(_REQUEST, _LOOPBACK, 0)
        _, flags = struct.unpack(_REQUEST, fcntl.ioctl(any_socket, _GET_FLAGS, asked))
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack(_REQUEST, _LOOPBACK, flags | _IS_UP))


if __name__ == "__main__":
    bring_up_loopback()
    os.execvp(sys.argv[1], sys.argv[1:])
