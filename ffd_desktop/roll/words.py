"""What the roll's codes mean: words for people, and the referral's own codes where they differ.

Never guesses: a code that is on no list gives no answer.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from ffd_desktop.councils.bundled import shared_code_lists
from ffd_desktop.tables.folding import squeeze

_NO_LANGUAGE = frozenset({"OTB", "NOT", "ZZZ"})
_OLDER_PROVISION = {"A": "K", "P": "K", "S": "E"}
_OTHER_DISABILITY = {"EAT": "DDA", "MED": "DDA"}
_EARLY_YEARS = {
    "R": "Reception",
    "N1": "Nursery, first year",
    "N2": "Nursery, second year",
    "E1": "Early years, first year",
    "E2": "Early years, second year",
    "M": "Mixed year class",
}
_PHONES = {"H": "home", "M": "mobile", "W": "work"}


@cache
def labels(key: str) -> dict[str, str]:
    """Give the labels of one of the program's code lists, by code.

    Raises:
        KeyError: When there is no such list.
    """
    for one in shared_code_lists():
        if one.key == key:
            return {code.code: code.label for code in one.codes}
    raise KeyError(key)


def relationship_code(code: str) -> str | None:
    """Give the referral's code for a contact's relationship; ``None`` when the roll is silent."""
    upper = code.upper()
    return upper if upper in labels("relationship_kinds") else None


def relationship_words(code: str) -> str:
    """Give a relationship within a sentence, such as "mother"."""
    return labels("relationship_kinds").get(code.upper(), "contact").lower()


def sex_code(code: str) -> str | None:
    """Give the referral's code for sex, from a letter or a word."""
    upper = code[:1].upper()
    return upper if upper in labels("sex") else None


@cache
def _main_ethnicities() -> dict[str, str]:
    text = (files("resources") / "codes" / "ethnicity_extended.toml").read_text(encoding="utf-8")
    return {str(code): str(main) for code, main in tomllib.loads(text)["map"].items()}


def ethnicity_code(code: str) -> str | None:
    """Give the main ethnicity code, mapping an extended one up; "not obtained" is no answer."""
    upper = code.upper()
    main = _main_ethnicities().get(upper, upper)
    return main if main in labels("ethnicity") and main != "NOBT" else None


def language_code(code: str) -> str | None:
    """Give a language's code; ``None`` for what only says that the language is not known."""
    upper = code.upper()
    return upper if upper in labels("languages") and upper not in _NO_LANGUAGE else None


def provision_code(code: str) -> str | None:
    """Give today's code for special educational needs provision, older ones brought forward."""
    upper = code.upper()
    now = _OLDER_PROVISION.get(upper, upper)
    return now if now in labels("sen_status") else None


def is_older_provision(code: str) -> bool:
    """Tell whether a provision code is one that schools no longer use."""
    return code.upper() in _OLDER_PROVISION


def need_code(code: str) -> str | None:
    """Give a special educational need's code if the list has it."""
    upper = code.upper()
    return upper if upper in labels("sen_needs") else None


def disability_code(code: str) -> str | None:
    """Give a disability's code; eating and medication have none of their own and count as other."""
    upper = code.upper()
    ours = _OTHER_DISABILITY.get(upper, upper)
    return ours if ours in labels("disability") and ours != "NONE" else None


def religion_code(text: str) -> str | None:
    """Give a religion's code when the roll's word is that of the list, or its code."""
    word = squeeze(text)
    for code, label in labels("religion").items():
        if word and word in (squeeze(code), squeeze(label)):
            return code
    return None


def year_words(code: str) -> str | None:
    """Give a year group as the school says it, such as "Year 5" or "Reception"."""
    upper = code.upper()
    if upper.isascii() and upper.isdigit():
        return f"Year {int(upper)}"
    return _EARLY_YEARS.get(upper)


def phone_words(kind: str) -> str:
    """Give what kind of number it is: "home", "mobile", "work", or nothing."""
    return _PHONES.get(kind.upper(), "")
