"""Whether a window can open here: is there a display, and are Qt's system libraries present.

Only Linux needs asking; elsewhere both come with the system. Never imports Qt, whose own
failure names neither the library nor the package.
"""

import ctypes
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@dataclass(frozen=True)
class Library:
    """A shared library and the Debian package that brings it."""

    name: str
    package: str


def _libraries(*pairs: str) -> tuple[Library, ...]:
    return tuple(Library(*pair.split()) for pair in pairs)


# Source: `readelf -d` of the libraries and platform plugins of PySide6-Essentials 6.12.0,
# less what glibc and GCC bring; packages as Debian 12 names them.
EVERY_PLATFORM = _libraries(
    "libEGL.so.1 libegl1",
    "libGL.so.1 libgl1",
    "libX11.so.6 libx11-6",
    "libdbus-1.so.3 libdbus-1-3",
    "libfontconfig.so.1 libfontconfig1",
    "libfreetype.so.6 libfreetype6",
    "libglib-2.0.so.0 libglib2.0-0",
    "libxkbcommon.so.0 libxkbcommon0",
    "libzstd.so.1 libzstd1",
)
PLATFORMS = {
    "xcb": _libraries(
        "libX11-xcb.so.1 libx11-xcb1",
        "libxcb.so.1 libxcb1",
        "libxcb-cursor.so.0 libxcb-cursor0",
        "libxcb-icccm.so.4 libxcb-icccm4",
        "libxcb-image.so.0 libxcb-image0",
        "libxcb-keysyms.so.1 libxcb-keysyms1",
        "libxcb-randr.so.0 libxcb-randr0",
        "libxcb-render.so.0 libxcb-render0",
        "libxcb-render-util.so.0 libxcb-render-util0",
        "libxcb-shape.so.0 libxcb-shape0",
        "libxcb-shm.so.0 libxcb-shm0",
        "libxcb-sync.so.1 libxcb-sync1",
        "libxcb-util.so.1 libxcb-util1",
        "libxcb-xfixes.so.0 libxcb-xfixes0",
        "libxcb-xkb.so.1 libxcb-xkb1",
        "libxkbcommon-x11.so.0 libxkbcommon-x11-0",
    ),
    "wayland": _libraries(
        "libwayland-client.so.0 libwayland-client0",
        "libwayland-cursor.so.0 libwayland-cursor0",
    ),
}


def has_display(
    environ: Mapping[str, str],
    *,
    system: str = sys.platform,
    answers: Callable[[], bool] | None = None,
) -> bool:
    """Whether a window has somewhere to open; on Linux that is said by the environment.

    Where only an X display is named, it must also answer, for a name outlives its server.
    """
    if not system.startswith("linux"):
        return True
    named = [name for name in _DISPLAY_VARIABLES if environ.get(name)]
    return (answers or x_server_answers)() if named == ["DISPLAY"] else bool(named)


def x_server_answers() -> bool:
    """Whether the X server that this process's DISPLAY names takes a connection.

    True when that cannot be asked because libxcb itself is missing: another message tells that.
    """
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def missing_libraries(
    environ: Mapping[str, str],
    *,
    system: str = sys.platform,
    load: Callable[[str], object] = ctypes.CDLL,
) -> list[Library]:
    """The libraries without which no platform that Qt would try can start; empty if one can.

    With several platforms to try, the one that lacks least is reported.
    """
    if not system.startswith("linux"):
        return []
    common = [library for library in EVERY_PLATFORM if not _loads(library, load)]
    lacking = [
        [library for library in PLATFORMS.get(name, ()) if not _loads(library, load)]
        for name in _platforms(environ)
    ]
    return common + min(lacking, key=len)


def missing_words(missing: list[Library]) -> str:
    """One message that names each missing library and one command that brings them all."""
    names = ", ".join(library.name for library in missing)
    packages = " ".join(library.package for library in missing)
    noun = "a system library that is" if len(missing) == 1 else "system libraries that are"
    return (
        f"The window needs {noun} not installed: {names}.\n"
        f"On Debian or Ubuntu: sudo apt install {packages}"
    )


def _platforms(environ: Mapping[str, str]) -> list[str]:
    asked = environ.get("QT_QPA_PLATFORM", "")
    if asked:
        return [name.partition(":")[0] for name in asked.split(";")]
    shown = {"xcb": environ.get("DISPLAY"), "wayland": environ.get("WAYLAND_DISPLAY")}
    return [name for name, place in shown.items() if place] or ["xcb"]


def _loads(library: Library, load: Callable[[str], object]) -> bool:
    try:
        load(library.name)
    except OSError:
        return False
    return True
