"""A stream of XML cut into one branch per pupil, with memory that stays flat.

Knows which names are read (``ctf_names``) but nothing of what they mean; other names are left
out. Names lose their case and namespace; text loses its padding.
SECURITY: bounds the depth, the length of a text and the size of a pupil. The caller has refused
a DOCTYPE already (``sniffing.py``), so that no entity can be declared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

import msgspec

from ffd_desktop.roll.ctf_names import NAMES, NUMBERS

DEEPEST = 40
LONGEST_TEXT = 4_000
BIGGEST_PART = 2_000_000
_MOST_NAMES = 2_000


class TooDeep(Exception):  # noqa: N818 - told to a person by the reader
    """Elements are nested deeper than any roll file nests them."""


class TooBig(Exception):  # noqa: N818
    """One part of the file is bigger than any pupil."""


class TextTooLong(Exception):  # noqa: N818
    """A value is longer than any value of a roll. Holds the element's name, never the value."""


class Broken(Exception):  # noqa: N818
    """The text is not XML from some line on.

    Attributes:
        line: Where, 1 first; 0 when the text only ends too early.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


# What an element holds, by the number of each name: a text, or all that stand under it.
Tree: TypeAlias = dict[int, "str | list[str | Tree]"]

_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder().decode


class Branch:
    """An element by the names that this program reads: its texts and inner branches, in order."""

    __slots__ = ("_tree",)

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def text(self, name: str) -> str:
        """Give the first text of that name; empty when there is none."""
        found = self._tree.get(NUMBERS[name])
        if found is None or isinstance(found, str):
            return found or ""
        return next((one for one in found if isinstance(one, str)), "")

    def every_text(self, name: str) -> tuple[str, ...]:
        """Give all texts of that name."""
        found = self._tree.get(NUMBERS[name], [])
        if isinstance(found, str):
            return (found,)
        return tuple(one for one in found if isinstance(one, str))

    def every(self, name: str) -> list[Branch]:
        """Give all inner branches of that name."""
        found = self._tree.get(NUMBERS[name])
        if found is None or isinstance(found, str):
            return []
        return [Branch(one) for one in found if isinstance(one, dict)]

    def one(self, name: str) -> Branch:
        """Give the first inner branch of that name; an empty one when there is none."""
        found = self._tree.get(NUMBERS[name])
        if found is None or isinstance(found, str):
            return NOTHING
        if isinstance(found[0], dict):  # nearly always; a loop would cost more than the rest
            return Branch(found[0])
        return next((Branch(one) for one in found if isinstance(one, dict)), NOTHING)

    def many(self, name: str, inner: str) -> list[Branch]:
        """Give all branches ``inner`` of the branches ``name``."""
        return [branch for outer in self.every(name) for branch in outer.every(inner)]

    def has(self, *names: str) -> bool:
        """Tell whether any of these stands here as a branch."""
        return any(isinstance(self._tree.get(NUMBERS[name]), list) for name in names)

    def has_texts(self) -> bool:
        """Tell whether any text stands right here."""
        return any(isinstance(one, str) for one in self._tree.values())

    def packed(self) -> bytes:
        """Give all of it in little space, for ``unpacked``."""
        return _ENCODE(self._tree)


def unpacked(body: bytes) -> Branch:
    """Give the branch that ``packed`` wrote."""
    return Branch(_DECODE(body))


def packed_with(body: bytes, name: str, text: str) -> bytes:
    """Give what ``packed`` wrote with a text more, unless it has one of that name."""
    tree: Tree = _DECODE(body)
    return _ENCODE({NUMBERS[name]: text, **tree})


NOTHING = Branch({})


class _Numbers(dict[str, int]):
    """The numbers of element names without namespace and case; 0 for those that nobody reads.

    Remembered for each spelling, because there are millions.
    """

    def __missing__(self, tag: str) -> int:
        if len(self) > _MOST_NAMES:
            self.clear()
        number = self[tag] = NUMBERS.get(tag.rpartition("}")[2].lower(), 0)
        return number


class BranchStream:
    """Takes the file's text in chunks and gives each finished branch of the list in it.

    The file is read as ``root / {container} / {item}``; everything else beside the containers is
    kept in ``rest``. Of the parts named in ``skip`` only their presence is told.
    """

    def __init__(self, container: str, item: str, *, skip: frozenset[str] = frozenset()) -> None:
        self._container = NUMBERS[container]
        self._item = NUMBERS[item]
        self._left_out = frozenset({0, *(NUMBERS[name] for name in skip)})
        # A wrapper of our own, begun by hand, lets us see the root while it is still being read,
        # without an event per element; that halves the time.
        builder = TreeBuilder()
        self._wrapper: Element = builder.start("wrapper", {})
        # SECURITY: the encoding is ours, so what the file declares cannot change how it is read.
        self._parser = XMLParser(target=builder, encoding="utf-8")  # noqa: S314 - no DTD gets here
        self._numbers = _Numbers()
        self._since_last = 0

    def feed(self, text: bytes) -> Iterator[Branch | TextTooLong]:
        """Read the next chunk, UTF-8, and give the items that it completed.

        Raises:
            Broken: The text is not XML.
            TooDeep, TooBig: It is out of all measure.
        """
        try:
            self._parser.feed(text)
        except ParseError as error:
            raise Broken(error.position[0]) from None
        self._refuse_depth()
        found = 0
        for element in self._finished():
            found += 1
            yield self._item_of(element)
        self._since_last = 0 if found else self._since_last + len(text)
        if self._since_last > BIGGEST_PART:
            raise TooBig

    def close(self) -> Iterator[Branch | TextTooLong]:
        """Give the last items once the text has ended.

        Raises:
            Broken: It ended too early; ``line`` is 0.
        """
        try:
            self._parser.close()
        except ParseError:
            raise Broken(0) from None
        for container in self._containers():
            for element in container:
                if self._number(element) == self._item:
                    yield self._item_of(element)
            container.clear()

    def rest(self) -> Branch:
        """Give what stands beside the containers, as far as it has been read."""
        found: Tree = {}
        for element in self._wrapper[:1]:
            for part in element:
                if self._number(part) not in (0, self._container):
                    _add(found, self._number(part), self._tree(part, 1))
        return Branch(found)

    def _containers(self) -> list[Element]:
        return [
            part
            for element in self._wrapper[:1]
            for part in element
            if self._number(part) == self._container
        ]

    def _finished(self) -> Iterator[Element]:
        """Give the items that are complete: all but the last one, and forget them."""
        for container in self._containers():
            complete = container[:-1]
            yield from (one for one in complete if self._number(one) == self._item)
            del container[: len(complete)]

    def _refuse_depth(self) -> None:
        """Look down the path that is still open."""
        here, depth = self._wrapper, 0
        while len(here):
            here, depth = here[-1], depth + 1
            if depth > DEEPEST:
                raise TooDeep

    def _item_of(self, element: Element) -> Branch | TextTooLong:
        try:
            return Branch(self._tree(element, 3))
        except TextTooLong as error:
            return error

    def _tree(self, element: Element, depth: int) -> Tree:
        if depth > DEEPEST:
            raise TooDeep
        tree: Tree = {}
        numbers = self._numbers
        for child in element:
            number = numbers[child.tag]
            if len(child):
                if number in self._left_out:
                    _refuse_deep(child)
                    inner: Tree = {}
                else:
                    inner = self._tree(child, depth + 1)
                if number in tree:
                    _add(tree, number, inner)
                elif number:
                    tree[number] = [inner]
            elif number and (text := child.text) and (text := text.strip()):
                if len(text) > LONGEST_TEXT:
                    raise TextTooLong(NAMES[number])
                if number in tree:
                    _add(tree, number, text)
                else:
                    tree[number] = text
        return tree

    def _number(self, element: Element) -> int:
        return self._numbers[element.tag]


def _add(tree: Tree, number: int, one: str | Tree) -> None:
    """Put one more under a name."""
    found = tree.setdefault(number, [])
    if isinstance(found, str):
        found = tree[number] = [found]
    found.append(one)


def _refuse_deep(element: Element) -> None:
    """Look how deep a part goes that is not read."""
    level, depth = [element], 0
    while level:
        level = [child for one in level for child in one]
        depth += 1
        if depth > DEEPEST:
            raise TooDeep
