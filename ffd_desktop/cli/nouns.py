"""A noun of the command line, such as ``vault``, and the verbs that come after it."""

from __future__ import annotations

import argparse
from argparse import _SubParsersAction


def sentence(words: str) -> str:
    """Give what ``--help`` of the whole list says of a verb, for the verb's own help."""
    return f"{words[0].upper()}{words[1:].removesuffix('...')}."


class Room:
    """Adds the verbs of one noun."""

    def __init__(self, verbs: _SubParsersAction[argparse.ArgumentParser]) -> None:
        self._verbs = verbs

    def room(self, name: str, words: str) -> Room:
        """Add a noun within the noun, whose verbs come after it."""
        deeds = self._verbs.add_parser(
            name, help=words, description=sentence(words), allow_abbrev=False
        )
        return Room(deeds.add_subparsers(dest="deed", metavar="VERB", required=True))

    def verb(
        self, name: str, words: str, everywhere: argparse.ArgumentParser
    ) -> argparse.ArgumentParser:
        """Add a verb."""
        return self._verbs.add_parser(
            name,
            parents=[everywhere],
            allow_abbrev=False,
            help=words,
            description=sentence(words),
        )
