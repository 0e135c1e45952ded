"""The program started where there is no display: the whole job, without a window."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_without_a_display_the_whole_job_is_done_and_the_pdf_lies_where_it_says(
    tmp_path: Path,
) -> None:
    display = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {key: value for key, value in os.environ.items() if key not in display}
    job = (
        "from devkit import commands;"
        "commands.hand_over = lambda python, *words: print('HANDED', *words);"
        "commands.ready = lambda name: type('Env', (), {'python': None})();"
        "commands.run([])"
    )
    told = subprocess.run(
        [sys.executable, "-c", job],
        cwd=tmp_path,
        env={**bare, "PYTHONPATH": str(ROOT / "packaging")},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    words = re.search(r"HANDED (.*)", told)
    assert words is not None, told
    done = subprocess.run(
        [sys.executable, *words[1].split()],
        cwd=tmp_path,
        env={**bare, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    pdfs = re.findall(r"\S+\.pdf", done.stdout + done.stderr)
    assert pdfs
    assert all((tmp_path / pdf).read_bytes().startswith(b"%PDF-") for pdf in pdfs)
