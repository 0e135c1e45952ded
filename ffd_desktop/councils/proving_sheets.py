"""Proves that the web forms of a pack hold together with its forms; notes every mistake."""

from __future__ import annotations

from ffd_desktop.councils.forms import Form
from ffd_desktop.councils.pack import Pack, Sheet, SheetPage, SheetQuestion
from ffd_desktop.councils.tables import Place


def prove_sheet(sheet: Sheet, pack: Pack, place: Place) -> None:
    """Note what is wrong with one web form beside its pack."""
    if sheet.form not in {one.key for one in pack.forms}:
        place.wrong("", f"there is no form “{sheet.form}”: the file bears the name of its form")
        return
    form = pack.form(sheet.form)
    for number, page in enumerate(sheet.pages, start=1):
        _prove_page(page, form, pack, place.inside(f"pages “{number}”"))


def _prove_page(page: SheetPage, form: Form, pack: Pack, place: Place) -> None:
    if not page.questions:
        place.wrong("questions", "are missing")
    lists = set[str]()
    for number, question in enumerate(page.questions, start=1):
        at = place.inside(f"questions “{number}”")
        section = _section(question, form)
        if section is None:
            at.wrong("field", f"“{question.field}” is no field of the form")
            continue
        lists.add(section)
        _prove_question(question, form, pack, at)
    if len(lists) > 1:
        place.wrong("questions", "are of several lists: give each list a page of its own")


def _section(question: SheetQuestion, form: Form) -> str | None:
    """Give the list that a question is asked of, empty for none; ``None`` for an unknown field."""
    for section in form.sections:
        if any(field.key == question.field for field in section.fields):
            return section.repeats
    return None


def _prove_question(question: SheetQuestion, form: Form, pack: Pack, place: Place) -> None:
    if question.limit is not None and question.limit < 1:
        place.wrong("limit", "is more than nothing")
    if not question.choices:
        return
    codes = form.field(question.field).codes
    if not codes:
        place.wrong("choices", "are for an answer that is chosen from a list")
        return
    known = {one.code for each in pack.code_lists if each.key == codes for one in each.codes}
    for code in question.choices.keys() - known:
        place.wrong("choices", f"“{code}” is no code of “{codes}”")
