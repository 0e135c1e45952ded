"""A fault of PySide6 that ends Python after some thousands of Qt calls, and what holds it off."""

import subprocess
import sys

import pytest

CALLS = """
import ui
from PySide6.QtCore import QObject, Signal

class Told(QObject):
    told = Signal(object)

one = Told()
one.told.connect(print)
one.told.disconnect(print)
for _ in range(100_000):
    {call}
"""


@pytest.mark.parametrize("call", ["one.setObjectName('x')", "one.told.emit(True)"])
def test_python_outlives_very_many_qt_calls(call):
    code = CALLS.format(call=call)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0
