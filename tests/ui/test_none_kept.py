"""A fault of PySide6 that ends Python after some ten thousand Qt calls, and what holds it off."""

import subprocess
import sys

CALLS = """
{first}
from PySide6.QtCore import QObject
one = QObject()
for _ in range(300_000):
    one.setObjectName("x")
"""


def run(first: str) -> int:
    code = CALLS.format(first=first)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode


def test_many_qt_calls_that_return_nothing_leave_python_alive():
    assert run("import ui") == 0
