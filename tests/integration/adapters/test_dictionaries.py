"""The dictionary that comes with the program: British, whole, with its source and licence."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from devkit.word_list import BRITISH, spelled_out
from ffd_desktop.adapters.dictionaries import british
from ffd_desktop.councils.bundled import bundled_councils, bundled_files
from ffd_desktop.spelling.looking import misspelt, suggestions

KNOWN = """colour organise organize safeguarding toileting dysregulated SENCO Mum grandad wellbeing
naïve café bruise's self-harm step-father’s pre-school didn’t Prevent MASH's Ofsted Worcestershire
practise licence paediatric foetus"""
UNKNOWN = "color recieve behavior pediatric cheldren alot saftey dont thier monday"


def test_british_words_and_those_of_this_work_are_known() -> None:
    assert [one.text for one in misspelt(KNOWN, british())] == []


def test_slips_and_american_spellings_are_marked() -> None:
    assert [one.text for one in misspelt(UNKNOWN, british())] == UNKNOWN.split()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("recieve", "receive"), ("definately", "definitely"), ("seperate", "separate")),
        *(("behavior", "behaviour"), ("safegaurding", "safeguarding"), ("alot", "a lot")),
        *(("disregulated", "dysregulated"), ("dosnt", "doesn't"), ("skool", "school")),
        *(("harrased", "harassed"), ("color", "colour"), ("monday", "Monday")),
    ],
)
def test_what_was_meant_is_suggested_first(typed: str, meant: str) -> None:
    found = suggestions(typed, british())
    assert found[0] == meant
    assert len(found) <= 5


def test_rude_words_are_known_and_never_suggested() -> None:
    rude = (BRITISH / "unsuggested.txt").read_text(encoding="utf-8").split()
    assert all(british().knows(one) for one in rude)
    assert not set(rude) & {one for word in rude for one in suggestions(word[:-1], british())}


def test_the_words_of_the_councils_forms_are_known() -> None:
    for council in bundled_councils():
        for name, data in bundled_files(council).items():
            said = "\n".join(_strings(tomllib.loads(data.decode())))
            assert not {one.text for one in misspelt(said, british())}, name


@pytest.mark.slow
def test_the_list_is_what_its_dictionary_gives() -> None:
    listed, unsuggested = spelled_out(BRITISH / "en_GB.aff", BRITISH / "en_GB.dic")
    assert (BRITISH / "words.txt").read_text(encoding="utf-8").splitlines() == listed
    assert (BRITISH / "unsuggested.txt").read_text(encoding="utf-8").splitlines() == unsuggested


def test_its_source_and_its_licence_come_with_it() -> None:
    folder = Path(str(files("resources").joinpath("words/british/README.md"))).parent
    there = {one.name for one in folder.iterdir()}
    assert {"en_GB.aff", "en_GB.dic", "README_en_GB.txt", "LGPL-3.txt", "GPL-3.txt"} <= there


def _strings(value: object):
    if isinstance(value, str):
        yield from [value] if " " in value else []
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)
