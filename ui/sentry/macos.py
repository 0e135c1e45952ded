"""Listens to macOS: notifications of the workspace, and the screen lock's, which is distributed.

Speaks to the Objective-C runtime through ctypes, since that needs no package. Imported on macOS,
and by the tests with a runtime of their own.
https://developer.apple.com/documentation/appkit/nsworkspace
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from itertools import count
from typing import Protocol

from PySide6.QtWidgets import QWidget

from ui.sentry.port import Sentry, Why

WORKSPACE = {
    "NSWorkspaceWillSleepNotification": Why.SLEEP,
    "NSWorkspaceScreensDidSleepNotification": Why.SCREEN,
    "NSWorkspaceSessionDidResignActiveNotification": Why.SWITCH,
    "NSWorkspaceWillPowerOffNotification": Why.ENDING,
}
DISTRIBUTED = {"com.apple.screenIsLocked": Why.SCREEN}
_AT_ONCE = 4  # NSNotificationSuspensionBehaviorDeliverImmediately
_POINTER = ctypes.c_void_p
_Method = ctypes.CFUNCTYPE(None, _POINTER, _POINTER, _POINTER)
_numbers = count()
# A class of the runtime is never unmade: what it calls must outlive every sentry.
_kept: list[object] = []


class Library(Protocol):
    """The library of the runtime; each look-up of a function is one of its own to declare."""

    def __getitem__(self, name: str) -> Callable[..., int | None]:
        """Give a function."""
        ...


def objc_library() -> Library:
    """Open the runtime of this macOS."""
    return ctypes.CDLL("/usr/lib/libobjc.A.dylib")


class Runtime:
    """The few calls of the Objective-C runtime that are needed."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def named(self, name: str) -> int:
        """Give a class; 0 when there is none of that name."""
        return self._call("objc_getClass", (ctypes.c_char_p,), name.encode())

    def selector(self, name: str) -> int:
        """Give a selector."""
        return self._call("sel_registerName", (ctypes.c_char_p,), name.encode())

    def send(self, receiver: int, selector: str, *words: int | bytes) -> int:
        """Send a message with pointers, numbers as wide as pointers, or text."""
        kinds = [ctypes.c_char_p if isinstance(one, bytes) else _POINTER for one in words]
        declared = (_POINTER, _POINTER, *kinds)
        return self._call("objc_msgSend", declared, receiver, self.selector(selector), *words)

    def text(self, words: str) -> int:
        """Make an NSString."""
        return self.send(self.named("NSString"), "stringWithUTF8String:", words.encode())

    def listener(self, selectors: dict[str, Why], heard: Callable[[Why], None]) -> int:
        """Make an object with a method for each reason."""
        by_selector = {self.selector(name): why for name, why in selectors.items()}

        def on_told(_: int, selector: int, __: int) -> None:
            heard(by_selector[selector])

        method = _Method(on_told)
        _kept.append(method)
        name = f"FFDSentry{next(_numbers)}".encode()
        kinds = (_POINTER, ctypes.c_char_p, ctypes.c_size_t)
        made = self._call("objc_allocateClassPair", kinds, self.named("NSObject"), name, 0)
        for selector in by_selector:
            kinds_of_method = (_POINTER, _POINTER, _Method, ctypes.c_char_p)
            self._call("class_addMethod", kinds_of_method, made, selector, method, b"v@:@")
        self._call("objc_registerClassPair", (_POINTER,), made)
        return self.send(made, "new")

    def _call(self, name: str, kinds: tuple[object, ...], *words: object) -> int:
        function = self._library[name]
        function.argtypes = kinds  # type: ignore[attr-defined]
        function.restype = _POINTER  # type: ignore[attr-defined]
        return function(*words) or 0


class MacSentry(Sentry):
    """Hears what macOS tells every program that asks."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._runtime = Runtime(library)
        self._listener = 0

    def begin(self, window: QWidget) -> None:  # noqa: ARG002 - macOS tells no window
        """Ask to be told."""
        runtime = self._runtime
        names = {_selector(name): why for name, why in (WORKSPACE | DISTRIBUTED).items()}
        self._listener = runtime.listener(names, self.called.emit)
        for name in WORKSPACE:
            words = (self._listener, runtime.selector(_selector(name)), runtime.text(name), 0)
            runtime.send(self._workspace(), "addObserver:selector:name:object:", *words)
        for name in DISTRIBUTED:
            words = (self._listener, runtime.selector(_selector(name)), runtime.text(name), 0)
            add = "addObserver:selector:name:object:suspensionBehavior:"
            runtime.send(self._distributed(), add, *words, _AT_ONCE)

    def end(self) -> None:
        """Ask to be told no more."""
        if self._listener:
            for centre in (self._workspace(), self._distributed()):
                self._runtime.send(centre, "removeObserver:", self._listener)
            self._listener = 0

    def dismiss(self) -> None:
        """End the system's own modal panel, if one is open: the print panel is one."""
        application = self._runtime.send(self._runtime.named("NSApplication"), "sharedApplication")
        if self._runtime.send(application, "modalWindow"):
            self._runtime.send(application, "abortModal")

    def _workspace(self) -> int:
        shared = self._runtime.send(self._runtime.named("NSWorkspace"), "sharedWorkspace")
        return self._runtime.send(shared, "notificationCenter")

    def _distributed(self) -> int:
        centre = self._runtime.named("NSDistributedNotificationCenter")
        return self._runtime.send(centre, "defaultCenter")


def _selector(name: str) -> str:
    return f"on_{name.replace('.', '_')}:"
