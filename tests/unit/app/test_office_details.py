"""What the office checked is kept beside what was kept before; nothing of it is ever lost."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.adapters.looks import KeptLook, keep_look, read_look
from ffd_desktop.app.office_details import (
    LONGEST,
    Found,
    details_outside,
    keep_details,
    office_details,
    with_details,
)
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.checked import DetailKind
from ffd_desktop.problems import ProblemForPerson
from tests.fakes.referral_store import FakeSettingsStore

PACK = bundled_pack("worcestershire")
DAY = date(2026, 11, 20)
FRONT = "front_door"
KINDS = tuple(DetailKind)

OLD_NUMBERS = {
    "worcestershire": {
        "front_door": {
            "published": "01905 822666",
            "phone": "01632 960555",
            "by": "Ada",
            "on": "2026-10-01",
        },
        "out_of_hours": {
            "published": "01905 768020",
            "phone": "01905 768020",
            "by": "Ada",
            "on": "2026-10-01",
        },
    }
}
OLD_LOOK = """{"mode":"dark","percent":125,"council":"worcestershire","vault":"","numbers":
{"front_door":{"published":"01905 822666","phone":"01632 960555","by":"Ada","on":"2026-10-01"}},
"person":"7","backups":"","agreed":{}}"""


class SettingsOnly:
    """A desk as far as a council's details need one."""

    def __init__(self) -> None:
        self.settings = FakeSettingsStore()


def phone(text: str, contact: str = FRONT) -> Found:
    return Found(contact=contact, kind=DetailKind.PHONE, text=text)


def keep(desk, *found: Found, by: str = "Ada", on: date = DAY, pack=PACK):
    return keep_details(desk, pack, found, by=by, on=on)


def test_nothing_is_checked_before_anyone_did():
    assert office_details(SettingsOnly(), PACK.key) == {}


def test_a_correction_comes_back_with_name_day_and_what_was_published():
    desk = SettingsOnly()
    keep(desk, phone(" 01632  960555 "))
    kept = office_details(desk, PACK.key)[FRONT][DetailKind.PHONE]
    assert (kept.text, kept.by, kept.on) == ("01632 960555", "Ada", DAY)
    assert kept.published == "01905 822666"


def test_hours_are_kept_as_they_were_typed():
    desk = SettingsOnly()
    keep(desk, Found(contact=FRONT, kind=DetailKind.HOURS, text="ring twice"))
    kept = office_details(desk, PACK.key)[FRONT][DetailKind.HOURS]
    assert kept.text == "ring twice"
    assert kept.published == "Monday to Thursday 09:00 to 17:00; Friday 09:00 to 16:30"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("front_door", "out_of_hours")),
            st.sampled_from([kind for kind in KINDS if kind is not DetailKind.HOURS]),
            st.text("abc1 ", max_size=5),
        ),
        max_size=12,
    )
)
def test_what_was_kept_of_one_detail_stays_whatever_is_kept_of_others(written):
    desk, expected = SettingsOnly(), {}
    for contact, kind, text in written:
        keep(desk, Found(contact=contact, kind=kind, text=text))
        if text.strip():
            expected[contact, kind] = " ".join(text.split())
    kept = office_details(desk, PACK.key)
    assert {(key, kind): one.text for key, of in kept.items() for kind, one in of.items()} == (
        expected
    )


def test_a_blank_an_unknown_contact_and_an_emergency_number_are_not_kept():
    desk = SettingsOnly()
    keep(desk, phone(" "), phone("01632 960555", "nobody"), phone("01632 960555", "police"))
    assert office_details(desk, PACK.key) == {}


def test_a_detail_that_is_too_long_for_the_locked_screen_is_refused_whole():
    desk = SettingsOnly()
    with pytest.raises(ProblemForPerson) as caught:
        keep(desk, phone("01632 960555"), phone("1" * (LONGEST + 1), "out_of_hours"))
    assert caught.value.code == "detail_too_long"
    assert office_details(desk, PACK.key) == {}


def test_another_council_keeps_its_own():
    desk = SettingsOnly()
    other = msgspec.structs.replace(PACK, key="elsewhere")
    keep(desk, phone("01632 960555"))
    keep(desk, phone("01632 960666"), by="Bo", pack=other)
    assert office_details(desk, PACK.key)[FRONT][DetailKind.PHONE].by == "Ada"
    assert office_details(desk, "elsewhere")[FRONT][DetailKind.PHONE].by == "Bo"


def test_numbers_of_an_older_vault_are_read_on():
    desk = SettingsOnly()
    desk.settings.put("numbers", OLD_NUMBERS)
    kept = office_details(desk, PACK.key)
    assert kept[FRONT][DetailKind.PHONE].text == "01632 960555"
    assert kept["out_of_hours"][DetailKind.PHONE].on == date(2026, 10, 1)


def test_what_is_kept_since_lies_over_the_numbers_of_an_older_vault_and_drops_none():
    desk = SettingsOnly()
    desk.settings.put("numbers", OLD_NUMBERS)
    keep(desk, Found(contact=FRONT, kind=DetailKind.HOURS, text="always"))
    keep(desk, phone("01632 960777", "out_of_hours"), by="Bo")
    kept = office_details(desk, PACK.key)
    assert kept[FRONT][DetailKind.PHONE].text == "01632 960555"
    assert kept[FRONT][DetailKind.HOURS].text == "always"
    assert kept["out_of_hours"][DetailKind.PHONE].text == "01632 960777"
    assert desk.settings.get("numbers") == OLD_NUMBERS


def test_the_locked_screen_knows_what_the_office_checked(tmp_path):
    desk = SettingsOnly()
    office = keep(desk, phone("01632 960555"))
    keep_look(tmp_path, with_details(KeptLook(), PACK.key, office))
    assert details_outside(read_look(tmp_path), PACK.key) == office
    assert details_outside(read_look(tmp_path), "walsall") == {}


def test_the_look_of_an_older_version_still_gives_its_numbers(tmp_path):
    (tmp_path / "window.json").write_text(OLD_LOOK, encoding="utf-8")
    look = read_look(tmp_path)
    assert (look.mode, look.person) == ("dark", "7")
    kept = details_outside(look, PACK.key)[FRONT][DetailKind.PHONE]
    assert (kept.text, kept.published) == ("01632 960555", "01905 822666")
