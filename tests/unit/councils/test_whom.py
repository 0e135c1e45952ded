"""Which questions ask whom an entry concerns, so that blank says all the children."""

import pytest

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.forms import FieldKind

FORMS = [form for key in ("worcestershire", "walsall") for form in bundled_pack(key).forms]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_blank_says_all_the_children_only_where_an_entry_says_whom_it_concerns(form):
    asked = {field.path: field.says_whom for field in form.fields()}
    whom = {path for path, says in asked.items() if says}
    assert whom <= {
        "statements[].children",
        "events[].children",
        "help_tried[].children",
        "professionals[].children",
        "consent.conversations[].children",
        "indicators[].children",
    }
    assert "statements[].children" in whom
    assert not asked.get("addresses[].kept_from_children", False)


def test_no_other_kind_of_question_says_whom():
    for form in FORMS:
        for field in form.fields():
            assert field.kind is FieldKind.CHILDREN or not field.says_whom
