"""Listens to Windows: messages about the session, sleep, the lid and the end of the session.

Answers none of them, so nothing is ever held up. The numbers are Microsoft's, from WinUser.h,
WtsApi32.h and WinNT.h. Imported on Windows, and by the tests with a system of their own.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Protocol
from uuid import UUID

import msgspec
from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.sentry.port import Sentry, Why

WM_CLOSE = 0x0010
WM_QUERYENDSESSION = 0x0011
WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
PBT_APMSUSPEND = 0x0004
PBT_POWERSETTINGCHANGE = 0x8013
GUID_LIDSWITCH_STATE_CHANGE = UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3")
SYSTEM_DIALOG = "#32770"
_KINDS = (b"windows_generic_MSG", b"windows_dispatcher_MSG")
_OF_SESSION = {
    0x2: Why.SWITCH,  # WTS_CONSOLE_DISCONNECT
    0x4: Why.SWITCH,  # WTS_REMOTE_DISCONNECT
    0x6: Why.ENDING,  # WTS_SESSION_LOGOFF
    0x7: Why.SCREEN,  # WTS_SESSION_LOCK
}
_HEARD = (WM_QUERYENDSESSION, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE)
_LONGEST_CLASS = 256


class PowerSetting(ctypes.Structure):
    """POWERBROADCAST_SETTING with a DWORD in it, as the lid's has."""

    _fields_ = (
        ("setting", ctypes.c_ubyte * 16),
        ("length", ctypes.c_uint32),
        ("data", ctypes.c_uint32),
    )


class Library(Protocol):
    """A library of Windows: functions by name."""

    def __getattr__(self, name: str) -> Callable[..., int]:
        """Give a function."""
        ...


class SystemCalls(msgspec.Struct, frozen=True):
    """The libraries that are called, and how Windows calls back."""

    user32: Library
    wtsapi32: Library
    kernel32: Library
    callback: Callable[..., Callable[[Callable[..., int]], object]]


def system_calls() -> SystemCalls:
    """Open the libraries of this Windows."""
    if sys.platform != "win32":
        raise OSError("not on Windows")
    libraries = [ctypes.WinDLL(name) for name in ("user32", "wtsapi32", "kernel32")]
    for name in ("RegisterPowerSettingNotification", "RegisterSuspendResumeNotification"):
        getattr(libraries[0], name).restype = ctypes.c_void_p
    return SystemCalls(*libraries, ctypes.WINFUNCTYPE)


class WindowsSentry(Sentry):
    """Hears what Windows tells the program's window."""

    def __init__(self, calls: SystemCalls) -> None:
        super().__init__()
        self._calls = calls
        self._filter = _Filter(self)
        self._window: ctypes.c_void_p | None = None
        self._handles: list[tuple[str, ctypes.c_void_p]] = []

    def begin(self, window: QWidget) -> None:
        """Ask for what is not told unasked, and listen."""
        self._window = ctypes.c_void_p(int(window.winId()))
        self._calls.wtsapi32.WTSRegisterSessionNotification(self._window, 0)
        lid = (ctypes.c_ubyte * 16)(*GUID_LIDSWITCH_STATE_CHANGE.bytes_le)
        self._ask("PowerSetting", ctypes.byref(lid), 0)
        # Without this a computer with modern standby does not tell that it goes to sleep.
        self._ask("SuspendResume", 0)
        _application().installNativeEventFilter(self._filter)

    def end(self) -> None:
        """Listen no more."""
        if self._window is None:
            return
        _application().removeNativeEventFilter(self._filter)
        self._calls.wtsapi32.WTSUnRegisterSessionNotification(self._window)
        for what, handle in self._handles:
            getattr(self._calls.user32, f"Unregister{what}Notification")(handle)
        self._handles.clear()
        self._window = None

    def dismiss(self) -> None:
        """Ask the system's own dialogs of this thread to close: the print dialog is one."""
        user32 = self._calls.user32
        name = ctypes.create_unicode_buffer(_LONGEST_CLASS)

        def close(window: int, _: int) -> int:
            handle = ctypes.c_void_p(window)
            user32.GetClassNameW(handle, name, _LONGEST_CLASS)
            if name.value == SYSTEM_DIALOG:
                user32.PostMessageW(handle, WM_CLOSE, 0, 0)
            return 1

        made = self._calls.callback(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(close)
        user32.EnumThreadWindows(self._calls.kernel32.GetCurrentThreadId(), made, 0)

    def hear(self, message: wintypes.MSG) -> None:
        """Understand one message."""
        why = _why(message.message, message.wParam, message.lParam)
        if why is not None:
            self.called.emit(why)

    def _ask(self, what: str, *about: object) -> None:
        register = getattr(self._calls.user32, f"Register{what}Notification")
        handle = register(self._window, *about)
        if handle:
            self._handles.append((what, ctypes.c_void_p(handle)))


class _Filter(QAbstractNativeEventFilter):
    """Sees every message that Qt takes from Windows; swallows none."""

    def __init__(self, sentry: WindowsSentry) -> None:
        super().__init__()
        self._sentry = sentry

    def nativeEventFilter(
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803 - Qt's name
        message: int,
    ) -> object:
        """Pass on the few that count."""
        if QByteArray(eventType).data() in _KINDS:
            told = wintypes.MSG.from_address(int(message))
            if told.message in _HEARD:
                self._sentry.hear(told)
        return False, 0


def _why(message: int, word: int, rest: int) -> Why | None:
    if message == WM_QUERYENDSESSION:
        return Why.ENDING
    if message == WM_WTSSESSION_CHANGE:
        return _OF_SESSION.get(word)
    if word == PBT_APMSUSPEND:
        return Why.SLEEP
    if word == PBT_POWERSETTINGCHANGE and rest:
        told = PowerSetting.from_address(rest)
        is_lid = bytes(told.setting) == GUID_LIDSWITCH_STATE_CHANGE.bytes_le
        return Why.LID if is_lid and told.length and told.data == 0 else None
    return None


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    if application is None:
        raise TypeError("a window without an application")
    return application
