"""A stream of XML cut into one branch per pupil, with memory that stays flat.

Knows nothing of what the names mean. Names lose their case and namespace; text loses its padding.
SECURITY: bounds the depth, the length of a text and the size of a pupil. The caller has refused
a DOCTYPE already (``sniffing.py``), so that no entity can be declared.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

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


class Branch:
    """An element: its texts and its inner branches, by lower-case name, in order."""

    __slots__ = ("again", "branches", "texts")

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.branches: dict[str, list[Branch]] = {}
        self.again: tuple[tuple[str, str], ...] = ()

    def text(self, name: str) -> str:
        """Give the first text of that name; empty when there is none."""
        return self.texts.get(name, "")

    def every_text(self, name: str) -> tuple[str, ...]:
        """Give all texts of that name."""
        if name not in self.texts:
            return ()
        return (self.texts[name], *(text for other, text in self.again if other == name))

    def one(self, name: str) -> Branch:
        """Give the first inner branch of that name; an empty one when there is none."""
        found = self.branches.get(name)
        return found[0] if found else NOTHING

    def many(self, name: str, inner: str) -> list[Branch]:
        """Give all branches ``inner`` of the branches ``name``."""
        if name not in self.branches:
            return []
        return [branch for outer in self.branches[name] for branch in outer.branches.get(inner, ())]

    def has(self, *names: str) -> bool:
        """Tell whether any of these stands here as a branch."""
        return any(name in self.branches for name in names)


NOTHING = Branch()


class _Names(dict[str, str]):
    """Element names without namespace and case, remembered, because there are millions."""

    def __missing__(self, tag: str) -> str:
        if len(self) > _MOST_NAMES:
            self.clear()
        name = self[tag] = tag.rpartition("}")[2].lower()
        return name


class BranchStream:
    """Takes the file's text in chunks and gives each finished branch of the list in it.

    The file is read as ``root / {container} / {item}``; everything else beside the containers is
    kept in ``rest``. Of the parts named in ``skip`` only their presence is told.
    """

    def __init__(self, container: str, item: str, *, skip: frozenset[str] = frozenset()) -> None:
        self._container = container
        self._item = item
        self._skip = skip
        # A wrapper of our own, begun by hand, lets us see the root while it is still being read,
        # without an event per element; that halves the time.
        builder = TreeBuilder()
        self._wrapper: Element = builder.start("wrapper", {})
        # SECURITY: the encoding is ours, so what the file declares cannot change how it is read.
        self._parser = XMLParser(target=builder, encoding="utf-8")  # noqa: S314 - no DTD gets here
        self._names = _Names()
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
                if self._name(element) == self._item:
                    yield self._item_of(element)
            container.clear()

    def rest(self) -> Branch:
        """Give what stands beside the containers, as far as it has been read."""
        found = Branch()
        for element in self._wrapper[:1]:
            for part in element:
                if self._name(part) != self._container:
                    found.branches.setdefault(self._name(part), []).append(self._branch(part, 1))
        return found

    def _containers(self) -> list[Element]:
        return [
            part
            for element in self._wrapper[:1]
            for part in element
            if self._name(part) == self._container
        ]

    def _finished(self) -> Iterator[Element]:
        """Give the items that are complete: all but the last one, and forget them."""
        for container in self._containers():
            complete = container[:-1]
            yield from (one for one in complete if self._name(one) == self._item)
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
            return self._branch(element, 3)
        except TextTooLong as error:
            return error

    def _branch(self, element: Element, depth: int) -> Branch:
        if depth > DEEPEST:
            raise TooDeep
        branch = Branch()
        names, texts = self._names, branch.texts
        for child in element:
            name = names[child.tag]
            if len(child):
                inner = (
                    self._skipped(child) if name in self._skip else self._branch(child, depth + 1)
                )
                branch.branches.setdefault(name, []).append(inner)
                continue
            text = child.text
            if text and (text := text.strip()):
                if len(text) > LONGEST_TEXT:
                    raise TextTooLong(name)
                if name in texts:
                    branch.again += ((name, text),)
                else:
                    texts[name] = text
        return branch

    def _skipped(self, element: Element) -> Branch:
        """Leave out what a part holds, having looked only how deep it goes."""
        level, depth = [element], 0
        while level:
            level = [child for one in level for child in one]
            depth += 1
            if depth > DEEPEST:
                raise TooDeep
        return Branch()

    def _name(self, element: Element) -> str:
        return self._names[element.tag]
