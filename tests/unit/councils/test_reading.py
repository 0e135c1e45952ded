"""A pack is read strictly: one wrong thing and it is refused whole, with its place named."""

from __future__ import annotations

import pytest

from ffd_desktop.councils.conditions import Equals
from ffd_desktop.councils.pack import FieldKind, Grade
from ffd_desktop.councils.reading import read_pack
from ffd_desktop.councils.tables import PackProblem
from tests.builders.packs import CHILDREN, LEVELS, SHARED, as_bytes, pack_files


def read(files: dict[str, str]):
    return read_pack(as_bytes(files), SHARED)


def mistakes(files: dict[str, str]) -> list[tuple[str, str, str]]:
    with pytest.raises(PackProblem) as caught:
        read(files)
    assert caught.value.code == "pack_refused"
    return [(one.file, one.table, one.field) for one in caught.value.mistakes]


def test_a_sound_pack_is_read_whole() -> None:
    pack = read(pack_files())
    form = pack.form("csc")
    danger = form.field("danger_now")
    assert (pack.key, form.title, [section.key for section in form.sections]) == (
        "larkrise",
        "Referral",
        ["danger", "children"],
    )
    assert danger.kind is FieldKind.YES_NO
    assert danger.needed is not None
    assert danger.needed.grade is Grade.MUST
    assert form.section("children").where == Equals(".referred", (True,))
    assert pack.clocks[0].counted_from == "the decision"
    assert pack.codes("sex").label("F") == "Female"
    assert pack.codes("sex").label("X") == "X"
    assert form.section_of("children[c1].sex") is form.section("children")


