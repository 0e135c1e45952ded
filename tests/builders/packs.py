"""A small council pack as its files, and ways to spoil it. The council is invented."""

from ffd_desktop.councils.pack import Code, CodeList
from ffd_desktop.councils.reading import Shared

PACK = """
key = "larkrise"
name = "Larkrise"
version = "1"
valid_from = 2026-09-01
source = "Invented"
reviewed_on = 2026-09-01
review_by = 2027-09-01

[[contacts]]
key = "front_door"
purpose = "Concerns"
name = "Front door"
phone = "01632 960001"
published_in = "Invented leaflet"

[[contacts.hours]]
days = ["mon", "tue"]
opens = 09:00:00
closes = 17:00:00

[[contacts]]
key = "out_of_hours"
purpose = "At night"
name = "Night team"
phone = "01632 960002"
out_of_hours = true
published_in = "Invented leaflet"

[[clocks]]
event = "outcome"
title = "Outcome"
from = "the decision"
amount = 3
unit = "working_days"
basis = "Three working days"
source = "Invented"

[[stages]]
number = 1
name = "Speak"
who = "You"
ask = "Ask your partnership."
source = "Invented"

[area]
name = "Larkrise"
la_codes = ["000"]
own = ["QQ", "QV1"]
shared = ["QV"]
source = "Invented"
find = "Ask the town hall."
find_source = "Invented"

[[area.others]]
name = "Candleford"
pack = "candleford"
postcodes = ["QV2"]
source = "Invented"
"""
LEVELS = """
[[levels]]
code = "4"
number = 4
name = "Statutory"
meaning = "The most"
assessment = "By a social worker"
who = "Social care"
source = "Invented"

[levels.consent]
need = "record"
words = "Write it down"
source = "Invented"
"""
FORM = """
title = "Referral"
short_title = "Referral"
route = "csc"
intro = "Write"
source = "Invented"
sections = ["danger", "children"]
front_page = ["danger_now"]
"""
DANGER = """
title = "Check for danger"
intro = "First"

[[fields]]
key = "danger_now"
path = "concern.immediate_danger"
kind = "yes_no"
label = "In danger now?"
help = "Phone first"
source = "Invented, page 1"

[fields.needed]
grade = "must"
why = "It decides"
source = "Invented, page 1"

[[fields]]
key = "done"
path = "concern.danger_done"
kind = "long_text"
label = "What was done"
shown_when = { path = "concern.immediate_danger", is = true }

[[fields]]
key = "pets"
path = "local[pets]"
kind = "yes_no"
label = "Any pets?"
"""
CHILDREN = """
title = "Name the children"
intro = "Each once"
repeats = "children"
item_name = "child"
where = { path = ".referred", is = true }
new_item = { referred = true }

[[fields]]
key = "first_names"
path = "children[].first_names"
kind = "text"
label = "First names"

[[fields]]
key = "sex"
path = "children[].sex"
kind = "code"
label = "Sex"
codes = "sex"
"""
SHEET = """
title = "Larkrise online"
source = "Invented, walked on 1 September 2026"

[[pages]]
title = "1. The child"

[[pages.questions]]
asks = "Gender"
field = "sex"
choices = { F = "Girl" }

[[pages.questions]]
asks = "Forename(s)"
field = "first_names"
limit = 12

[[pages]]
title = "2. Risk"

[[pages.questions]]
asks = "Is the child at immediate risk?"
field = "danger_now"
"""
SHARED = Shared(
    (
        CodeList(
            key="sex",
            title="Sex",
            source="Invented",
            codes=(Code(code="F", label="Female"), Code(code="M", label="Male")),
        ),
    ),
    sections={},
)


def pack_files() -> dict[str, str]:
    """The files of a sound pack, by name."""
    return {
        "pack.toml": PACK,
        "levels.toml": LEVELS,
        "forms/csc.toml": FORM,
        "forms/csc/danger.toml": DANGER,
        "forms/csc/children.toml": CHILDREN,
        "sheets/csc.toml": SHEET,
    }


def as_bytes(files: dict[str, str]) -> dict[str, bytes]:
    """The files as they would come from a folder."""
    return {name: text.encode() for name, text in files.items()}
