"""dev.py knows before Qt does whether a window can open, and says what is missing."""

import pytest

from devkit.display import Library, has_display, missing_libraries, missing_words


class Loader:
    """Loads every library but those it lacks, as the system's loader does."""

    def __init__(self, *lacking: str) -> None:
        self.lacking = lacking

    def __call__(self, name: str) -> object:
        if name in self.lacking:
            raise OSError(f"{name}: cannot open shared object file")
        return object()


def missing(environ: dict[str, str], *lacking: str, system: str = "linux") -> list[str]:
    found = missing_libraries(environ, system=system, load=Loader(*lacking))
    return [library.name for library in found]


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_any_that_the_environment_names(variable: str) -> None:
    assert has_display({variable: "x"}, system="linux", answers=lambda: True)
    assert not has_display({variable: ""}, system="linux", answers=lambda: True)


def test_linux_without_a_named_display_has_none() -> None:
    assert not has_display({}, system="linux", answers=lambda: True)


def test_an_x_display_that_does_not_answer_is_none() -> None:
    assert not has_display({"DISPLAY": ":0"}, system="linux", answers=lambda: False)


def test_a_wayland_display_needs_no_x_server() -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert has_display(both, system="linux", answers=lambda: False)


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_always_have_a_display_and_their_libraries(system: str) -> None:
    assert has_display({}, system=system)
    assert missing({}, "libEGL.so.1", system=system) == []


def test_nothing_is_missing_when_all_libraries_load() -> None:
    assert missing({"DISPLAY": ":0"}) == []


def test_a_library_of_the_x_window_plugin_is_missed_on_an_x_display() -> None:
    assert missing({"DISPLAY": ":0"}, "libxcb-cursor.so.0") == ["libxcb-cursor.so.0"]


def test_a_library_of_the_x_window_plugin_is_not_missed_without_windows() -> None:
    assert missing({"QT_QPA_PLATFORM": "offscreen"}, "libxcb-cursor.so.0") == []


def test_a_library_of_every_platform_is_missed_even_without_windows() -> None:
    assert missing({"QT_QPA_PLATFORM": "offscreen"}, "libEGL.so.1") == ["libEGL.so.1"]


def test_a_wayland_desktop_does_without_the_x_window_plugin() -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert missing(both, "libxcb-cursor.so.0") == []
    assert missing(both, "libxcb-cursor.so.0", "libwayland-client.so.0") == ["libxcb-cursor.so.0"]


def test_the_platform_that_was_asked_for_is_the_one_examined() -> None:
    asked = {"QT_QPA_PLATFORM": "wayland:scale=2;xcb", "DISPLAY": ":0"}
    assert missing(asked, "libwayland-client.so.0") == []
    only = {"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"}
    assert missing(only, "libwayland-client.so.0") == ["libwayland-client.so.0"]


def test_the_message_names_each_library_and_one_command_for_their_packages() -> None:
    words = missing_words([Library("liba.so.1", "liba1"), Library("libb.so.2", "libb2")])
    assert "liba.so.1, libb.so.2" in words
    assert words.endswith("sudo apt install liba1 libb2")
