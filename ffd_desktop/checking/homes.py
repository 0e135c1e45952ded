"""Who lives where: the grid held against the addresses. Only ever asks."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.checking.belonging import OWN, SLIP
from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of

APART = Rule(
    "homes.together_at_two",
    Grade.COULD,
    "Whoever visits goes to one door, and asks who sleeps behind it.",
    OWN,
    answerable=True,
)
TOGETHER = Rule(
    "homes.apart_at_one",
    Grade.COULD,
    "Whoever visits goes to one door, and asks who sleeps behind it.",
    OWN,
    answerable=True,
)
KEPT = Rule(
    "homes.kept_from_its_own",
    Grade.COULD,
    "An address is kept from somebody to keep another safe.",
    OWN,
    answerable=True,
)


def homes(look: Look) -> Iterator[Finding]:
    """Find what is said of who lives where that does not seem to go together."""
    yield from _together(look)
    yield from _kept(look)


def _kept(look: Look) -> Iterator[Finding]:
    for place in look.referral.addresses:
        for name in ("kept_from_people", "kept_from_children"):
            found = getattr(place, name)
            for key in found if isinstance(found, tuple) else ():
                one = look.people.get(key) or look.children.get(key)
                if one is not None and place.id in (one.home, getattr(one, "second_home", None)):
                    yield from look.say(
                        KEPT,
                        f"addresses[{place.id}].{name}",
                        what=f"{name_of(one)} must not learn an address, and lives there. {SLIP}",
                        how="Change from whom the address is kept, or where they live.",
                    )


def _together(look: Look) -> Iterator[Finding]:
    places = {
        child.id: (child.home, child.second_home)
        for child in look.referral.children
        if isinstance(child.home, str) and child.home
    }
    rooms = {one.id: one.home for one in look.referral.people if isinstance(one.home, str)}
    for tie in look.referral.relationships:
        lives = tie.lives_with
        if not isinstance(lives, bool) or tie.child not in places or not rooms.get(tie.person):
            continue
        home, at = rooms[tie.person], places[tie.child]
        if lives and home not in at:
            rule, said, seems = APART, "live together", "they have different home addresses"
        elif not lives and home == at[0]:
            rule, said, seems = TOGETHER, "do not live together", "they have the same home address"
        else:
            continue
        who, child = look.people[tie.person], look.children[tie.child]
        yield from look.say(
            rule,
            f"relationships[{tie.id}].lives_with",
            what=f"{name_of(who)} and {name_of(child)} {said}, and {seems}. {SLIP}",
            how="Change the answer or one of the addresses. A child who lives in two places can "
            "have a second home.",
        )
