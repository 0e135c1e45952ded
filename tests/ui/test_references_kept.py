"""The pinned PySide6 keeps its references to None and True: 6.12.0 on Python 3.11 loses them."""

import subprocess
import sys

import pytest

CALLS = """

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
