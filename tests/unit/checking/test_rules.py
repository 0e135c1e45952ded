"""Every rule: what triggers it, and what must not. Rows start from a referral with no findings."""

from __future__ import annotations

from types import ModuleType

import pytest

from ffd_desktop.checking import (
    belonging,
    clarity,
    consent,
    dates,
    deaths,
    enclosed,
    evidence,
    family,
    homes,
    kin,
    levels,
    marks,
    routes,
    sameness,
)
from ffd_desktop.checking.findings import Finding, Grade, Rule, check
from ffd_desktop.checking.progress import SectionState, section_states
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from tests.builders.referrals import TODAY, bare, largest, small, typical

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
MODULES: tuple[ModuleType, ...] = (
    belonging, clarity, consent, dates, deaths, enclosed, evidence, family, homes, kin, levels,
    marks, routes, sameness,
)  # fmt: skip

NOT_KNOWN = {"type": "not_known", "reason": "not_known"}
CHILD = "children[c1]"
TIE = "relationships[g9]"
BLANK_CHILD = {"first_names": "Wen", "family_name": "Kaya"}


def day(iso: str, **more: object) -> dict[str, object]:
    year, month, number = map(int, iso.split("-"))
    return {"type": "date", "kind": "day", "year": year, "month": month, "day": number, **more}


def due(iso: str) -> dict[str, object]:
    return day(iso) | {"kind": "due"}


def text(words: str) -> dict[str, object]:
    return {"type": "date", "kind": "text", "text": words}


def found(*edits: tuple[str, object], start: Referral | None = None) -> tuple[Finding, ...]:
    changed = replay(start or small(), [Edit(path, value) for path, value in edits])
    return check(changed, PACK.form(changed.form), PACK, today=TODAY)


def tie(
    kind: str, born: str = "", person: str = "p9", **more: object
) -> tuple[tuple[str, object], ...]:
    """One more adult of the child, and what they are to each other."""
    adult = {"first_names": "Ola", **({"date_of_birth": day(born)} if born else {})}
    between = {"child": "c1", "person": person, "kind": kind, **more}
    return ((f"people[{person}]", adult), (f"relationships[{person.replace('p', 'g')}]", between))


def couple(
    first: str = "p1", second: str | None = "p2", *, key: str = "u1", kind: str = "married"
) -> tuple[tuple[str, object], ...]:
    return ((f"partnerships[{key}]", {"first": first, "second": second, "kind": kind}),)


def pair(kind: str, second: str = "c9") -> tuple[tuple[str, object], ...]:
    """Another child, and how the two are related."""
    tie = {"first": "c1", "second": second, "kind": kind}
    return (("children[c9]", BLANK_CHILD), ("sibling_ties[b1]", tie))


def mother_of_both(person: str) -> tuple[tuple[str, object], ...]:
    """The mother of the other child; ``p1`` is the first one’s."""
    return (("relationships[g9]", {"child": "c9", "person": person, "kind": "PAM"}),)


def no_consent(**more: object) -> tuple[tuple[str, object], ...]:
    said = {"decision": "refused", "ground": "refused", "reason": "She said no.",
            "decided_by": "Head", "decided_on": day("2026-11-19"), **more}  # fmt: skip
    return tuple((f"consent.{name}", value) for name, value in said.items())


