"""An Objective-C runtime with two notification centres and one application, for the sentry.

Every call comes in as ctypes declared it: an argument too many, or of another kind, fails here.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

WORKSPACE, DISTRIBUTED = "NSWorkspace centre", "NSDistributedNotificationCenter centre"
_ADD = "addObserver:selector:name:object:"


class Function:
    """One function of the library, with what was declared of it."""

    def __init__(self, does: Callable[..., Any]) -> None:
        self._does = does
        self.argtypes: tuple[Any, ...] = ()
        self.restype: Any = ctypes.c_int

    def __call__(self, *words: Any) -> int | None:
        assert len(words) == len(self.argtypes), "not as declared"
        assert self.restype is ctypes.c_void_p, "a pointer would be cut to 32 bits"
        for word, kind in zip(words, self.argtypes, strict=True):
            if kind is ctypes.c_char_p:
                assert isinstance(word, bytes)
            elif kind in (ctypes.c_void_p, ctypes.c_size_t):
                assert isinstance(word, int)
        return self._does(*words)


class FakeObjc:
    """The runtime. Addresses are numbers above 2 to the 40, as on a real Mac."""

    def __init__(self, *, panel: bool = False) -> None:
        self._next = count(1 << 40, 16)
        self._things: dict[int, Any] = {}
        self._named: dict[str, int] = {}
        self._methods: dict[int, dict[int, Any]] = {}
        self.observers: list[tuple[str, int, int, str]] = []
        self.has_panel = panel
        found = self._address
        self._understood: dict[tuple[str, str], Callable[..., int | None]] = {
            ("NSString", "stringWithUTF8String:"): lambda text: self._made(text.decode()),
            ("NSWorkspace", "sharedWorkspace"): lambda: found("a workspace"),
            ("a workspace", "notificationCenter"): lambda: found(WORKSPACE),
            ("NSDistributedNotificationCenter", "defaultCenter"): lambda: found(DISTRIBUTED),
            (WORKSPACE, _ADD): partial(self._add, WORKSPACE),
            (DISTRIBUTED, f"{_ADD}suspensionBehavior:"): partial(self._add, DISTRIBUTED),
            (WORKSPACE, "removeObserver:"): partial(self._remove, WORKSPACE),
            (DISTRIBUTED, "removeObserver:"): partial(self._remove, DISTRIBUTED),
            ("NSApplication", "sharedApplication"): lambda: found("the application"),
            ("the application", "modalWindow"): lambda: 1 if self.has_panel else None,
            ("the application", "abortModal"): self._abort,
        }

    def __getitem__(self, name: str) -> Function:
        return Function(getattr(self, f"_{name}"))

    def post(self, centre: str, name: str) -> None:
        """Tell everybody who asked a centre for notifications of that name."""
        for where, observer, selector, wanted in list(self.observers):
            if (where, wanted) == (centre, name):
                self._methods[self._things[observer]][selector](observer, selector, 0)

    # ---- the runtime's functions ------------------------------------------------------------

    def _objc_getClass(self, name: bytes) -> int:  # noqa: N802
        return self._address(name.decode())

    def _sel_registerName(self, name: bytes) -> int:  # noqa: N802
        return self._address(f"@selector {name.decode()}")

    def _objc_allocateClassPair(self, above: int, name: bytes, extra: int) -> int | None:  # noqa: N802
        assert self._things[above] == "NSObject"
        assert extra == 0
        if name.decode() in self._named:
            return None
        return self._address(name.decode())

    def _class_addMethod(self, of: int, selector: int, does: Any, kinds: bytes) -> int:  # noqa: N802
        assert kinds == b"v@:@"
        self._methods.setdefault(of, {})[selector] = does
        return 1

    def _objc_registerClassPair(self, made: int) -> None:  # noqa: N802
        assert made in self._methods

    def _objc_msgSend(self, receiver: int, selector: int, *words: Any) -> int | None:  # noqa: N802
        name = self._things[selector].removeprefix("@selector ")
        if name == "new":
            return self._made(receiver)
        to = self._things.get(receiver)
        assert (to, name) in self._understood, f"{to} does not understand {name}"
        return self._understood[to, name](*words)

    # ---- inside -----------------------------------------------------------------------------

    def _add(self, centre: str, *words: int) -> None:
        observer, selector, name, about, *behaviour = words
        assert about == 0
        assert behaviour == ([4] if centre == DISTRIBUTED else []), "told when in front again"
        assert selector in self._methods[self._things[observer]]
        self.observers.append((centre, observer, selector, self._things[name]))

    def _remove(self, centre: str, observer: int) -> None:
        self.observers = [one for one in self.observers if one[:2] != (centre, observer)]

    def _abort(self) -> None:
        self.has_panel = False

    def _address(self, name: str) -> int:
        if name not in self._named:
            self._named[name] = self._made(name)
        return self._named[name]

    def _made(self, thing: Any) -> int:
        address = next(self._next)
        self._things[address] = thing
        return address
