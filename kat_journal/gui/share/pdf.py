"""The summary as a PDF.

Qt sets and paints it, which only the window's own thread does, a little at a time; then
:func:`kat_journal.services.pdf_files.bound` makes the file of it, on any thread.

It names its language and its title, and its words can be read, searched and copied in their order. It has no tags for
headings and tables, and is no PDF/UA or PDF/A: Qt writes none. Who needs those has the web page.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from kat_journal.domain.summary import Summary
from kat_journal.gui.share.letter import MARGINS, UNIT, Letter
from kat_journal.gui.share.sheets import Row
from kat_journal.services.pdf_files import About, Painted, Span, bound

_PLAIN = re.compile("[ -~À-ÖØ-öø-ÿ‘’“”–—…•·]*")
"""Letters whose glyphs are known to say what they are."""

_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff]")

_DOTS = 720
"""To an inch: a tenth of a point, as a letter is laid out."""


def pdf(summary: Summary, page: str = "A4") -> bytes:
    """The same bytes for the same summary; ``page`` is ``A4`` or ``Letter``."""
    painting = Painting(summary, page)
    for _ in painting.steps():
        pass
    return painting.binding()()


class Painting:
    """A PDF on its way: walk through :meth:`steps` on the window's thread, then call :meth:`binding` there.

    Attributes:
        done: How much of the painting is done, 0 to 1.
        painted: What Qt makes of it; a page for each part that is bound.
    """

    def __init__(self, summary: Summary, page: str) -> None:
        self.done = 0.0
        self.painted = b""
        self._summary = summary
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = _writer(self._buffer, page)
        self._sheets: list[list[Painted]] = []

    def steps(self) -> Iterator[None]:
        """Set and paint, a little at a time."""
        letter = Letter(self._summary, QSizeF(self._writer.width(), self._writer.height()) * UNIT)
        yield from letter.steps()
        painter = QPainter(self._writer)
        try:
            for number in range(len(letter.sheets)):
                self._open_sheet()
                letter.paint(painter, number, self._draw)
                self.done = (number + 1) / len(letter.sheets)
                yield
        finally:
            painter.end()
        self.painted = bytes(self._buffer.data().data())

    def binding(self) -> Callable[[], bytes]:
        """What makes the file. It holds nothing of Qt, so any thread may call it, and let go of it."""
        summary = self._summary
        return partial(bound, self.painted, self._sheets, About(summary.title, summary.data.made_on, summary.language))

    def _open_sheet(self) -> None:
        if self._sheets:
            self._writer.newPage()
        self._sheets.append([Painted()])

    def _draw(self, painter: QPainter, row: Row, origin: QPointF) -> None:
        if _PLAIN.fullmatch(row.text):
            row.line.draw(painter, origin)
            return
        self._writer.newPage()
        self._sheets[-1].append(Painted(tuple(self._spans(row, origin))))
        row.line.draw(painter, origin)
        self._writer.newPage()
        self._sheets[-1].append(Painted())

    def _spans(self, row: Row, origin: QPointF) -> Iterator[Span]:
        margins = self._writer.pageLayout().margins(QPageLayout.Unit.Point)
        line, size = row.line, row.line.height() * UNIT
        left = margins.left() + origin.x() * UNIT
        top = margins.top() + (origin.y() + line.y() + line.ascent()) * UNIT
        for words, start, end in letters_seen(row) if _FROM_THE_RIGHT.search(row.text) else [_whole(row)]:
            yield Span(words, left + start * UNIT, top, max(end - start, 1) * UNIT, size)


def _whole(row: Row) -> tuple[str, float, float]:
    line = row.line
    return row.text, line.naturalTextRect().left(), line.naturalTextRect().right()


def letters_seen(row: Row) -> list[tuple[str, float, float]]:
    """Each letter of a line with all that stands on it, and where it begins and ends, from left to right."""
    place = row.line.textStart()
    seen: list[tuple[str, float, float]] = []
    for letter in row.text:
        units = 2 if letter > "\uffff" else 1  # as Qt counts
        rects = [run.boundingRect() for run in row.line.glyphRuns(place, units)]
        place += units
        start = min((rect.left() for rect in rects), default=0.0)
        end = max((rect.right() for rect in rects), default=0.0)
        if seen and end - start < 1:
            words, *ends = seen[-1]
            seen[-1] = (words + letter, ends[0], ends[1])
        else:
            seen.append((letter, start, end))
    return sorted((one for one in seen if one[0].strip()), key=lambda one: one[1])


def _writer(buffer: QBuffer, page: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    size = QPageSize.PageSizeId.Letter if page == "Letter" else QPageSize.PageSizeId.A4
    writer.setPageSize(QPageSize(size))
    writer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    return writer
