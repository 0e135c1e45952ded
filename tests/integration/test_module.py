"""`python -m ffd_desktop` is the command line."""

from __future__ import annotations

import runpy

import pytest


def test_the_package_runs_as_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["ffd-desktop", "council", "list"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("ffd_desktop", run_name="__main__")
    assert ended.value.code == 0
    assert "worcestershire" in capsys.readouterr().out
