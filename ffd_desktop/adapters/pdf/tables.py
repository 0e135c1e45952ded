"""Lays out tables: columns by what they hold, rows that may go on over pages.

Column names are read out once; where they stand again on a later page they are for the eye alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ffd_desktop.adapters.pdf import style as look
from ffd_desktop.adapters.pdf.flow import Repeat, Slice
from ffd_desktop.adapters.pdf.setting import Line, set_lines
from ffd_desktop.adapters.pdf.sheet import Sheet
from ffd_desktop.adapters.pdf.strips import Strip, paint_lines, strips
from ffd_desktop.adapters.pdf.style import Style
from ffd_desktop.adapters.pdf.tags import SCOPE_COLUMN, SCOPE_ROW, Element
from ffd_desktop.adapters.pdf.words import Lettering
from ffd_desktop.exporting.outline import Table

_PAD: Final = 5.0
_ABOVE: Final = 4.0
_UNCUT: Final = 14  # a row of up to so many lines stays on one page
_HANDFUL: Final = 6  # a longer row goes on after each so many lines
_SMALL: Final = 90.0  # a row lower than this may wait for the next one
_NARROWEST: Final = 48.0
_ORDINARY: Final = 18  # characters; a longer word, as of an e-mail address, may be broken
_ENOUGH: Final = 40  # rows by which a column's width is judged


class _Styles(NamedTuple):
    """How the column names, the cells and the names of rows are set."""

    name: Style
    cell: Style
    strong: Style


_NORMAL: Final = _Styles(look.COLUMN_NAME, look.CELL, look.CELL_STRONG)


class _Cell(NamedTuple):
    element: Element
    lines: list[Line]
    style: Style
    left: float
    room: float


def table(
    lettering: Lettering, block: Table, parent: Element, scale: float = 1.0
) -> Iterator[Slice]:
    """Yield the slices of a table; one too wide for the page is set row by row instead."""
    count = max([len(block.columns), *map(len, block.rows)])
    whole = parent.add("Table")
    gap = 8.0 * scale
    styles = _Styles(*(look.scaled(style, scale) for style in _NORMAL))
    if block.caption:
        caption = Strip(whole.add("Caption"))
        for one in strips(
            lettering, block.caption, look.scaled(look.STRONG, scale), caption, look.COLUMN
        ):
            yield one._replace(gap=gap, keep=True)
            gap = 2.0 * scale
    columns = _padded(block.columns, count)
    if count * _NARROWEST > look.COLUMN:
        yield from _one_below_the_other(lettering, block, columns, whole)
        return
    widths = _widths(lettering, block, count, styles)
    heads = [styles.name] * count
    names = _row(lettering, columns, widths, whole.add("TR"), heads=heads, style=styles.cell)
    for name in names:
        name.element.attributes = SCOPE_COLUMN
    height = _height(names)
    yield Slice(height, _HeadPainter(names, height, read=True).paint, gap=gap, keep=True)
    again = Repeat(height, _HeadPainter(names, height, read=False).paint)
    rows: list[Slice] = []
    for row in block.rows:
        cells = _row(
            lettering,
            _padded(row, count),
            widths,
            whole.add("TR"),
            heads=[styles.strong] if block.row_header else [],
            style=styles.cell,
        )
        if block.row_header:
            cells[0].element.attributes = SCOPE_ROW
        rows += (one._replace(repeat=again) for one in _slices(cells))
    yield from _held_together(rows)


def _held_together(rows: list[Slice]) -> Iterator[Slice]:
    """Keep two rows at least at each end of a table on one page."""
    for number, row in enumerate(rows):
        at_end = number in (0, len(rows) - 2)
        yield row._replace(keep=at_end and number < len(rows) - 1 and row.height < _SMALL)


def _padded(cells: Sequence[str], count: int) -> list[str]:
    return [*cells, *[""] * (count - len(cells))]


def _row(
    lettering: Lettering,
    texts: Sequence[str],
    widths: Sequence[float],
    row: Element,
    *,
    heads: Sequence[Style],
    style: Style,
) -> list[_Cell]:
    cells: list[_Cell] = []
    left = look.LEFT
    for number, (text, width) in enumerate(zip(texts, widths, strict=True)):
        is_head = number < len(heads)
        chosen = heads[number] if is_head else style
        room = width - _PAD
        lines = set_lines(lettering, text, chosen, room)
        cells.append(_Cell(row.add("TH" if is_head else "TD"), lines, chosen, left, room))
        left += width
    return cells


def _height(cells: Sequence[_Cell]) -> float:
    return max((len(cell.lines) or 1) * cell.style.leading for cell in cells) + 2 * _ABOVE


def _slices(cells: Sequence[_Cell]) -> Iterator[Slice]:
    longest = max(len(cell.lines) for cell in cells)
    if longest <= _UNCUT:
        height = _height(cells)
        yield Slice(height, _RowPainter(cells, height, is_end=True).paint)
        return
    for start in range(0, longest, _HANDFUL):
        part = [cell._replace(lines=cell.lines[start : start + _HANDFUL]) for cell in cells]
        is_end = start + _HANDFUL >= longest
        height = _height(part) - (0 if is_end else _ABOVE) - (0 if start == 0 else _ABOVE)
        above = _ABOVE if start == 0 else 0
        yield Slice(height, _RowPainter(part, height, is_end=is_end, above=above).paint)


class _RowPainter(NamedTuple):
    cells: Sequence[_Cell]
    height: float
    is_end: bool
    above: float = _ABOVE

    def paint(self, sheet: Sheet, top: float) -> None:
        for cell in self.cells:
            if cell.lines:
                sheet.belong(cell.element)
                corner = (cell.left, top - self.above)
                paint_lines(sheet, cell.lines, cell.style, corner, cell.room)
        if self.is_end:
            sheet.decorate()
            sheet.rule((look.LEFT, top - self.height), look.COLUMN, look.RULE, 0.6)


class _HeadPainter(NamedTuple):
    cells: Sequence[_Cell]
    height: float
    read: bool

    def paint(self, sheet: Sheet, top: float) -> None:
        sheet.decorate()
        bottom = top - self.height
        sheet.block((look.LEFT - 4, bottom), (look.COLUMN + 8, self.height), look.WASH)
        sheet.rule((look.LEFT - 4, bottom), look.COLUMN + 8, look.ACCENT, 0.9)
        for cell in self.cells:
            if self.read and cell.lines:
                sheet.belong(cell.element)
            paint_lines(sheet, cell.lines, cell.style, (cell.left, top - _ABOVE), cell.room)


def _widths(lettering: Lettering, block: Table, count: int, styles: _Styles) -> list[float]:
    """Share the page's width: by the shares given, or as each column needs."""
    least = [_longest_word(lettering, block, column, styles) for column in range(count)]
    if len(block.shares) == count and min(block.shares) > 0:
        whole = sum(block.shares)
        return _widened([look.COLUMN * share / whole for share in block.shares], least)
    needs = [_need(lettering, block, column, styles) for column in range(count)]
    widths = [0.0] * count
    left = look.COLUMN
    for place, column in enumerate(sorted(range(count), key=needs.__getitem__)):
        widths[column] = min(needs[column], left / (count - place))
        left -= widths[column]
    spare = left / sum(widths)
    return _widened([width * (1 + spare) for width in widths], least)


