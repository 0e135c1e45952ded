"""One contract over the sentries of three systems: each call is heard, and nothing else.

Linux is a real bus; Windows and macOS are fakes at the edge of the system.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from jeepney import DBusAddress, FileDescriptor
from jeepney.fds import NoFDError
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tests.fakes import windows
from tests.fakes.computer import FakeComputer, private_bus
from tests.fakes.objc import DISTRIBUTED, WORKSPACE, FakeObjc
from tests.fakes.windows import FakeWindows
from tests.tools import only_on
from ui.sentry.bus import Bus
from ui.sentry.linux import Addresses, LinuxSentry
from ui.sentry.logind import LOGIND, PATH
from ui.sentry.macos import MacSentry
from ui.sentry.pick import sentry_of_this_system
from ui.sentry.port import Sentry, Why
from ui.sentry.windows import WindowsSentry

pytestmark = only_on("Linux")  # there is the bus, and the way into Qt that feeds the filter
Tell = Callable[[], None]
WAIT = 5000


class System(msgspec.Struct):
    """A system with its sentry.

    Attributes:
        tells: What can happen, and what the sentry must say of it.
        tells_nothing: What may happen without a word.
        is_asked: Whether the system still has something to give back.
    """

    sentry: Sentry
    tells: list[tuple[Tell, Why]]
    tells_nothing: list[Tell]
    is_asked: Callable[[], bool]


@contextmanager
def linux(folder: Path) -> Iterator[System]:
    with private_bus(folder) as address:
        one = FakeComputer(address)
        savers = ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
        yield System(
            LinuxSentry(Addresses(address, address)),
            [
                *((lambda maker=maker: one.saver_comes(maker), Why.SCREEN) for maker in savers),
                (one.session_is_locked, Why.SCREEN),
                (one.session_is_hinted_locked, Why.SCREEN),
                (one.session_is_switched, Why.SWITCH),
                (one.goes_to_sleep, Why.SLEEP),
                (one.lid_closes, Why.LID),
                (one.lid_closes_as_logind_tells, Why.LID),
            ],
            [
                one.wakes,
                one.saver_says_nonsense,
                lambda: one.saver_comes(active=False),
                lambda: one.session_is_switched(active=True),
                lambda: one.session_is_switched(path="/org/freedesktop/login1/session/_3999999"),
            ],
            lambda: bool(one.held()),
        )
        one.leave()


@contextmanager
def windows_system(_: Path) -> Iterator[System]:
    one = FakeWindows()
    other = bytes(16)
    yield System(
        WindowsSentry(one.calls()),
        [
            (lambda: one.session(windows.WTS_SESSION_LOCK), Why.SCREEN),
            (lambda: one.session(windows.WTS_CONSOLE_DISCONNECT), Why.SWITCH),
            (lambda: one.session(windows.WTS_REMOTE_DISCONNECT), Why.SWITCH),
            (lambda: one.session(windows.WTS_SESSION_LOGOFF), Why.ENDING),
            (one.power, Why.SLEEP),
            (lambda: one.setting(windows.LID_SHUT), Why.LID),
            (one.ends, Why.ENDING),
        ],
        [
            lambda: one.session(windows.WTS_SESSION_UNLOCK),
            lambda: one.session(windows.WTS_CONSOLE_CONNECT),
            lambda: one.power(windows.PBT_APMRESUMESUSPEND),
            lambda: one.setting(windows.LID_OPEN),
            lambda: one.setting(windows.LID_SHUT, other),
            lambda: one.tell(0x0200, windows.WTS_SESSION_LOCK),  # WM_MOUSEMOVE
            lambda: one.tell(0x0218, 4, kind=b"xcb_generic_event_t"),
        ],
        lambda: bool(one.asked),
    )
    assert not any(one.answers), "a message was swallowed"


@contextmanager
def macos(_: Path) -> Iterator[System]:
    one = FakeObjc()

    def post(centre: str, name: str) -> Tell:
        return lambda: one.post(centre, name)

    yield System(
        MacSentry(one),
        [
            (post(DISTRIBUTED, "com.apple.screenIsLocked"), Why.SCREEN),
            (post(WORKSPACE, "NSWorkspaceScreensDidSleepNotification"), Why.SCREEN),
            (post(WORKSPACE, "NSWorkspaceSessionDidResignActiveNotification"), Why.SWITCH),
            (post(WORKSPACE, "NSWorkspaceWillSleepNotification"), Why.SLEEP),
            (post(WORKSPACE, "NSWorkspaceWillPowerOffNotification"), Why.ENDING),
        ],
        [
            post(DISTRIBUTED, "com.apple.screenIsUnlocked"),
            post(WORKSPACE, "NSWorkspaceDidWakeNotification"),
            post(WORKSPACE, "NSWorkspaceSessionDidBecomeActiveNotification"),
        ],
        lambda: bool(one.observers),
    )


@pytest.fixture(params=[linux, windows_system, macos], ids=["Linux", "Windows", "macOS"])
def system(request: pytest.FixtureRequest, qtbot, tmp_path: Path) -> Iterator[System]:
    window = QWidget()
    qtbot.addWidget(window)
    with request.param(tmp_path) as made:
        made.sentry.begin(window)
        made.sentry.hold()
        qtbot.waitUntil(made.is_asked, timeout=WAIT)
        yield made
        made.sentry.end()


def test_each_way_of_leaving_is_called_with_its_reason(system: System, qtbot) -> None:
    for tell, why in system.tells:
        with qtbot.waitSignal(system.sentry.called, timeout=WAIT) as heard:
            tell()
        assert heard.args == [why]


def test_coming_back_and_what_is_not_ours_is_no_call(system: System, qtbot) -> None:
    heard: list[Why] = []
    system.sentry.called.connect(heard.append)
    for tell in system.tells_nothing:
        tell()
    last, why = system.tells[-1]
    with qtbot.waitSignal(system.sentry.called, timeout=WAIT):
        last()
    assert heard == [why]


def test_what_was_asked_of_the_system_is_given_back_at_the_end(system: System, qtbot) -> None:
    system.sentry.end()
    qtbot.waitUntil(lambda: not system.is_asked(), timeout=WAIT)


def test_after_the_end_nothing_is_heard_and_a_second_end_does_no_harm(
    system: System, qtbot
) -> None:
    system.sentry.end()
    system.sentry.end()
    with qtbot.assertNotEmitted(system.sentry.called, wait=100):
        for tell, _ in system.tells:
            tell()


def test_a_sentry_that_ended_can_begin_again(system: System, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    system.sentry.end()
    system.sentry.begin(window)
    system.sentry.hold()
    qtbot.waitUntil(system.is_asked, timeout=WAIT)
    tell, why = system.tells[0]
    with qtbot.waitSignal(system.sentry.called, timeout=WAIT) as heard:
        tell()
    assert heard.args == [why]


def test_holding_and_letting_go_as_often_as_one_likes_does_no_harm(system: System) -> None:
    for _ in range(3):
        system.sentry.hold()
        system.sentry.dismiss()
    for _ in range(3):
        system.sentry.let_go()


def test_the_dialogs_of_windows_itself_are_closed_and_no_other_window() -> None:
    one = FakeWindows()
    one.dialogs = {0x10: "Qt6110QWindowIcon", 0x20: "#32770", 0x30: "MSCTFIME UI"}
    WindowsSentry(one.calls()).dismiss()
    assert set(one.dialogs) == {0x10, 0x30}


def test_the_print_panel_of_macos_is_ended() -> None:
    one = FakeObjc(panel=True)
    MacSentry(one).dismiss()
    assert not one.has_panel


def test_an_answer_of_logind_that_comes_after_letting_go_holds_nothing(
    qtbot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with private_bus(tmp_path) as address:
        one = FakeComputer(address)
        sentry = LinuxSentry(Addresses(address, ""))
        sentry.begin(window)
        sentry.hold()
        sentry.let_go()
        qtbot.waitUntil(lambda: one.taken == 1, timeout=WAIT)
        qtbot.waitUntil(lambda: not one.held(), timeout=WAIT)
        sentry.end()
        one.leave()


def test_a_file_that_came_over_a_bus_and_was_wanted_by_nobody_is_closed_when_the_bus_is_left(
    qtbot, tmp_path: Path
) -> None:
    came: list[object] = []
    with private_bus(tmp_path) as address:
        one = FakeComputer(address)
        parent = QObject()
        bus = Bus(address, parent)
        words = ("sleep", "FFD Desktop", "Locking the vault", "delay")
        manager = DBusAddress(PATH, LOGIND, f"{LOGIND}.Manager")
        bus.ask(manager, "Inhibit", words, came.append)
        qtbot.waitUntil(lambda: bool(came), timeout=WAIT)
        bus.close()
        (file,) = came
        assert isinstance(file, FileDescriptor)
        with pytest.raises(NoFDError):
            file.fileno()
        one.leave()


def test_a_bus_without_logind_is_listened_to_for_the_rest(qtbot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with private_bus(tmp_path) as address:
        one = FakeComputer(address, has_logind=False)
        sentry = LinuxSentry(Addresses(address, address))
        sentry.begin(window)
        sentry.hold()
        with qtbot.waitSignal(sentry.called, timeout=WAIT):
            one.saver_comes("mate")
        sentry.end()
        one.leave()


def test_this_system_has_a_sentry(qapp) -> None:
    assert type(sentry_of_this_system()) in (LinuxSentry, WindowsSentry, MacSentry)
