"""Words that a busy reader stumbles over: stand-ins for an answer, and sweeping judgements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ffd_desktop.checking.compiled import Asked, CompiledSection
from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look
from ffd_desktop.checking.opinion import without_phrases
from ffd_desktop.checking.quoting import sentence_around, without_quotes
from ffd_desktop.referral.paths import place, read
from ffd_desktop.referral.people import Item

STAND_IN = Rule("clarity.stand_in", Grade.COULD,
                "It looks like an answer and says nothing; an honest “Not known” says why.",
                "Worcestershire scrutiny report 2019, paras 26 and 68",
                answerable=True)  # fmt: skip
SWEEPING = Rule(
    "clarity.sweeping",
    Grade.COULD,
    "“How often, since when” convinces; “always” invites doubt.",
    "Somerset and Kent guidance for schools on keeping records",
    answerable=True,
)

_LONGEST = 16
_STAND_IN = re.compile(
    r"[\W_]+|x{2,}|n/?a|n\.a\.|tb[cad]|unknown|not known|don[’']?t know|not sure|as above|see above"
    r"|see below|as before|ditto",
    re.IGNORECASE,
)
_SWEEPING = re.compile(r"\b(always|never|obviously|clearly|constantly)\b", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:says?|said|saying|tells?|told|reports?|reported|states?|stated|describes?|described|"
    r"according\s+to)\b",
    re.IGNORECASE,
)


def clarity(look: Look) -> Iterator[Finding]:
    """Find stand-ins for answers, and sweeping words in statements."""
    harmless = set[str]()
    for compiled in look.form.texts:
        if compiled.section.repeats:
            yield from _of_each(look, compiled, harmless)
            continue
        for asked in compiled.asked:
            value = read(look.referral, asked.field.path)
            if isinstance(value, str) and _stands_in(value):
                yield from _stand_in(look, compiled, asked, value, None)
    yield from _sweeping(look)


def _of_each(look: Look, compiled: CompiledSection, harmless: set[str]) -> Iterator[Finding]:
    """Look at a list; short answers come again and again, so ``harmless`` remembers them."""
    names = [(asked, asked.field.attribute) for asked in compiled.asked]
    for item in look.items(compiled):
        for asked, name in names:
            value = getattr(item, name)
            if type(value) is not str or len(value) > _LONGEST or value in harmless:
                continue
            if _stands_in(value):
                yield from _stand_in(look, compiled, asked, value, item)
            else:
                harmless.add(value)


def _stands_in(value: str) -> bool:
    return len(value) <= _LONGEST and _STAND_IN.fullmatch(value.strip()) is not None


def _stand_in(
    look: Look, compiled: CompiledSection, asked: Asked, value: str, item: Item | None
) -> Iterator[Finding]:
    if asked.field.not_known:
        path = place(asked.field.path, item.id) if item else asked.field.path
        yield from look.say(
            STAND_IN,
            path,
            what=f"{compiled.section.title}, “{asked.field.label}”: "
            f"“{value.strip()}” stands for an answer.",
            how="Choose “Not known” with the reason that fits, or write it out.",
            item=item,
        )


def _writer_s_own(text: str) -> re.Match[str] | None:
    """Find a sweeping word that is no quotation and that nobody is said to have said."""
    plain = without_phrases(without_quotes(text))
    for found in _SWEEPING.finditer(plain):
        before, _ = sentence_around(plain, found.start(), found.end())
        if not _SAID.search(before):
            return found
    return None


def _sweeping(look: Look) -> Iterator[Finding]:
    for one in look.referral.statements:
        if not isinstance(one.text, str):
            continue
        found = _SWEEPING.search(one.text) and _writer_s_own(one.text)
        if found:
            yield from look.say(
                SWEEPING,
                f"statements[{one.id}].text",
                what=f"“{found[1]}” stands in a {one.kind.value}.",
                how="Say instead how often, since when, and who saw it.",
                item=one,
            )