P, L, F, D, C, S = (
    "pack.toml",
    "levels.toml",
    "forms/csc.toml",
    "forms/csc/danger.toml",
    "forms/csc/children.toml",
    "sheets/csc.toml",
)
SPOILT = [
    (S, 'field = "first_names"', 'field = "forename"', ("pages “1”.questions “2”", "field")),
    (S, 'field = "first_names"', 'field = "danger_now"', ("pages “1”", "questions")),
    (S, "limit = 12", "limit = 0", ("pages “1”.questions “2”", "limit")),
    (S, "limit = 12", 'limit = "12"', ("pages “1”.questions “2”", "limit")),
    (S, "limit = 12", 'choices = { F = "x" }', ("pages “1”.questions “2”", "choices")),
    (S, '{ F = "Girl" }', '{ G = "Girl" }', ("pages “1”.questions “1”", "choices")),
    (S, '{ F = "Girl" }', "{ F = 1 }", ("pages “1”.questions “1”", "choices")),
    (S, 'asks = "Gender"', "", ("pages “1”.questions “1”", "asks")),
    (S, "[[pages]]", "[[leaves]]", ("", "pages")),
    (S, 'source = "Invented, walked on 1 September 2026"', "", ("", "source")),
    (P, 'name = "Larkrise"', "", ("", "name")),
    (P, 'name = "Larkrise"', 'name = ""', ("", "name")),
    (P, 'name = "Larkrise"', "name = 7", ("", "name")),
    (P, "valid_from = 2026-09-01", 'valid_from = "soon"', ("", "valid_from")),
    (
        P,
        "valid_from = 2026-09-01",
        "valid_from = 2026-09-01\nvalid_to = 2026-08-31",
        ("", "valid_to"),
    ),
    (P, "review_by = 2027-09-01", "review_by = 2025-09-01", ("", "review_by")),
    (P, 'key = "larkrise"', 'key = "larkrise"\nmotto = "x"', ("", "motto")),
    (P, "closes = 17:00:00", "closes = 08:00:00", ("contacts “front_door”", "hours")),
    (P, "closes = 17:00:00", 'closes = "17"', ("contacts “front_door”.hours “1”", "closes")),
    (P, '["mon", "tue"]', '["mon", "mon"]', ("contacts “front_door”", "hours")),
    (P, '["mon", "tue"]', '["Montag"]', ("contacts “front_door”.hours “1”", "days")),
    (P, 'phone = "01632 960001"', 'phone = "call us"', ("contacts “front_door”", "phone")),
    (P, 'key = "front_door"', 'key = "side_door"', ("", "contacts")),
    (P, 'phone = "01632 960001"', 'phone = "01632 960001 "', ("contacts “front_door”", "phone")),
    *(
        (P, 'phone = "01632 960001"', f'phone = "01632 960001"\n{wrong}', (where, name))
        for where, name, wrong in (
            ("contacts “front_door”", "email", 'email = "duty at example.org"'),
            ("contacts “front_door”", "email", 'email = "duty@example"'),
            ("contacts “front_door”", "secure_email", 'secure_email = "a b@example.org"'),
            ("contacts “front_door”", "address", 'address = " County Hall"'),
            ("contacts “front_door”", "always", "always = true"),
            ("contacts “front_door”", "fax", 'fax = "01632 960009"'),
        )
    ),
    (P, 'name = "Larkrise"', 'name = "  "', ("", "name")),
    (P, 'name = "Larkrise"', 'name = "Lark\\u202Erise"', ("", "name")),
    (P, 'name = "Larkrise"', 'name = "Lark\\u0000rise"', ("", "name")),
    (P, 'key = "larkrise"', 'key = "lark rise"', ("", "key")),
    (P, 'ask = "Ask your partnership."', 'ask = " "', ("stages “1”", "ask")),
    (P, 'key = "larkrise"', 'key = "larkrise"\nnotes = ["One.", " "]', ("", "notes")),
    (P, 'event = "outcome"', 'event = "outcom"', ("clocks “outcom”", "event")),
    (P, "amount = 3", f"amount = {10**30}", ("clocks “outcome”", "amount")),
    (P, "number = 1", "number = 0", ("", "stages")),
    (L, "number = 4", "number = 0", ("levels “4”", "number")),
    (F, '["danger_now"]', '["danger_now", "danger_now"]', ("", "front_page")),
    (F, 'route = "csc"', 'route = "cscc"', ("", "route")),
    (P, "out_of_hours = true", "", ("contacts “out_of_hours”", "hours")),
    (
        P,
        "out_of_hours = true",
        'out_of_hours = true\nchecked_by = "Me"',
        ("contacts “out_of_hours”", "checked_on"),
    ),
    (P, "amount = 3", "amount = 0", ("clocks “outcome”", "amount")),
    (P, "amount = 3", "", ("clocks “outcome”", "unit")),
    (P, 'unit = "working_days"', 'unit = "moons"', ("clocks “outcome”", "unit")),
    (P, 'ask = "Ask your partnership."', "", ("stages “1”", "ask")),
    (P, 'own = ["QQ", "QV1"]', "own = []", ("area", "own")),
    (P, 'own = ["QQ", "QV1"]', 'own = "QQ"', ("area", "own")),
    (P, 'own = ["QQ", "QV1"]', 'own = ["QQ", "qv1"]', ("area", "own")),
    (P, 'own = ["QQ", "QV1"]', 'own = ["QQ", "QV1 1AA"]', ("area", "own")),
    (P, 'shared = ["QV"]', 'shared = ["QQ"]', ("area", "postcodes")),
    (P, 'shared = ["QV"]', 'shared = ["Q-V"]', ("area", "shared")),
    (P, 'la_codes = ["000"]', 'la_codes = ["E07"]', ("area", "la_codes")),
    (P, 'la_codes = ["000"]', "la_codes = [0]", ("area", "la_codes")),
    (P, 'find = "Ask the town hall."', "", ("area", "find")),
    (P, 'find_source = "Invented"', "", ("area", "find_source")),
    (P, "[area]", "[[area]]", ("", "area")),
    (P, "[area]", "[region]", ("", "region")),
    (P, "[[area.others]]", "[[area.rest]]", ("area", "rest")),
    (P, 'postcodes = ["QV2"]', 'postcodes = ["QV1"]', ("area", "postcodes")),
    (P, 'postcodes = ["QV2"]', 'postcodes = ["2"]', ("area", "others “Candleford”")),
    (P, 'postcodes = ["QV2"]', "", ("area.others “1”", "postcodes")),
    (P, 'pack = "candleford"', 'pack = "larkrise"', ("area.others “Candleford”", "pack")),
    (L, 'need = "record"', 'need = "maybe"', ("levels “4”.consent", "need")),
    (L, "[levels.consent]", "[levels.agreement]", ("levels “4”", "consent")),
    (L, "[[levels]]", "[[tiers]]", ("", "tiers")),
    (F, 'sections = ["danger", "children"]', "sections = []", ("", "sections")),
    (F, '["danger", "children"]', '["danger", "children", "children"]', ("", "sections")),
    (F, '["danger_now"]', '["danger_then"]', ("", "front_page")),
    (D, 'kind = "yes_no"', 'kind = "tickbox"', ("fields “danger_now”", "kind")),
    (D, 'kind = "yes_no"', 'kind = "date"', ("fields “danger_now”", "kind")),
    (D, "concern.immediate_danger", "concern.imediate_danger", ("fields “danger_now”", "path")),
    (
        D,
        'source = "Invented, page 1"\n\n[fields.needed]',
        "[fields.needed]",
        ("fields “danger_now”", "source"),
    ),
    (D, 'grade = "must"', 'grade = "ought"', ("fields “danger_now”.needed", "grade")),
    (D, 'why = "It decides"', "", ("fields “danger_now”.needed", "why")),
    (
        D,
        'why = "It decides"',
        'why = "It decides"\ncan_wait = true',
        ("fields “danger_now”.needed", "can_wait"),
    ),
    (D, "is = true", 'is = "yes"', ("fields “done”.shown_when", "")),
    (D, "is = true", "equals = true", ("fields “done”", "shown_when")),
    (
        D,
        'shown_when = { path = "concern.immediate_danger"',
        'shown_when = { path = "concern.danger"',
        ("fields “done”.shown_when", ""),
    ),
    (D, 'key = "done"', 'key = "danger_now"', None),
    (D, 'label = "What was done"', 'label = "In danger now?"', ("", "fields")),
    (D, "local[pets]", "local[dogs]", ("fields “pets”", "path")),
    (D, "concern.danger_done", "children[].concern", ("fields “done”", "path")),
    (D, 'kind = "long_text"', 'kind = "long_text"\nminimum = 1', ("fields “done”", "minimum")),
    (D, 'kind = "yes_no"', 'kind = "yes_no"\nspelled = true', ("fields “danger_now”", "spelled")),
    (C, 'repeats = "children"', 'repeats = "concern"', ("", "repeats")),
    (C, 'item_name = "child"', "", ("", "item_name")),
    (C, "new_item = { referred = true }", 'new_item = { referred = "yes" }', ("", "new_item")),
    (C, "new_item = { referred = true }", "new_item = { hero = true }", ("", "new_item")),
    (
        C,
        'path = "children[].first_names"',
        'path = "header.why_now"',
        ("fields “first_names”", "path"),
    ),
    (C, 'codes = "sex"', 'codes = "sexes"', ("fields “sex”", "codes")),
    (C, 'codes = "sex"', "", ("fields “sex”", "codes")),
    (C, 'path = "children[].sex"', 'path = "children[].referred"', ("fields “sex”", "kind")),
    (
        C,
        'where = { path = ".referred", is = true }',
        'where = { path = ".sex", is = "Q" }',
        ("where", ""),
    ),
    (C, 'where = { path = ".referred", is = true }', "where = true", ("", "where")),
]


