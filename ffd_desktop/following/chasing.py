"""Words to paste when an answer is overdue, and the case for a disagreement.

Put together from the record; whoever sends them reads them first. Of themselves they name no
child; the case holds what the writer gave as reasons, word for word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ffd_desktop.councils.pack import Pack
from ffd_desktop.following.moments import start_of
from ffd_desktop.following.waiting import Waiting
from ffd_desktop.referral.after import After, Chase
from ffd_desktop.referral.answers import is_known
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral


def chase_text(referral: Referral, waiting: Waiting, pack: Pack) -> str:
    """Write a message that asks the council for what is due."""
    asked = f"It was due {waiting.words}." if waiting.by else ""
    lines = (
        _about(referral),
        " ".join(part for part in (f"We wait for this: {_lower(waiting.what)}.", asked) if part),
        f"{waiting.why} ({waiting.source.partition(';')[0]})",
        _asked_before(referral.after.chases),
        "Would you tell us what was decided, why, at which level, and who has the family now?",
        _signed(referral, pack),
    )
    return "\n\n".join(line for line in lines if line)


def case_text(referral: Referral, pack: Pack) -> str:
    """Put together what a disagreement rests on: dates, levels, reasons, the risk that remains."""
    return "\n\n".join(part for part in _case(referral, pack) if part)


def _case(referral: Referral, pack: Pack) -> Iterator[str]:
    after, judged = referral.after, referral.judgement
    yield _about(referral)
    yield "\n".join(_levels(after, judged.level, pack))
    yield _titled("Our reason for that level", judged.reason)
    yield _titled("The reason that we were given", after.rationale)
    yield _titled("What has come before", _events(referral))
    yield _titled("What we asked and heard since", "\n".join(_chases(after.chases)))
    yield "\n".join(_stages(after, pack))
    yield _signed(referral, pack)


def _about(referral: Referral) -> str:
    after = referral.after
    theirs = f", yours {after.council_reference}" if is_known(after.council_reference) else ""
    sent = f" on {after.sent_on.words()}" if isinstance(after.sent_on, PartDate) else ""
    return f"About the referral that we sent{sent}. Our reference is {referral.reference}{theirs}."


def _levels(after: After, judged: object, pack: Pack) -> Iterator[str]:
    for title, code in (("Our judgement", judged), ("Your decision", after.decided_level)):
        level = pack.level(code) if isinstance(code, str) else None
        if level is not None:
            yield f"{title}: level {level.number}, {level.name}."


def _events(referral: Referral) -> str:
    told = [one for one in referral.events if one.in_referral]
    days = sorted(day for one in told if (day := start_of(one.when)) is not None)
    if not told:
        return ""
    since = f" since {days[0]:%B %Y}" if days else ""
    return f"{len(told)} entries of the chronology{since}, sent with the referral."


def _chases(chases: Iterable[Chase]) -> Iterator[str]:
    for one in chases:
        when = one.when.words() if isinstance(one.when, PartDate) else "no date written down"
        said = [part for part in (one.who, one.what) if isinstance(part, str)]
        yield f"- {when}: {'. '.join(said)}" if said else f"- {when}"


def _stages(after: After, pack: Pack) -> Iterator[str]:
    names = {str(one.number): one.name for one in pack.stages}
    for one in after.challenges:
        name = names.get(one.stage, "A stage") if isinstance(one.stage, str) else "A stage"
        when = f", {one.raised_on.words()}" if isinstance(one.raised_on, PartDate) else ""
        yield f"{name}{when}"
        yield from (
            f"{title}: {text}"
            for title, text in (("The risk that remains", one.case), ("Answered", one.answer))
            if isinstance(text, str)
        )


def _asked_before(chases: Iterable[Chase]) -> str:
    days = [one.when.words() for one in chases if isinstance(one.when, PartDate)]
    return f"We asked or heard on: {', '.join(days)}." if days else ""


def _titled(title: str, text: object) -> str:
    return f"{title}:\n{text}" if isinstance(text, str) and text.strip() else ""


def _signed(referral: Referral, pack: Pack) -> str:
    sender = referral.referrer
    role = pack.codes("dsl_roles").label(sender.role) if isinstance(sender.role, str) else None
    parts = (sender.name, role, sender.school_name, sender.phone)
    return ", ".join(part for part in parts if isinstance(part, str))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
