"""The front page: what a busy social worker must know at one glance, before the form itself.

Says nothing that the form does not say. Words on which safety hangs are never cut here;
the other facts are offered at several lengths, and stand in full further on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ffd_desktop.councils.pack import Form
from ffd_desktop.exporting.front_children import differing_consent, not_referred
from ffd_desktop.exporting.front_pictures import homes_shown, marked_shown
from ffd_desktop.exporting.items import NOTHING
from ffd_desktop.exporting.outline import (
    AnyBlock,
    Callout,
    Fact,
    Heading,
    KeyFacts,
    OnePage,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
    Tone,
)
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.seal import Seal
from ffd_desktop.exporting.shortening import shortened
from ffd_desktop.exporting.wording import UNANSWERED, Wording, said
from ffd_desktop.referral.answers import NotKnown, is_answered, is_known
from ffd_desktop.referral.keeping import is_kept, unsafe_phones
from ffd_desktop.referral.naming import is_due
from ffd_desktop.referral.people import Child, Person

_SHARES: Final = (30.0, 22.0, 9.0, 39.0)
_AGREED: Final = ("yes_written", "yes_verbal")


class _Length(NamedTuple):
    """How many characters a fact may have, and the words on where a child is now."""

    fact: int
    place: int


_LENGTHS: Final = (
    _Length(240, 160),
    *(_Length(200, place) for place in (100, 45)),
    *(_Length(fact, 45) for fact in (170, 140, 110, 80, 60)),
    _Length(45, 30),
)
_SOURCE: Final = "concern.source_of_harm"
FOR_FAMILY: Final = (
    "This is a copy for the family. What is about other people, or has to be kept back to keep "
    "somebody safe, is not in it."
)
_TIES: Final = "relationships[].kind"
_WHERE: Final = "children[].where_now"


class _Front(NamedTuple):
    """What the page is made from, at one length."""

    form: Form
    wording: Wording
    length: _Length

    def fact(self, value: object, path: str, *, times: float = 1.0) -> str:
        """Return an answer at ``times`` the length of a fact, saying where it is whole."""
        heading = self.heading(path)
        rest = f"more under {heading}" if heading else "more further on"
        return shortened(said(value), int(self.length.fact * times), rest)

    def place(self, value: object) -> str:
        """Return where somebody is, at the length of a place."""
        return shortened(said(value), self.length.place, over=1.0)

    def heading(self, path: str) -> str:
        """Return the heading under which an answer stands, if the form asks for it."""
        titles = (
            section.on_paper or section.title
            for section in self.form.sections
            for field in section.fields
            if field.path == path
        )
        return next(titles, "")


def front_page(
    form: Form, wording: Wording, *, made_at: str, to_put_right: int, seal: Seal | None = None
) -> Section:
    """Return the front page; ``to_put_right`` is how many findings of grade must are left."""
    told = seal.lines() if seal else (f"{made_at}.",)
    head = tuple(_head(form, wording, told=told, to_put_right=to_put_right))
    safety = (_danger(wording), *_cautions(wording))
    fronts = [_Front(form, wording, length) for length in _LENGTHS]
    pages = (
        (
            *head,
            *safety,
            *_children_and_homes(front, homes),
            KeyFacts(tuple(_facts(front))),
            *marked,
        )
        for homes in homes_shown(wording, fronts[0].heading(_TIES))
        for marked in marked_shown(form, wording)
        for front in fronts
    )
    return Section((OnePage(tuple(dict.fromkeys(pages))),))


def _children_and_homes(front: _Front, homes: tuple[AnyBlock, ...]) -> Iterator[AnyBlock]:
    yield _children(front)
    yield from not_referred(front.wording)
    yield from homes


def _head(
    form: Form, wording: Wording, *, told: tuple[str, ...], to_put_right: int
) -> Iterator[AnyBlock]:
    school = said(wording.referral.referrer.school_name)
    sender = f"From {school}" if school else "The school is not named"
    yield Heading(1, form.title, "front")
    first, *more = told
    reference = f"Reference {wording.referral.reference}. {first}"
    lines = (f"To {wording.pack.name}. {sender}.", reference, *more)
    yield Paragraph("\n".join(lines), ParagraphStyle.QUIET)
    if wording.reader is Reader.FAMILY:
        yield Paragraph(FOR_FAMILY, ParagraphStyle.STRONG)
    if to_put_right:
        things = "1 thing is" if to_put_right == 1 else f"{to_put_right} things are"
        words = f"DRAFT: this referral is not finished. {things} still to be put right."
        yield Paragraph(words, ParagraphStyle.WARNING)


def _danger(wording: Wording) -> Callout:
    concern, call = wording.referral.concern, wording.referral.first_call
    done = _line(concern.danger_done)
    police = _line(call.police_log) if is_known(call.police_log) else _police_reference(wording)
    lines = [
        done and f"Done so far: {done}",
        "Police called." + (f" Log number {police}." if police else "")
        if call.police_called is True
        else "",
    ]
    match concern.immediate_danger:
        case True:
            title, tone = "A child is in immediate danger", Tone.DANGER
        case False:
            title, tone = "No child is in immediate danger now", Tone.PLAIN
        case NotKnown() as absent:
            title, tone = f"Immediate danger: {absent.words.lower()}", Tone.CAUTION
        case _:
            title, tone = "Immediate danger: not answered", Tone.CAUTION
    return Callout(title, tuple(line for line in lines if line), tone)


def _police_reference(wording: Wording) -> str:
    """Give the reference of a call to the police; empty when none was written down."""
    told = (one.reference for one in wording.referral.calls if one.to == "police")
    return next((_line(reference) for reference in told if is_known(reference)), "")


def _cautions(wording: Wording) -> Iterator[Callout]:
    """What could put someone at risk if the reader missed it; so it is never shortened."""
    lines = [f"Telling: {words}" for words in _kept(wording)]
    unsafe = [
        wording.someone(one.id) for one in wording.referral.people if one.safe_to_contact is False
    ]
    if unsafe:
        lines.append(f"Contacting: not safe with {_and(unsafe)}")
    lines += _unsafe_numbers(wording)
    lines += _court_orders(wording)
    visiting = wording.referral.visiting
    if visiting.known_risk is True:
        words = " ".join(filter(None, (_line(visiting.details), _line(visiting.advice))))
        lines.append(f"Visiting: {words or 'a risk is known'}")
    if lines:
        yield Callout("Take care", tuple(lines), Tone.CAUTION)


def _kept(wording: Wording) -> Iterator[str]:
    keep = wording.referral.consent.keep_from
    if is_known(keep):
        yield _line(keep)
    for place in wording.referral.addresses:
        if is_kept(place):
            yield wording.address(place.id)


def _unsafe_numbers(wording: Wording) -> Iterator[str]:
    """Yield the numbers that must not be rung, of people who may be reached in another way."""
    everyone: tuple[Child | Person, ...] = (*wording.referral.children, *wording.referral.people)
    for one in everyone:
        if isinstance(one, Person) and one.safe_to_contact is False:
            continue
        numbers = [said(getattr(one, name)) for name in unsafe_phones(one)]
        if numbers:
            yield f"Phoning: not safe on {_and(numbers)} ({wording.someone(one.id)})"


def _court_orders(wording: Wording) -> Iterator[str]:
    orders: dict[str, list[str]] = {}
    for tie in wording.referral.relationships:
        if tie.court_order is True:
            orders.setdefault(wording.someone(tie.person), []).append(wording.someone(tie.child))
    for person, children in orders.items():
        yield f"Court order: recorded for {person} with {_and(children)}"


def _children(front: _Front) -> Table:
    rows = tuple(_child(child, front) for child in front.wording.referral.referred_children())
    columns = ("Child (known as)", "Born", "Year", "Where the child is now")
    empty = (("No child is named yet", "", "", ""),)
    caption = "Children referred"
    if any(row[-1].endswith("\u2026") for row in rows):
        caption += f" (\u2026 more under {front.heading(_WHERE)})"
    return Table(columns, rows or empty, caption, row_header=True, shares=_SHARES)


def _child(child: Child, front: _Front) -> tuple[str, ...]:
    name = front.wording.someone(child.id)
    known = child.known_as
    called = f" ({known})" if isinstance(known, str) and known else ""
    born = front.wording.dated(child.date_of_birth) or UNANSWERED
    year = said(child.year_group) or NOTHING
    place = front.place(child.where_now) or (NOTHING if is_due(child) else UNANSWERED)
    return (name + called, born, year, place)


def _facts(front: _Front) -> Iterator[Fact]:
    wording, referral = front.wording, front.wording.referral
    reasons = _coded(wording, "referral_reasons", referral.header.reasons)
    asked = _or_open(front.fact(referral.wanted.asked, "wanted.asked", times=1.5))
    yield Fact("What is asked", tuple(part for part in (asked, reasons) if part), strong=True)
    yield _level(front)
    yield Fact("Consent", tuple(_consent(front)))
    yield Fact("Phone the school", tuple(_phone(wording)), strong=True)
    if front.heading(_SOURCE):
        yield Fact("Alleged source of harm", tuple(_source_of_harm(front)))
    if front.heading("concern.end_of_day"):
        end = front.fact(referral.concern.end_of_day, "concern.end_of_day", times=3)
        yield Fact("At the end of today", (_or_open(end),))


def _level(front: _Front) -> Fact:
    wording, judgement = front.wording, front.wording.referral.judgement
    level = wording.pack.level(judgement.level) if isinstance(judgement.level, str) else None
    words = _or_open(wording.level(judgement.level))
    reason = front.fact(judgement.reason, "judgement.reason")
    return Fact(
        "Level of need",
        (words, reason) if reason else (words,),
        strong=True,
        step=level.number if level else 0,
        steps=max((one.number for one in wording.pack.levels), default=0) if level else 0,
    )


def _consent(front: _Front) -> Iterator[str]:
    yield from _consent_of_all(front)
    yield from differing_consent(front.wording)


def _consent_of_all(front: _Front) -> Iterator[str]:
    wording, consent = front.wording, front.wording.referral.consent
    decision = _or_open(wording.code("consent_decision", consent.decision))
    if consent.decision in _AGREED:
        yield decision
        given = (wording.someone_each(consent.given_by), said(consent.given_on))
        if any(given):
            yield f"Given by {' on '.join(filter(None, given))}"
        return
    ground = wording.code("consent_grounds", consent.ground)
    yield _sentences(decision, ground)
    reason = front.fact(consent.reason, "consent.reason")
    if reason:
        yield reason


def _phone(wording: Wording) -> Iterator[str]:
    who = wording.referral.referrer
    role = wording.code("dsl_roles", who.role)
    name = ", ".join(part for part in (said(who.name), role) if part)
    numbers = " or ".join(said(one) for one in (who.phone, who.mobile) if is_answered(one))
    yield _or_open(numbers)
    deputy = f"If not there: {_line(who.deputy)}" if is_answered(who.deputy) else ""
    words = _sentences(name, _line(who.availability), deputy)
    if words:
        yield words


def _source_of_harm(front: _Front) -> Iterator[str]:
    wording, concern = front.wording, front.wording.referral.concern
    named = wording.someone_each(concern.source_of_harm) if concern.source_of_harm else ""
    unnamed = front.fact(concern.source_of_harm_unnamed, "concern.source_of_harm_unnamed")
    whom = _or_open("; ".join(part for part in (named, unnamed) if part))
    contact = said(concern.source_in_contact)
    if contact:
        contact = f"In contact with a child now: {contact[0].lower()}{contact[1:]}"
    yield _sentences(whom, contact)


def _coded(wording: Wording, key: str, value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(wording.code(key, one) for one in value)
    return said(value)


def _line(value: object) -> str:
    """Return a text whole, on one line."""
    return " ".join(said(value).split())


def _sentences(*parts: str) -> str:
    """Return what is said, each part but the last with a full stop."""
    *first, last = [part for part in parts if part] or [""]
    return " ".join((*(part if part[-1] in ".!?" else f"{part}." for part in first), last))


def _and(names: list[str]) -> str:
    """Return names as they are said: "A, B and C"."""
    first, last = names[:-1], names[-1]
    return f"{', '.join(first)} and {last}" if first else last


def _or_open(words: str) -> str:
    return words or UNANSWERED