@pytest.mark.parametrize(("file", "old", "new", "where"), SPOILT)
def test_each_mistake_is_refused_with_file_table_and_field(
    file: str, old: str, new: str, where: tuple[str, str] | None
) -> None:
    files = pack_files()
    assert old in files[file]
    files[file] = files[file].replace(old, new, 1)
    found = mistakes(files)
    if where is None:
        assert found == [("forms/csc.toml", "", "fields")]
    else:
        assert (file, *where) in found


INDICATOR = """
[[indicators]]
code = "i1"
level = "4"
factor = "Parenting"
group = "Basic care"
words = "Invented"
source = "Invented"
"""


def test_an_indicator_belongs_to_a_level_of_the_pack() -> None:
    files = pack_files()
    sound = files | {L: LEVELS + INDICATOR}
    assert [one.code for one in read(sound).indicators] == ["i1"]
    lost = files | {L: LEVELS + INDICATOR.replace('level = "4"', 'level = "7"')}
    assert (L, "indicators “i1”", "level") in mistakes(lost)
    assert (L, "indicators", "") not in mistakes(files | {L: ""})
    assert (L, "", "levels") in mistakes(files | {L: ""})


def test_a_council_may_say_nothing_of_its_area_and_names_no_other_twice() -> None:
    files = pack_files()
    before, _, others = files[P].partition("[[area.others]]")
    twice = files | {P: f"{files[P]}\n[[area.others]]{others.replace('QV2', 'QV3')}"}
    assert (P, "area", "others") in mistakes(twice)
    assert read(files | {P: before.partition("[area]")[0]}).area is None


def test_a_section_without_questions_is_refused() -> None:
    files = pack_files()
    files[C] = files[C].partition("[[fields]]")[0]
    assert (C, "", "fields") in mistakes(files)


def test_a_section_that_is_asked_once_adds_no_items() -> None:
    files = pack_files()
    files[D] = "new_item = { referred = true }\n" + files[D]
    assert (D, "", "new_item") in mistakes(files)


def test_needed_is_a_table() -> None:
    files = pack_files()
    files[C] = files[C].replace('label = "Sex"', 'label = "Sex"\nneeded = "must"')
    assert (C, "fields “sex”", "needed") in mistakes(files)