TRIGGERS: list[tuple[Rule, str, tuple[tuple[str, object], ...]]] = [
    # other routes beside this one
    (
        routes.FGM,
        "concern.what_happened",
        (("concern.what_happened", "She fears female genital mutilation in the holidays."),),
    ),
    (routes.FGM, "statements[s1].text", (("statements[s1].text", "Her aunt spoke of FGM."),)),
    (routes.FGM, "judgement.factors", (("judgement.factors", ["16A", "22A"]),)),
    (
        routes.PREVENT,
        "concern.child_words",
        (("concern.child_words", "“He shows me extremist films.”"),),
    ),
    (
        routes.STAFF,
        "people[p1].role",
        (("people[p1].alleged_source_of_harm", True), ("relationships[g-c1-p1].kind", "TCH")),
    ),
    (
        routes.STAFF,
        "people[p1].role",
        (("concern.source_of_harm", ["p1"]), ("relationships[g-c1-p1].kind", "CHM")),
    ),
    (
        routes.PRIVATE,
        "header.reasons",
        ((f"{CHILD}.living_arrangement", "private_fostering"),),
    ),
    (routes.PRIVATE, "header.reasons", (("relationships[g-c1-p2].kind", "PFC"),)),
    # consent
    (consent.GROUND, "consent.ground", no_consent(ground=None)),
    (consent.REASON, "consent.reason", no_consent(reason=None)),
    (consent.REASON, "consent.reason", no_consent(reason=NOT_KNOWN)),
    (consent.REASON, "consent.reason", no_consent(decision="cannot_reach", reason="")),
    (consent.DECIDED_BY, "consent.decided_by", no_consent(decided_by=None)),
    (consent.DECIDED_BY, "consent.decided_on", no_consent(decided_on=None)),
    (consent.STATE_NOT_KNOWN, "consent.decision", (("consent.decision", NOT_KNOWN),)),
    (consent.GIVEN_BY, "consent.given_by", (("consent.given_by", None),)),
    (consent.GIVER, "consent.given_by", (("consent.given_by", ["p2"]),)),
    (
        consent.GIVER,
        "consent.given_by",
        (("relationships[g-c1-p1].parental_responsibility", False),),
    ),
    (consent.COVERS, "consent.covers", (("consent.covers", None),)),
    (consent.NO_TALK, "consent.conversations", (("consent.conversations[t1]", None),)),
    (consent.EXPECTED, "consent.decision", (("judgement.level", "3"), *no_consent())),
    (consent.EXPECTED, "consent.decision", (("judgement.level", "2"), ("consent.decision", None))),
    (consent.UNSAFE, "consent.safe_to_discuss", (("consent.safe_to_discuss", False),)),
    # levels
    (levels.UNKNOWN, "judgement.level", (("judgement.level", "9"),)),
    (
        levels.DANGER,
        "judgement.level",
        (("judgement.level", "3"), ("concern.immediate_danger", True)),
    ),
    (
        levels.DANGER,
        "judgement.level",
        (("judgement.level", "3"), ("concern.immediate_danger", NOT_KNOWN)),
    ),
    (levels.ROUTE, "judgement.level", (("judgement.level", "2"),)),
    (levels.TOO_HIGH, "judgement.level", (("form", "eh"),)),
    (
        levels.HARM,
        "judgement.level",
        (("judgement.level", "3"), ("header.reasons", ["significant_harm"])),
    ),
    (levels.CHILD_HIGHER, f"{CHILD}.level", (("judgement.level", "3"),)),
    (levels.CHILD_REASON, f"{CHILD}.level_reason", ((f"{CHILD}.level_reason", ""),)),
    # evidence
    (
        evidence.CONCERN,
        "concern.what_happened",
        (("concern.what_happened", None), ("statements[s1]", None)),
    ),
    (
        evidence.CONCERN,
        "concern.what_happened",
        (("concern.what_happened", NOT_KNOWN), ("statements[s1].text", NOT_KNOWN)),
    ),
    (evidence.NO_WORRY, "statements", (("statements[s1]", None),)),
    (evidence.NO_STRENGTH, "statements", (("statements[s2]", None),)),
    (evidence.NO_NEED, "statements", (("statements[s3]", None),)),
    (evidence.WHO, "statements[s1].source", (("statements[s1].source", None),)),
    (evidence.WHEN, "statements[s2].when", (("statements[s2].when", None),)),
    (evidence.CERTAINTY, "statements[s1].certainty", (("statements[s1].certainty", None),)),
    (
        evidence.WHERE,
        "statements[s1].where",
        (("statements[s1].where", None), ("statements[s1].text", "A man shouted at Mum.")),
    ),
    (
        evidence.IMPACT,
        "statements[s1].impact",
        (("statements[s1].impact", None), ("statements[s1].text", "A man shouted at Mum.")),
    ),
    (evidence.WORDS, "statements[s1].exact_words", (("statements[s1].exact_words", ""),)),
    (
        evidence.WHOM,
        "statements[s1].children",
        (("children[c9]", BLANK_CHILD), ("statements[s1].children", [])),
    ),
    (evidence.OPINION, "statements", (("statements[s1].certainty", "opinion"),)),
    (evidence.HISTORY, "events", (("events[e1]", None),)),
    (evidence.SOURCE, "concern.source_of_harm", (("concern.source_of_harm", []),)),
    (
        evidence.UNLISTED,
        "concern.source_of_harm",
        (("people[p2].alleged_source_of_harm", True),),
    ),
    # family
    (family.NO_CHILD, "children", ((CHILD, None),)),
    (family.NO_CHILD, "children", ((f"{CHILD}.referred", False),)),
    (family.NO_ADULT, "people", (("people[p1]", None), ("people[p2]", None))),
    (family.PARENT, "relationships", (("relationships[g-c1-p2]", None),)),
    (family.PARENT, "relationships", (("relationships[g-c1-p2].kind", "GRF"),)),
    (
        family.RESPONSIBILITY,
        "relationships",
        (
            ("relationships[g-c1-p1].parental_responsibility", False),
            ("relationships[g-c1-p2].parental_responsibility", False),
        ),
    ),
    (family.VOICE, f"{CHILD}.views", ((f"{CHILD}.views", None),)),
    (family.PARENT_VIEW, "people[p1].views_of_concern", (("people[p1].views_of_concern", ""),)),
    (
        family.PARENT_VIEW,
        "people[p1].views_of_concern",
        (("people[p1].views_of_concern", ""), ("consent.safe_to_discuss", False)),
    ),
    (family.LOOSE, "people[p9]", (("people[p9]", {"first_names": "Ümit"}),)),
    (family.OTHERS, "children", (("family.other_children", True),)),
    (
        family.TWICE,
        "children[c9]",
        (
            (
                "children[c9]",
                {
                    "first_names": "BRONISŁAW",
                    "family_name": "Ashdown-Pike",
                    "date_of_birth": day("2020-03-27"),
                },
            ),
        ),
    ),
    (family.UPN, f"{CHILD}.upn", ((f"{CHILD}.upn", "A885000018001"),)),
    (family.UPN, f"{CHILD}.upn", ((f"{CHILD}.upn", "12"),)),
    (family.NHS, f"{CHILD}.nhs_number", ((f"{CHILD}.nhs_number", "943 476 5918"),)),
    (family.NHS, f"{CHILD}.nhs_number", ((f"{CHILD}.nhs_number", "943 476"),)),
    # belonging
    (belonging.BASIS, f"{TIE}.basis", tie("GRM", basis="mother")),
    (belonging.BASIS, f"{TIE}.basis", tie("AUN", basis="agreement")),
    (belonging.BASIS, f"{TIE}.basis", tie("STF", basis="father_registered")),
    (belonging.BASIS, "relationships[g-c1-p1].basis", (("relationships[g-c1-p1].kind", "GRM"),)),
    (belonging.MOTHERS, f"{TIE}.kind", tie("PAM")),
    (belonging.MOTHERS, f"{TIE}.kind", tie("PAM", basis="mother")),
    (belonging.FATHERS, f"{TIE}.kind", tie("PAF", basis="father_married")),
    (
        belonging.WITHOUT,
        "relationships[g-c1-p1].parental_responsibility",
        (("relationships[g-c1-p1].parental_responsibility", False),),
    ),
    (
        belonging.NO_PARENT,
        f"{TIE}.kind",
        (*tie("PPM"), ("relationships[g-c1-p1]", None), ("relationships[g-c1-p2]", None)),
    ),
    (
        belonging.YOUNGER,
        "people[p9].date_of_birth",
        (*tie("GRM", "1999-01-01"), ("people[p2].date_of_birth", day("1980-01-01"))),
    ),
    # homes
    (
        homes.APART,
        "relationships[g-c1-p1].lives_with",
        (("addresses[a9]", {"lines": "9 Teme Walk"}), ("people[p1].home", "a9")),
    ),
    (
        homes.TOGETHER,
        "relationships[g-c1-p1].lives_with",
        (("relationships[g-c1-p1].lives_with", False),),
    ),
    (
        homes.KEPT,
        "addresses[a1].kept_from_people",
        (("addresses[a1].kept_from_people", ["p1"]),),
    ),
    (
        homes.KEPT,
        "addresses[a1].kept_from_children",
        (("addresses[a1].kept_from_children", ["c1"]),),
    ),
    # kin
    (kin.COUPLE, "partnerships[u1].second", couple("p1", "p1")),
    (kin.COUPLE_TWICE, "partnerships[u2].second", (*couple(), *couple("p2", "p1", key="u2"))),
    (kin.PAIR, "sibling_ties[b1].second", pair("full", second="c1")),
    (
        kin.PAIR_TWICE,
        "sibling_ties[b2].second",
        (*pair("full"), ("sibling_ties[b2]", {"first": "c9", "second": "c1", "kind": "half"})),
    ),
    (
        kin.PARENTS_DIFFER,
        "sibling_ties[b1].kind",
        (*pair("full"), *mother_of_both("p2")),
    ),
    (
        kin.PARENTS_DIFFER,
        "sibling_ties[b1].kind",
        (*pair("twin"), ("relationships[g9]", {"child": "c9", "person": "p1", "kind": "PAF"})),
    ),
    (
        kin.PARENTS_SAME,
        "sibling_ties[b1].kind",
        (
            *pair("half"),
            *mother_of_both("p1"),
            ("relationships[g8]", {"child": "c9", "person": "p2", "kind": "PAF"}),
        ),
    ),
    (kin.PARENTS_SAME, "sibling_ties[b1].kind", (*pair("step"), *mother_of_both("p1"))),
    (
        kin.TWINS,
        "sibling_ties[b1].kind",
        (*pair("twin"), ("children[c9].date_of_birth", day("2018-01-01"))),
    ),
    # deaths
    (
        deaths.LIVES,
        "relationships[g-c1-p1].lives_with",
        (("people[p1].has_died", True),),
    ),
    (deaths.AGREES, "consent.given_by", (("people[p1].has_died", True),)),
    (deaths.RUNG, "people[p1].safe_to_contact", (("people[p1].has_died", True),)),
    (
        deaths.RUNG,
        "relationships[g-c1-p2].contact_priority",
        (("people[p2].has_died", True), ("relationships[g-c1-p2].contact_priority", 1)),
    ),
    (
        deaths.BEFORE,
        f"{CHILD}.died_on",
        ((f"{CHILD}.has_died", True), (f"{CHILD}.died_on", day("2019-01-01"))),
    ),
    (
        deaths.BEFORE,
        "people[p1].died_on",
        (("people[p1].has_died", True), ("people[p1].died_on", day("1919-01-01"))),
    ),
    # sameness
    (
        sameness.TWICE,
        "people[p9]",
        (
            ("people[p8]", {"first_names": "Ola", "date_of_birth": day("1990-01-01")}),
            ("people[p9]", {"first_names": "OLA", "date_of_birth": day("1990-01-01")}),
        ),
    ),
    (
        sameness.TWICE,
        "people[p9]",
        (
            ("children[c9]", {"first_names": "Ola", "date_of_birth": day("2010-01-01")}),
            ("people[p9]", {"first_names": "Ola", "date_of_birth": day("2010-01-01")}),
        ),
    ),
    # dates
    (dates.CANNOT_BE, "concern.when", (("concern.when", text("31 February 2026")),)),
    (dates.CANNOT_BE, "events[e1].when", (("events[e1].when", text("once upon a time")),)),
    (
        dates.BIRTH_CANNOT_BE,
        f"{CHILD}.date_of_birth",
        ((f"{CHILD}.date_of_birth", text("31 February 2020")),),
    ),
    (
        dates.BIRTH_FUTURE,
        f"{CHILD}.date_of_birth",
        ((f"{CHILD}.date_of_birth", day("2027-01-01")),),
    ),
    (dates.DUE_PAST, f"{CHILD}.date_of_birth", ((f"{CHILD}.date_of_birth", due("2026-10-01")),)),
    (dates.GROWN_UP, f"{CHILD}.date_of_birth", ((f"{CHILD}.date_of_birth", day("2008-11-20")),)),
    (dates.FUTURE, "concern.when", (("concern.when", day("2026-11-21")),)),
    (dates.FUTURE, "events[e1].when", (("events[e1].when", day("2062-01-02")),)),
    (
        dates.FUTURE,
        "consent.conversations[t1].when",
        (("consent.conversations[t1].when", day("2027-01-02")),),
    ),
    (dates.BEFORE_BIRTH, "events[e1].when", (("events[e1].when", day("2011-05-05")),)),
    (dates.BEFORE_BIRTH, "statements[s1].when", (("statements[s1].when", day("2011-05-05")),)),
    (
        dates.INJURY_BEFORE_BIRTH,
        "injuries[i1].seen_on",
        (("injuries[i1]", {"child": "c1", "seen_on": day("2011-05-05")}),),
    ),
    (
        dates.PARENT_AGE,
        "people[p1].date_of_birth",
        (("people[p1].date_of_birth", day("2012-01-01")),),
    ),
    (
        dates.PARENT_AGE,  # of a baby who is not born yet
        "people[p1].date_of_birth",
        (
            ("people[p1].date_of_birth", {"type": "date", "kind": "year", "year": 2015}),
            (f"{CHILD}.date_of_birth", due("2026-12-01")),
        ),
    ),
    (
        dates.INJURY_BEFORE_BIRTH,
        "examinations[x1].when",
        (("examinations[x1]", {"child": "c1", "when": day("2011-05-05")}),),
    ),
    # enclosed
    (
        enclosed.OTHERS,
        "attachments[f9].redacted",
        (
            (
                "attachments[f9]",
                {"title": "Minutes", "file": "x", "third_party_data": True, "embed": True},
            ),
        ),
    ),
    # marks
    (
        marks.OTHER_CHILD,
        "injuries[i1].child",
        (
            ("children[c9]", BLANK_CHILD),
            ("examinations[x1]", {"child": "c9"}),
            ("injuries[i1]", {"child": "c1", "examination": "x1"}),
        ),
    ),
    # clarity
    (clarity.STAND_IN, "concern.where", (("concern.where", "N/A"),)),
    (clarity.STAND_IN, f"{CHILD}.first_names", ((f"{CHILD}.first_names", "???"),)),
    (clarity.STAND_IN, "people[p1].phone", (("people[p1].phone", " don’t know "),)),
    (clarity.SWEEPING, "statements[s1].text", (("statements[s1].text", "She is always late."),)),
    (
        clarity.SWEEPING,
        "statements[s1].text",
        (("statements[s1].text", "Mum said so. He is always late."),),
    ),
    (
        clarity.SWEEPING,
        "statements[s1].text",
        (("statements[s1].text", "The boys’ coats aren’t there: it’s always cold."),),
    ),
]

