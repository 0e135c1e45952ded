"""The front page: what a busy social worker must know at one glance, before the form itself.

Says nothing that the form does not say; long words are cut here and stand in full further on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.councils.pack import Form
from ffd_desktop.exporting.outline import (
    AnyBlock,
    Callout,
    Fact,
    Heading,
    KeyFacts,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
    Tone,
)
from ffd_desktop.exporting.wording import UNANSWERED, Wording, said, short
from ffd_desktop.referral.answers import NotKnown, is_answered, is_known
from ffd_desktop.referral.people import Child

_DANGER: Final = 400  # characters of what was done to keep a child safe
_SHARES: Final = (35.0, 24.0, 8.0, 33.0)
_AGREED: Final = ("yes_written", "yes_verbal")


def front_page(form: Form, wording: Wording, *, made_at: str, to_put_right: int) -> Section:
    """Return the front page; ``to_put_right`` is how many findings of grade must are left."""
    referral = wording.referral
    school = said(referral.referrer.school_name) or "School not named"
    blocks: list[AnyBlock] = [
        Heading(1, form.title, "front"),
        Paragraph(
            f"To {wording.pack.name}. From {school}.\nReference {referral.reference}. {made_at}.",
            ParagraphStyle.QUIET,
        ),
    ]
    if to_put_right:
        things = "1 thing is" if to_put_right == 1 else f"{to_put_right} things are"
        words = f"DRAFT: this referral is not finished. {things} still to be put right."
        blocks.append(Paragraph(words, ParagraphStyle.WARNING))
    blocks.append(_danger(wording))
    blocks += _cautions(wording)
    blocks.append(_children(wording))
    blocks.append(KeyFacts(tuple(_facts(wording))))
    blocks.append(PageBreak())
    return Section(tuple(blocks))


def _danger(wording: Wording) -> Callout:
    concern, call = wording.referral.concern, wording.referral.first_call
    done = short(said(concern.danger_done), _DANGER)
    police = short(said(call.police_log)) if is_known(call.police_log) else ""
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


def _cautions(wording: Wording) -> Iterator[Callout]:
    """What could put someone at risk if the reader missed it."""
    lines = [f"Telling: {words}" for words in _kept(wording)]
    visiting = wording.referral.visiting
    if visiting.known_risk is True:
        risks = (short(said(one)) for one in (visiting.details, visiting.advice))
        words = " ".join(risk for risk in risks if risk)
        lines.append(f"Visiting: {words or 'a risk is known'}")
    if lines:
        yield Callout("Take care", tuple(lines), Tone.CAUTION)


def _kept(wording: Wording) -> Iterator[str]:
    keep = wording.referral.consent.keep_from
    if is_known(keep):
        yield short(said(keep))
    for place in wording.referral.addresses:
        if is_known(place.confidential_from):
            yield short(wording.address(place.id))


def _children(wording: Wording) -> Table:
    rows = tuple(_child(child, wording) for child in wording.referral.referred_children())
    columns = ("Child (known as)", "Born", "Year", "Where the child is now")
    empty = (("No child is named yet", "", "", ""),)
    return Table(columns, rows or empty, "Children referred", row_header=True, shares=_SHARES)


def _child(child: Child, wording: Wording) -> tuple[str, ...]:
    name = wording.someone(child.id)
    known = child.known_as
    called = f" ({known})" if isinstance(known, str) and known else ""
    born = wording.dated(child.date_of_birth) or UNANSWERED
    year = said(child.year_group) or "\u2013"
    return (name + called, born, year, short(said(child.where_now)) or UNANSWERED)


def _facts(wording: Wording) -> Iterator[Fact]:
    referral = wording.referral
    reasons = _coded(wording, "referral_reasons", referral.header.reasons)
    asked = _or_open(short(said(referral.wanted.asked)))
    yield Fact("What is asked", tuple(part for part in (asked, reasons) if part), strong=True)
    yield _level(wording)
    yield Fact("Consent", tuple(_consent(wording)))
    yield Fact("Phone the school", tuple(_phone(wording)), strong=True)
    yield Fact("Alleged source of harm", tuple(_source_of_harm(wording)))
    yield Fact("At the end of today", (_or_open(short(said(referral.concern.end_of_day))),))


def _level(wording: Wording) -> Fact:
    judgement = wording.referral.judgement
    level = wording.pack.level(judgement.level) if isinstance(judgement.level, str) else None
    words = _or_open(wording.level(judgement.level))
    reason = short(said(judgement.reason))
    return Fact(
        "Level of need",
        (words, reason) if reason else (words,),
        strong=True,
        step=level.number if level else 0,
        steps=max((one.number for one in wording.pack.levels), default=0) if level else 0,
    )


def _consent(wording: Wording) -> Iterator[str]:
    consent = wording.referral.consent
    yield _or_open(wording.code("consent_decision", consent.decision))
    if consent.decision in _AGREED:
        who = wording.someone_each(consent.given_by)
        when = said(consent.given_on)
        given = " on ".join(part for part in (who, when) if part)
        if given:
            yield f"Given by {given}"
    else:
        for words in (wording.code("consent_grounds", consent.ground), said(consent.reason)):
            if words:
                yield short(words)


def _phone(wording: Wording) -> Iterator[str]:
    who = wording.referral.referrer
    role = wording.code("dsl_roles", who.role)
    name = ", ".join(part for part in (said(who.name), role) if part)
    numbers = " or ".join(said(one) for one in (who.phone, who.mobile) if is_answered(one))
    yield _or_open(numbers)
    if name:
        yield name
    if is_answered(who.availability):
        yield short(said(who.availability))
    if is_answered(who.deputy):
        yield f"If not there: {short(said(who.deputy))}"


def _source_of_harm(wording: Wording) -> Iterator[str]:
    concern = wording.referral.concern
    named = _each(concern.source_of_harm, wording)
    words = "; ".join(part for part in (named, short(said(concern.source_of_harm_unnamed))) if part)
    yield _or_open(words)
    contact = said(concern.source_in_contact)
    if contact:
        yield f"In contact with a child now: {contact[0].lower()}{contact[1:]}"


def _each(value: object, wording: Wording) -> str:
    return wording.someone_each(value) if is_answered(value) else ""


def _coded(wording: Wording, key: str, value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(wording.code(key, one) for one in value)
    return said(value)


def _or_open(words: str) -> str:
    return words or UNANSWERED
