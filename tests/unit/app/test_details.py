"""The school's details are one in a vault, each person's are their own."""

import msgspec

from ffd_desktop.app import details
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.vault.slots import Staff
from ffd_desktop.vault.states import Unlocked
from tests.fakes.referral_store import FakeSettingsStore

RHIANNON = Unlocked("v1", "Rhiannon Tanglewood", "dsl", "p1")
IDRIS = Unlocked("v1", "Idris Calloway", "deputy_dsl", "p2")
SHEET = Unlocked("v1", "", "")
STAFF = (Staff("Rhiannon Tanglewood", "dsl", "p1"), Staff("Idris Calloway", "deputy_dsl", "p2"))
PROFILE = SchoolProfile(
    school_name="Larkrise Fictional Primary School",
    council="worcestershire",
    staff_name="Rhiannon Tanglewood",
    staff_role="dsl",
    staff_phone="07700 900123",
    staff_email="dsl@larkrise.example",
)
OLD = msgspec.to_builtins(PROFILE)


def test_a_colleague_has_the_school_and_not_the_others_telephone() -> None:
    settings = FakeSettingsStore()
    details.keep(settings, RHIANNON, PROFILE)
    seen = details.read(settings, IDRIS)
    assert seen.school_name == PROFILE.school_name
    assert (seen.staff_name, seen.staff_role) == ("Idris Calloway", "deputy_dsl")
    assert (seen.staff_phone, seen.staff_email) == ("", "")
    assert details.read(settings, RHIANNON) == PROFILE


def test_what_one_keeps_leaves_the_others_details_alone() -> None:
    settings = FakeSettingsStore()
    details.keep(settings, RHIANNON, PROFILE)
    theirs = msgspec.structs.replace(
        details.read(settings, IDRIS), staff_phone="07700 900456", school_phone="01632 960999"
    )
    details.keep(settings, IDRIS, theirs)
    assert details.read(settings, RHIANNON).staff_phone == "07700 900123"
    assert details.read(settings, RHIANNON).school_phone == "01632 960999"
    assert details.read(settings, IDRIS).staff_phone == "07700 900456"


def test_a_person_who_kept_nothing_yet_is_not_known() -> None:
    settings = FakeSettingsStore()
    details.keep(settings, RHIANNON, PROFILE)
    assert details.are_known(settings, RHIANNON)
    assert not details.are_known(settings, IDRIS)
    assert details.are_known(settings, SHEET)


def test_the_recovery_code_is_nobody_to_prefill_a_referral_with() -> None:
    settings = FakeSettingsStore()
    details.keep(settings, RHIANNON, PROFILE)
    seen = details.read(settings, SHEET)
    assert (seen.staff_name, seen.staff_phone) == ("", "")
    details.keep(settings, SHEET, msgspec.structs.replace(seen, school_phone="01632 960999"))
    assert details.read(settings, RHIANNON).staff_phone == "07700 900123"
    assert details.read(settings, RHIANNON).school_phone == "01632 960999"


def test_an_older_vaults_details_go_to_whoever_has_that_name() -> None:
    settings = FakeSettingsStore()
    settings.put("profile", OLD)
    details.bring_over(settings, IDRIS, (STAFF[1], STAFF[0]))
    assert details.read(settings, RHIANNON) == PROFILE
    assert details.read(settings, IDRIS).staff_phone == ""
    assert settings.get("profile") is None


def test_with_another_name_they_go_to_the_first_of_the_staff() -> None:
    settings = FakeSettingsStore()
    settings.put("profile", {**OLD, "staff_name": "Rhiannon T."})
    details.bring_over(settings, RHIANNON, STAFF)
    assert details.read(settings, RHIANNON).staff_name == "Rhiannon T."
    assert details.read(settings, RHIANNON).staff_phone == "07700 900123"


def test_bringing_over_twice_changes_nothing() -> None:
    settings = FakeSettingsStore()
    settings.put("profile", OLD)
    details.bring_over(settings, RHIANNON, STAFF)
    changed = msgspec.structs.replace(PROFILE, staff_phone="07700 900999")
    details.keep(settings, RHIANNON, changed)
    details.bring_over(settings, RHIANNON, STAFF)
    assert details.read(settings, RHIANNON) == changed