def _widened(widths: list[float], least: list[float]) -> list[float]:
    """Give each column its least width, where there is room, out of what the others can spare."""
    wanted = sum(max(need - width, 0) for width, need in zip(widths, least, strict=True))
    spare = sum(max(width - need, 0) for width, need in zip(widths, least, strict=True))
    if not wanted or wanted > spare:
        return widths
    return [
        need if width < need else width - (width - need) * wanted / spare
        for width, need in zip(widths, least, strict=True)
    ]


def _longest_word(lettering: Lettering, block: Table, column: int, styles: _Styles) -> float:
    """Return the width at which no ordinary word of a column is broken."""
    widest = 0.0
    for cells, style in _of_column(block, column, styles):
        for word in cells[column].split():
            if len(word) <= _ORDINARY:
                lines = set_lines(lettering, word, style, look.COLUMN)
                widest = max([widest, *(line.width for line in lines)])
    return widest + _PAD + 0.1


def _need(lettering: Lettering, block: Table, column: int, styles: _Styles) -> float:
    """Return the width at which a column's cells stand on one line, within reason."""
    widest = _NARROWEST - _PAD
    for cells, style in _of_column(block, column, styles):
        lines = set_lines(lettering, cells[column][:120], style, look.COLUMN)
        widest = max([widest, *(line.width for line in lines)])
    return widest + 2 * _PAD


def _of_column(block: Table, column: int, styles: _Styles) -> Iterator[tuple[Sequence[str], Style]]:
    """Yield the first rows that have such a column, and how it is set at the widest."""
    is_head = block.row_header and column == 0
    rows = ((row, styles.strong if is_head else styles.cell) for row in block.rows[:_ENOUGH])
    for cells, style in ((block.columns, styles.name), *rows):
        if column < len(cells):
            yield cells, style


def _one_below_the_other(
    lettering: Lettering, block: Table, columns: Sequence[str], whole: Element
) -> Iterator[Slice]:
    """Set each cell on lines of its own behind its column's name; still tagged as a table."""
    head = whole.add("TR")
    for name in columns:
        cell = Strip(head.add("TH"))
        cell.element.attributes = SCOPE_COLUMN
        yield from strips(lettering, name, look.COLUMN_NAME, cell, look.COLUMN)
    for texts in block.rows:
        row = whole.add("TR")
        for number, text in enumerate(_padded(texts, len(columns))):
            element = row.add("TH" if block.row_header and number == 0 else "TD")
            if element.kind == "TH":
                element.attributes = SCOPE_ROW
            strip = Strip(element, left=look.LEFT + (0 if number == 0 else 12))
            style = look.CELL_STRONG if number == 0 else look.CELL
            said = f"{columns[number]}: {text}" if number and text else text
            yield from strips(lettering, said, style, strip, look.RIGHT - strip.left)
