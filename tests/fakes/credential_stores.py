"""The stores beneath the keyring library on Windows and macOS, in memory, where the library ends.

Only what the library calls, with the answers that Microsoft and Apple document; they let the
library's own classes and our adapter run on any system.
"""

from __future__ import annotations

import sys
from types import ModuleType

import pytest


class _WinError(Exception):
    def __init__(self, winerror: int, funcname: str) -> None:
        super().__init__(winerror, funcname)
        self.winerror = winerror
        self.funcname = funcname


class _KeychainError(Exception):
    pass


class _NotFoundError(_KeychainError):
    pass


class _DeniedError(_KeychainError):
    pass


def stand_in_for_windows(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, object]]:
    """Put a Credential Manager beneath the library; give what it holds, by target name."""
    held: dict[str, dict[str, object]] = {}

    def read(*, Type: int, TargetName: str) -> dict[str, object]:  # noqa: N803
        if TargetName not in held:
            raise _WinError(1168, "CredRead")
        return held[TargetName]

    def write(credential: dict[str, object], flags: int) -> None:
        blob = str(credential["CredentialBlob"]).encode("utf-16")
        held[str(credential["TargetName"])] = {**credential, "CredentialBlob": blob}

    def delete(*, Type: int, TargetName: str) -> None:  # noqa: N803
        del held[TargetName]

    cred = ModuleType("win32cred")
    for name, what in {
        "CRED_PERSIST_SESSION": 1,
        "CRED_PERSIST_LOCAL_MACHINE": 2,
        "CRED_PERSIST_ENTERPRISE": 3,
        "CRED_TYPE_GENERIC": 1,
        "CredRead": read,
        "CredWrite": write,
        "CredDelete": delete,
    }.items():
        setattr(cred, name, what)
    types = ModuleType("pywintypes")
    types.error = _WinError  # type: ignore[attr-defined]
    package = ModuleType("pywin32")
    package.win32cred, package.pywintypes = cred, types  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "win32ctypes", ModuleType("win32ctypes"))
    monkeypatch.setitem(sys.modules, "win32ctypes.pywin32", package)
    _load_afresh(monkeypatch, "keyring.backends.Windows")
    return held


def stand_in_for_macos(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """Put a keychain beneath the library; give what it holds, by service and account."""
    held: dict[tuple[str, str], str] = {}

    def find(keychain: object, service: str, account: str) -> str:
        assert keychain is None
        try:
            return held[service, account]
        except KeyError:
            raise _NotFoundError from None

    def put(keychain: object, service: str, account: str, password: str) -> None:
        assert keychain is None
        held[service, account] = password

    def delete(keychain: object, service: str, account: str) -> None:
        find(keychain, service, account)
        del held[service, account]

    api = ModuleType("keyring.backends.macOS.api")
    for name, what in {
        "Error": _KeychainError,
        "NotFound": _NotFoundError,
        "KeychainDenied": _DeniedError,
        "find_generic_password": find,
        "set_generic_password": put,
        "delete_generic_password": delete,
    }.items():
        setattr(api, name, what)
    _load_afresh(monkeypatch, "keyring.backends.macOS")
    monkeypatch.setitem(sys.modules, "keyring.backends.macOS.api", api)
    return held


def _load_afresh(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    """Let the library's module be imported anew now, and anew again after the test."""
    monkeypatch.setitem(sys.modules, module, ModuleType(module))
    monkeypatch.delitem(sys.modules, module)