QUIET: list[tuple[Rule, tuple[tuple[str, object], ...]]] = [
    (routes.FGM, (("concern.what_happened", "The father works for FGMX Ltd."),)),
    (routes.PREVENT, (("concern.what_happened", "The heat was extreme in the flat."),)),
    (
        routes.STAFF,
        (
            ("relationships[g-c1-p1].kind", "TCH"),
            ("people[p1].alleged_source_of_harm", None),
            ("concern.source_of_harm", None),
        ),
    ),
    (routes.STAFF, (("people[p1].alleged_source_of_harm", True),)),
    (
        routes.PRIVATE,
        (
            (f"{CHILD}.living_arrangement", "private_fostering"),
            ("header.reasons", ["private_fostering"]),
        ),
    ),
    (routes.PRIVATE, ((f"{CHILD}.living_arrangement", "kinship"),)),
    (consent.GROUND, no_consent()),
    (consent.REASON, no_consent()),
    (consent.DECIDED_BY, no_consent(decided_by=NOT_KNOWN)),
    (consent.GIVEN_BY, (("consent.given_by", NOT_KNOWN),)),
    (consent.GIVER, (("consent.given_by", ["p1", "p2"]),)),
    (
        consent.NO_TALK,
        (("consent.conversations[t1]", None), ("consent.safe_to_discuss", False)),
    ),
    (consent.EXPECTED, (("judgement.level", "3"),)),
    (
        consent.EXPECTED,
        (("judgement.level", "3"), ("concern.immediate_danger", True), *no_consent()),
    ),
    (consent.EXPECTED, (("judgement.level", "1"), *no_consent())),
    (consent.EXPECTED, no_consent()),
    (consent.UNSAFE, (("consent.safe_to_discuss", False), *no_consent())),
    (consent.UNSAFE, (("consent.safe_to_discuss", False), ("consent.keep_from", "The father"))),
    (
        consent.UNSAFE,
        (
            ("consent.safe_to_discuss", False),
            ("consent.conversations[t9]", {"person": "p2", "result": "not_told"}),
        ),
    ),
    (levels.UNKNOWN, (("judgement.level", NOT_KNOWN),)),
    (levels.DANGER, (("concern.immediate_danger", True),)),
    (levels.ROUTE, (("judgement.level", NOT_KNOWN),)),
    (levels.ROUTE, (("judgement.level", "3"), ("concern.immediate_danger", True))),
    (levels.ROUTE, (("judgement.level", "3"), ("header.reasons", ["significant_harm"]))),
    (levels.ROUTE, (("form", "eh"), ("judgement.level", "2"))),
    (levels.TOO_HIGH, (("form", "eh"), ("judgement.level", "3"))),
    (levels.TOO_HIGH, (("judgement.level", "4"),)),
    (levels.HARM, (("header.reasons", ["significant_harm"]),)),
    (levels.CHILD_HIGHER, ((f"{CHILD}.level", "3"),)),
    (levels.CHILD_REASON, ((f"{CHILD}.level", None), (f"{CHILD}.level_reason", None))),
    (evidence.CONCERN, (("concern.what_happened", None),)),
    (evidence.CONCERN, (("statements[s1]", None),)),
    (evidence.WHO, (("statements[s1].source", NOT_KNOWN), ("statements[s3].source", None))),
    (evidence.WHEN, (("statements[s3].when", None),)),
    (evidence.WORDS, (("statements[s1].certainty", "seen"), ("statements[s1].exact_words", ""))),
    (
        evidence.WHERE,  # the words name the place
        (("statements[s1].where", None), ("statements[s1].text", "Shouted at in the kitchen.")),
    ),
    (evidence.WHERE, (("statements[s1].where", NOT_KNOWN), ("statements[s1].text", "Shouted."))),
    (
        evidence.WHERE,  # a figure of the register has no place
        (
            ("statements[s1].where", None),
            ("statements[s1].text", "Attendance has fallen to 83%."),
            ("statements[s1].certainty", "record"),
        ),
    ),
    (evidence.WHERE, (("statements[s2].where", None), ("statements[s2].text", "Gran helps."))),
    (evidence.IMPACT, (("statements[s1].impact", NOT_KNOWN), ("statements[s1].text", "Shouted."))),
    (
        evidence.IMPACT,  # the words tell it
        (("statements[s1].impact", None), ("statements[s1].text", "He flinches when Dad comes.")),
    ),
    (evidence.IMPACT, (("statements[s1].impact", None), ("statements[s1].text", None))),
    (evidence.IMPACT, (("statements[s2].impact", None), ("statements[s2].text", "Gran helps."))),
    (evidence.WHOM, (("statements[s1].children", []),)),
    (evidence.HISTORY, (("events[e1]", None), ("history.first_concern", True))),
    (
        evidence.SOURCE,
        (("concern.source_of_harm", []), ("concern.source_of_harm_unnamed", "A tall man")),
    ),
    (evidence.SOURCE, (("concern.source_of_harm", NOT_KNOWN),)),
    (evidence.UNLISTED, (("people[p1].alleged_source_of_harm", True),)),
    (
        enclosed.OTHERS,
        tuple(
            (f"attachments[{number}]", {"title": "M", "third_party_data": True, **more})
            for number, more in enumerate(
                (
                    {"file": "x", "embed": True, "redacted": True},
                    {"file": "x", "embed": False},
                    {"embed": True},
                )
            )
        ),
    ),
    (
        marks.OTHER_CHILD,
        (
            ("examinations[x1]", {"child": "c1"}),
            ("injuries[i1]", {"child": "c1", "examination": "x1"}),
            ("injuries[i2]", {"child": "c1", "examination": "gone"}),
            ("injuries[i3]", {"examination": "x1"}),
        ),
    ),
    (
        family.NO_ADULT,
        (
            ("people[p1]", None),
            ("people[p2]", None),
            ("family.parents_details", "Two aunts, names not known."),
        ),
    ),
    (family.PARENT, (("relationships[g-c1-p2].kind", "PAM"),)),
    (
        family.RESPONSIBILITY,
        (("relationships[g-c1-p1].parental_responsibility", False),),
    ),
    (family.VOICE, ((f"{CHILD}.views", NOT_KNOWN),)),
    (family.VOICE, ((f"{CHILD}.views", None), (f"{CHILD}.date_of_birth", due("2027-03-27")))),
    (family.VOICE, (("children[c9]", {"referred": False}),)),
    (
        family.PARENT_VIEW,
        (("people[p2].views_of_concern", None), ("consent.safe_to_discuss", False)),
    ),
    (
        family.PARENT_VIEW,
        (
            ("people[p2].views_of_concern", None),
            ("consent.conversations[t9]", {"person": "p2", "result": "not_told"}),
        ),
    ),
    (
        family.PARENT_VIEW,
        (
            ("people[p9]", {"first_names": "Gran"}),
            ("relationships[g9]", {"child": "c1", "person": "p9", "kind": "GRM"}),
        ),
    ),
    (family.OTHERS, (("family.other_children", True), ("children[c9]", BLANK_CHILD))),
    (
        family.TWICE,
        (("children[c9]", {"first_names": "Bronisław", "family_name": "Ashdown-Pike"}),),
    ),
    (family.UPN, ((f"{CHILD}.upn", NOT_KNOWN),)),
    (family.NHS, ((f"{CHILD}.nhs_number", "943 476 5919"),)),
    (family.NHS, ((f"{CHILD}.nhs_number", "9990000050"),)),
    (belonging.BASIS, tie("GRM", basis="special_guardianship")),
    (belonging.BASIS, tie("STF", basis="agreement")),
    (belonging.BASIS, tie("GRM", basis=NOT_KNOWN)),
    (belonging.BASIS, (("relationships[g-c1-p1].kind", NOT_KNOWN),)),
    (belonging.MOTHERS, tie("PAM", basis="adoption")),
    (belonging.MOTHERS, tie("PAM", basis="second_parent")),
    (belonging.MOTHERS, tie("STM")),
    (belonging.FATHERS, tie("PAF", basis="pr_order")),
    (belonging.WITHOUT, (("relationships[g-c1-p1].parental_responsibility", NOT_KNOWN),)),
    *(
        (
            rule,
            (
                (f"{CHILD}.date_of_birth", due("2027-02-14")),
                ("relationships[g-c1-p1].parental_responsibility", False),
                ("relationships[g-c1-p2].parental_responsibility", False),
            ),
        )
        for rule in (belonging.WITHOUT, family.RESPONSIBILITY)
    ),
    (belonging.NO_PARENT, tie("PPM")),
    (belonging.YOUNGER, tie("GRM", "1999-01-01")),  # the other parent’s birth is not known
    (
        belonging.YOUNGER,  # she may be the mother of the younger one
        (*tie("GRM", "1970-06-01"), ("people[p2].date_of_birth", day("1995-01-01"))),
    ),
    (
        homes.APART,
        (
            ("addresses[a9]", {"lines": "9 Teme Walk"}),
            ("people[p1].home", "a9"),
            (f"{CHILD}.second_home", "a9"),
        ),
    ),
    (homes.APART, (("people[p1].home", NOT_KNOWN),)),
    (homes.TOGETHER, (("relationships[g-c1-p1].lives_with", None),)),
    (homes.KEPT, (("addresses[a1].kept_from_people", ["p2"]),)),
    (kin.COUPLE, couple()),
    (kin.COUPLE, couple("p1", None)),
    (kin.COUPLE_TWICE, (*couple(), *couple(key="u2", kind="divorced"))),
    (kin.COUPLE_TWICE, (*couple("p1", None), *couple("p1", None, key="u2"))),
    (kin.PAIR_TWICE, pair("full")),
    (kin.PARENTS_DIFFER, pair("full")),  # nobody knows the parents of the other
    (kin.PARENTS_DIFFER, (*pair("half"), *mother_of_both("p2"))),
    (
        kin.PARENTS_DIFFER,  # adopted by another mother
        (
            *pair("full"),
            (
                "relationships[g9]",
                {"child": "c9", "person": "p2", "kind": "PAM", "basis": "adoption"},
            ),
        ),
    ),
    (kin.PARENTS_SAME, (*pair("half"), *mother_of_both("p1"))),
    (kin.TWINS, (*pair("twin"), ("children[c9].date_of_birth", day("2020-03-28")))),
    (kin.TWINS, (*pair("full"), ("children[c9].date_of_birth", day("2018-01-01")))),
    (deaths.LIVES, (("people[p1].has_died", False),)),
    (deaths.AGREES, (("people[p2].has_died", True),)),
    (deaths.RUNG, (("people[p1].has_died", True), ("people[p1].safe_to_contact", NOT_KNOWN))),
    (
        deaths.BEFORE,
        (
            ("people[p1].has_died", True),
            ("people[p1].died_on", {"type": "date", "kind": "year", "year": 2020}),
        ),
    ),
    (
        sameness.TWICE,
        (("people[p8]", {"first_names": "Ola"}), ("people[p9]", {"first_names": "Ola"})),
    ),
    (
        sameness.TWICE,  # a father and a son of one name
        (
            ("people[p8]", {"first_names": "Ola", "date_of_birth": day("1960-01-01")}),
            ("people[p9]", {"first_names": "Ola", "date_of_birth": day("1990-01-01")}),
        ),
    ),
    (dates.CANNOT_BE, (("concern.when", NOT_KNOWN),)),
    (dates.CANNOT_BE, (("events[e1].when", {"type": "date", "kind": "year", "year": 2024}),)),
    (dates.BIRTH_FUTURE, ((f"{CHILD}.date_of_birth", due("2027-01-01")),)),
    (dates.DUE_PAST, ((f"{CHILD}.date_of_birth", due("2026-11-10")),)),
    (dates.GROWN_UP, ((f"{CHILD}.date_of_birth", day("2008-11-21")),)),
    (dates.GROWN_UP, (("people[p1].date_of_birth", day("1950-01-01")),)),
    (dates.FUTURE, (("concern.when", day("2026-11-20")),)),
    (dates.FUTURE, (("statements[s3].by_when", day("2027-11-20")),)),
    (
        dates.FUTURE,
        (("concern.when", {"type": "date", "kind": "month", "year": 2026, "month": 11}),),
    ),
    (dates.BEFORE_BIRTH, (("events[e1].when", day("2011-05-05")), ("events[e1].children", []))),
    (
        dates.BEFORE_BIRTH,
        (("events[e1].when", day("2011-05-05")), (f"{CHILD}.date_of_birth", due("2027-03-01"))),
    ),
    (
        dates.BEFORE_BIRTH,  # one of the two children was there
        (
            ("children[c9]", {**BLANK_CHILD, "date_of_birth": day("2010-01-01")}),
            ("events[e1].when", day("2011-05-05")),
            ("events[e1].children", ["c1", "c9"]),
        ),
    ),
    (dates.PARENT_AGE, (("people[p1].date_of_birth", day("2004-01-01")),)),
    (clarity.STAND_IN, (("concern.where", "Bus 42"), ("people[p1].phone", "01632 960999"))),
    (clarity.SWEEPING, (("statements[s1].text", "“Mum never wakes up,” she said on Friday."),)),
    (clarity.SWEEPING, (("statements[s1].text", "“I’m always tired,” she said."),)),
    (clarity.SWEEPING, (("statements[s1].text", "She said: 'it’s never me'."),)),
    (clarity.SWEEPING, (("concern.child_words", "He always shouts"),)),
    (clarity.SWEEPING, (("statements[s1].text", "Mum says that she is always tired."),)),
]


