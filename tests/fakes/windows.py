"""The few calls of Windows that the sentry makes, and messages in the structure Windows uses.

Windows is fed from here through Qt's own dispatcher, so the filter gets what Qt gives a filter.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import wintypes
from functools import cache
from pathlib import Path

import PySide6
from PySide6.QtCore import QAbstractEventDispatcher, QByteArray
from shiboken6 import getCppPointer

from ui.sentry.windows import (
    GUID_LIDSWITCH_STATE_CHANGE,
    PBT_APMSUSPEND,
    PBT_POWERSETTINGCHANGE,
    WM_POWERBROADCAST,
    WM_QUERYENDSESSION,
    WM_WTSSESSION_CHANGE,
    PowerSetting,
    SystemCalls,
)

WTS_CONSOLE_CONNECT, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT = 1, 2, 4
WTS_SESSION_LOGOFF, WTS_SESSION_LOCK, WTS_SESSION_UNLOCK = 6, 7, 8
PBT_APMRESUMESUSPEND = 7
LID_SHUT, LID_OPEN = 0, 1
_RESULT = ctypes.c_ssize_t()


@cache
def _filters() -> Callable[..., bool]:
    """Give Qt's own way to its native filters, which PySide6 offers and cannot call."""
    library = ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Core.so.6"))
    function = library["_ZN24QAbstractEventDispatcher17filterNativeEventERK10QByteArrayPvPx"]
    function.argtypes = (*[ctypes.c_void_p] * 3, ctypes.POINTER(ctypes.c_ssize_t))
    function.restype = ctypes.c_bool
    return function


class FakeWindows:
    """user32, wtsapi32 and kernel32 in one; keeps count of what was asked for and given back."""

    def __init__(self) -> None:
        self.asked: set[object] = set()
        self.given_back: list[object] = []
        self.dialogs: dict[int, str] = {}
        self.answers: list[object] = []

    def calls(self) -> SystemCalls:
        """Give the libraries."""
        return SystemCalls(self, self, self, ctypes.CFUNCTYPE)

    # ---- what the sentry calls --------------------------------------------------------------

    def WTSRegisterSessionNotification(self, window: ctypes.c_void_p, flags: int) -> int:  # noqa: N802
        assert flags == 0
        self.asked.add("session")
        return 1

    def WTSUnRegisterSessionNotification(self, window: ctypes.c_void_p) -> int:  # noqa: N802
        self.asked.discard("session")
        return 1

    def RegisterPowerSettingNotification(  # noqa: N802
        self, window: ctypes.c_void_p, setting: object, flags: int
    ) -> int:
        given = bytes(ctypes.cast(setting, ctypes.POINTER(ctypes.c_ubyte * 16)).contents)
        assert given == GUID_LIDSWITCH_STATE_CHANGE.bytes_le
        self.asked.add(0x51D)
        return 0x51D

    def UnregisterPowerSettingNotification(self, handle: ctypes.c_void_p) -> int:  # noqa: N802
        self.asked.discard(handle.value)
        return 1

    def RegisterSuspendResumeNotification(self, window: ctypes.c_void_p, flags: int) -> int:  # noqa: N802
        self.asked.add(0x5EE9)
        return 0x5EE9

    def UnregisterSuspendResumeNotification(self, handle: ctypes.c_void_p) -> int:  # noqa: N802
        self.asked.discard(handle.value)
        return 1

    def GetCurrentThreadId(self) -> int:  # noqa: N802
        return 7

    def EnumThreadWindows(self, thread: int, each: Callable[[int, int], int], rest: int) -> int:  # noqa: N802
        assert thread == 7
        for window in list(self.dialogs):
            each(window, rest)
        return 1

    def GetClassNameW(self, window: ctypes.c_void_p, name: ctypes.Array, most: int) -> int:  # noqa: N802
        name.value = self.dialogs[window.value or 0][: most - 1]
        return len(name.value)

    def PostMessageW(self, window: ctypes.c_void_p, message: int, word: int, rest: int) -> int:  # noqa: N802
        assert message == 0x0010
        del self.dialogs[window.value or 0]
        return 1

    # ---- what Windows tells -----------------------------------------------------------------

    def tell(
        self, message: int, word: int = 0, rest: int = 0, kind: bytes = b"windows_generic_MSG"
    ) -> None:
        """Send one message to the program's window, by way of Qt."""
        told = wintypes.MSG(message=message, wParam=word, lParam=rest)
        dispatcher, name = QAbstractEventDispatcher.instance(), QByteArray(kind)
        assert dispatcher is not None
        first, second = getCppPointer(dispatcher)[0], getCppPointer(name)[0]
        self.answers.append(
            _filters()(first, second, ctypes.addressof(told), ctypes.byref(_RESULT))
        )

    def session(self, event: int) -> None:
        """Tell of the session."""
        self.tell(WM_WTSSESSION_CHANGE, event)

    def power(self, event: int = PBT_APMSUSPEND) -> None:
        """Tell of sleep."""
        self.tell(WM_POWERBROADCAST, event)

    def setting(self, value: int, guid: bytes = GUID_LIDSWITCH_STATE_CHANGE.bytes_le) -> None:
        """Tell of the lid, or of another setting."""
        told = PowerSetting((ctypes.c_ubyte * 16)(*guid), 4, value)
        self.tell(WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE, ctypes.addressof(told))

    def ends(self) -> None:
        """Ask whether the session may end."""
        self.tell(WM_QUERYENDSESSION, kind=b"windows_dispatcher_MSG")
