"""The file made from what is ticked; it touches no journal, so it runs on the pool."""

from dataclasses import replace

from kat_journal.domain.summary import Summary
from kat_journal.gui.share.loading import Made, Wish
from kat_journal.gui.share.preview import Composed
from kat_journal.services.exports import MARKDOWN, PDF, PDF_LOCKED, ExportService
from kat_journal.services.summaries import Edited, Edits, Material, SummaryService, edited, words_in

TEXT = "text"
MADE_WHEN_SAVING = frozenset({PDF, PDF_LOCKED})
"""Formats whose bytes are made from the document only when it is saved; as plain text they show its words."""

WITHOUT_DATA = MADE_WHEN_SAVING | {MARKDOWN, TEXT}
"""Formats that read nothing but the sections."""


class Copies:
    """Makes the copy that leaves: once for each change of the list of names or of the struck lines."""

    def __init__(self) -> None:
        self._last: tuple[Material, Edits, Edited] | None = None

    def of(self, material: Material, edits: Edits) -> Edited:
        """The material with its edits; one job at a time asks for it."""
        last = self._last
        if last is None or last[0] is not material or last[1] != edits:
            last = (material, edits, edited(material, edits))
            self._last = last
        return last[2]


def make(summaries: SummaryService, exports: ExportService, copies: Copies, wish: Wish) -> Made:
    """Compose the copy and render it."""
    wish = replace(wish, copy=copies.of(wish.loaded.material, wish.edits))
    material = replace(wish.copy.material, name=wish.name)
    summary = summaries.compose(material, wish.chosen, wish.choice, with_data=wish.format not in WITHOUT_DATA)
    return Made(wish, _composed(exports, summary, wish.format), summaries.leaving(material, wish.chosen))


def _composed(exports: ExportService, summary: Summary, format: str) -> Composed:
    words = words_in(summary)
    if format in MADE_WHEN_SAVING:
        return Composed(summary, None, exports.render(summary, TEXT).decode(), words)
    data = exports.render(summary, format)
    return Composed(summary, data, data.decode(), words)