def ids(row: object) -> str | None:
    return row.name if isinstance(row, Rule) else None


@pytest.mark.parametrize(("rule", "path", "edits"), TRIGGERS, ids=ids)
def test_the_rule_speaks(rule: Rule, path: str, edits: tuple[tuple[str, object], ...]) -> None:
    said = [one for one in found(*edits) if one.rule == rule.name]
    assert path in [one.path for one in said], [(one.rule, one.path) for one in found(*edits)]
    one = next(one for one in said if one.path == path)
    assert (one.grade, one.why, one.source) == (rule.grade, rule.why, rule.source)
    assert one.section in {section.key for section in FORM.sections}


@pytest.mark.parametrize(("rule", "path", "edits"), TRIGGERS, ids=ids)
def test_only_what_does_not_hold_is_something_to_put_right(
    rule: Rule, path: str, edits: tuple[tuple[str, object], ...]
) -> None:
    changed = replay(small(), [Edit(where, value) for where, value in edits])
    form = PACK.form(changed.form)
    said = [one for one in check(changed, form, PACK, today=TODAY) if one.rule == rule.name]
    state = section_states(changed, form, said)[said[0].section]
    weighs = rule.grade is not Grade.COULD and not rule.is_gap
    assert (state is SectionState.PUT_RIGHT) is weighs


