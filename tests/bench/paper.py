"""How a PDF compares with bare ReportLab of the same paragraphs; run by hand, asserts nothing.

python -m tests.bench.paper
"""

import io
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.resources import files
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.platypus import Paragraph, SimpleDocTemplate

from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting import outline
from ffd_desktop.exporting.compose import compose
from tests.builders.referrals import largest, typical

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)


def texts(document: outline.Document) -> Iterator[str]:
    """Every text of an outline, as bare paragraphs would hold it."""
    for block in outline.walk(document.blocks):
        match block:
            case outline.Heading() | outline.Paragraph():
                yield block.text
            case outline.Answer():
                yield from (block.label, *block.values)
            case outline.Table():
                yield from (*block.columns, *(cell for row in block.rows for cell in row))
            case outline.BulletList():
                yield from block.items
            case outline.Callout():
                yield from (block.title, *block.lines)
            case outline.KeyFacts():
                for fact in block.facts:
                    yield from (fact.label, *fact.values)


def bare(words: list[str]) -> bytes:
    """The paragraphs by ReportLab alone: one font, no tags, no tables."""
    font = files("resources") / "fonts" / "NotoSans-Regular.ttf"
    pdfmetrics.registerFont(ttfonts.TTFont("Plain", str(font)))
    style = ParagraphStyle("plain", fontName="Plain", fontSize=10, leading=14)
    out = io.BytesIO()
    flow = [Paragraph(escape(text).replace("\n", "<br/>"), style) for text in words if text]
    SimpleDocTemplate(out).build(flow)
    return out.getvalue()


def seconds(work: Callable[[], object], times: int = 7) -> float:
    """The median time of some work, after once for warmth."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print a line for each size of referral."""
    pack = bundled_pack("worcestershire")
    for name, referral in (("4 children", typical()), ("12 children, 500 events", largest())):
        made = compose(referral, pack.form("csc"), pack=pack, findings=(), now=NOW)
        words = list(texts(made))
        theirs, ours = seconds(lambda w=words: bare(w)), seconds(lambda m=made: write_pdf(m))
        sys.stdout.write(
            f"PDF, {name:<28}{ours * 1000:8.0f} ms{theirs * 1000:8.0f} ms bare"
            f"{ours / theirs:7.2f} x\n"
        )


if __name__ == "__main__":
    main()