def test_every_mistake_is_named_not_only_the_first() -> None:
    files = pack_files()
    files[P] = files[P].replace('name = "Larkrise"', "name = 7").replace("17:00:00", "1")
    files[C] = files[C].replace('label = "Sex"', "")
    places = mistakes(files)
    assert (P, "", "name") in places
    assert (P, "contacts “front_door”.hours “1”", "closes") in places
    assert (C, "fields “sex”", "label") in places


TOOL = """
[[tools]]
key = "t1"
name = "Invented"
indicators = ["i1"]
ask = "Invented"
source = "Invented"
"""


def test_a_tool_goes_with_indicators_and_a_kind_of_harm_that_there_are() -> None:
    files = pack_files()
    levels = LEVELS + INDICATOR + TOOL
    assert [one.key for one in read(files | {L: levels}).tools] == ["t1"]
    lost = levels.replace('["i1"]', '["i2"]')
    assert (L, "tools “t1”", "indicators") in mistakes(files | {L: lost})
    other = levels + 'for_harm = "weather"\n'
    assert (L, "tools “t1”", "for_harm") in mistakes(files | {L: other})


@pytest.mark.parametrize("name", [P, L, D])
def test_a_missing_file_is_named(name: str) -> None:
    files = pack_files()
    del files[name]
    assert (name, "", "") in mistakes(files)


def test_a_form_takes_the_section_that_all_share_unless_it_has_its_own() -> None:
    files, others = pack_files(), CHILDREN.replace('title = "', 'title = "Shared: ')
    shared = SHARED._replace(sections={"children": others.encode()})
    own = read_pack(as_bytes(files), shared).form("csc").section("children")
    del files[C]
    taken = read_pack(as_bytes(files), shared).form("csc").section("children")
    assert not own.title.startswith("Shared")
    assert taken.title == f"Shared: {own.title}"
    assert taken.fields == own.fields


def test_what_two_forms_of_a_council_ask_alike_stands_once_in_its_folder() -> None:
    files = pack_files()
    files["sections/children.toml"] = files.pop(C)
    assert read(files).form("csc").section("children") == read(pack_files()).form("csc").section(
        "children"
    )
    files[C] = files["sections/children.toml"].replace('title = "', 'title = "Own: ', 1)
    assert ("sections/children.toml", "", "") in mistakes(files)  # nothing reads it any more


def test_a_mistake_in_a_shared_section_is_named_where_it_stands() -> None:
    files = pack_files()
    del files[C]
    shared = SHARED._replace(sections={"children": b'title = "x"'})
    with pytest.raises(PackProblem) as caught:
        read_pack(as_bytes(files), shared)
    assert {one.file for one in caught.value.mistakes} == {"resources/sections/children.toml"}


def test_a_pack_without_forms_is_refused() -> None:
    files = {name: text for name, text in pack_files().items() if not name.startswith("forms")}
    assert ("forms", "", "") in mistakes(files)


def test_a_file_that_nothing_reads_is_refused_but_a_readme_is_not() -> None:
    files = pack_files() | {"README.md": "hello", "forms/csc/orphan.toml": CHILD_OF_NOBODY}
    assert mistakes(files) == [("forms/csc/orphan.toml", "", "")]
    del files["forms/csc/orphan.toml"]
    assert read(files).key == "larkrise"


CHILD_OF_NOBODY = 'title = "x"'


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"key = ", b"a = " + b"[" * 5000, b"\x00"])
def test_what_is_no_toml_is_refused_in_plain_words(data: bytes) -> None:
    files = as_bytes(pack_files()) | {P: data}
    with pytest.raises(PackProblem) as caught:
        read_pack(files, SHARED)
    assert caught.value.mistakes[0].file == P
    assert "Traceback" not in caught.value.what


def test_a_council_may_bring_a_code_list_of_its_own_but_not_under_a_shared_name() -> None:
    files = pack_files()
    own = 'title = "T"\nsource = "S"\ncodes = [{ code = "a", label = "A" }]\n'
    assert read(files | {"codes/teams.toml": own}).codes("teams").label("a") == "A"
    assert ("codes", "", "key") in mistakes(files | {"codes/sex.toml": own})
    twice = own.replace('label = "A" }', 'label = "A" }, { code = "a", label = "B" }')
    assert ("codes/teams.toml", "", "codes") in mistakes(files | {"codes/teams.toml": twice})


def test_the_message_lists_twenty_mistakes_and_counts_the_rest() -> None:
    files = pack_files()
    files[P] = "\n".join(f"odd{n} = 1" for n in range(40))
    with pytest.raises(PackProblem) as caught:
        read(files)
    assert len(caught.value.mistakes) > 40
    assert "… and" in caught.value.what