@pytest.mark.parametrize(("rule", "edits"), QUIET, ids=ids)
def test_the_rule_keeps_quiet(rule: Rule, edits: tuple[tuple[str, object], ...]) -> None:
    assert rule.name not in {one.rule for one in found(*edits)}


def all_rules() -> list[Rule]:
    return [one for module in MODULES for one in vars(module).values() if isinstance(one, Rule)]


def test_every_rule_has_a_row_that_triggers_it_and_a_name_of_its_own() -> None:
    names = [rule.name for rule in all_rules()]
    assert len(names) == len(set(names))
    assert {rule.name for rule, _, _ in TRIGGERS} == set(names)


@pytest.mark.parametrize("referral", [small(), largest()], ids=lambda one: one.reference)
def test_a_full_referral_has_nothing_to_put_right(referral: Referral) -> None:
    assert check(referral, FORM, PACK, today=TODAY) == ()


def test_a_typical_referral_could_only_say_more() -> None:
    assert {one.grade for one in check(typical(), FORM, PACK, today=TODAY)} <= {Grade.COULD}


@pytest.mark.parametrize(
    "module", [belonging, deaths, homes, kin, sameness], ids=lambda one: one.__name__
)
def test_what_is_said_of_a_family_is_only_ever_asked(module: ModuleType) -> None:
    rules = [one for one in vars(module).values() if isinstance(one, Rule)]
    assert rules
    assert {one.grade for one in rules} == {Grade.COULD}


def test_an_untouched_referral_says_what_must_be_said_first() -> None:
    musts = {one.path for one in found(start=bare()) if one.grade is Grade.MUST}
    assert {
        "concern.immediate_danger",
        "concern.what_happened",
        "children",
        "consent.decision",
        "judgement.level",
        "judgement.reason",
        "referrer.name",
    } <= musts
