"""The office's checks of the council's numbers lapse when the council publishes another."""

from datetime import date

import msgspec

from ffd_desktop.app.numbers import confirmed_numbers, keep_numbers
from ffd_desktop.councils.bundled import bundled_pack
from tests.fakes.referral_store import FakeSettingsStore

PACK = bundled_pack("worcestershire")
DAY = date(2026, 11, 20)


class SettingsOnly:
    """A desk as far as numbers need one."""

    def __init__(self) -> None:
        self.settings = FakeSettingsStore()


def republished(phone: str):
    front, *rest = (one for one in PACK.contacts if one.key == "front_door")
    other = tuple(one for one in PACK.contacts if one.key != "front_door")
    return msgspec.structs.replace(
        PACK, contacts=(msgspec.structs.replace(front, phone=phone), *rest, *other)
    )


def test_nothing_is_confirmed_before_anyone_checked():
    assert confirmed_numbers(SettingsOnly(), PACK) == {}


def test_a_correction_comes_back_with_name_and_day():
    desk = SettingsOnly()
    keep_numbers(desk, PACK, {"front_door": " 01632 960555 "}, by="Ada", on=DAY)
    kept = confirmed_numbers(desk, PACK)["front_door"]
    assert (kept.phone, kept.by, kept.on) == ("01632 960555", "Ada", DAY)


def test_a_check_lapses_when_the_council_publishes_another_number():
    desk = SettingsOnly()
    keep_numbers(desk, PACK, {"front_door": "01632 960555"}, by="Ada", on=DAY)
    assert confirmed_numbers(desk, republished("01632 960777")) == {}


def test_a_blank_number_and_an_unknown_key_are_not_kept():
    desk = SettingsOnly()
    keep_numbers(desk, PACK, {"front_door": " ", "nobody": "01632 960555"}, by="Ada", on=DAY)
    assert confirmed_numbers(desk, PACK) == {}


def test_another_council_keeps_its_own_checks():
    desk = SettingsOnly()
    other = msgspec.structs.replace(PACK, key="elsewhere")
    keep_numbers(desk, PACK, {"front_door": "01632 960555"}, by="Ada", on=DAY)
    keep_numbers(desk, other, {"front_door": "01632 960666"}, by="Bo", on=DAY)
    assert confirmed_numbers(desk, PACK)["front_door"].by == "Ada"
    assert confirmed_numbers(desk, other)["front_door"].by == "Bo"
