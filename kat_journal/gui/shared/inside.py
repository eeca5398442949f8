"""What unfolds under a summary that left: what was in it, its fingerprint, and the way off the list."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.sharing import ShareRecord
from kat_journal.gui.shared.stack import Stack
from kat_journal.gui.shared.words import gone_words, in_groups, left_a_file, line_words, since_words, tr
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import Text, body, muted, small
from kat_journal.services.shared import Contents

AT_ONCE = 12
"""How many lines stand in one text: each is a stop of the Tab key, and no higher than a small window."""

GAP = 6
LINK_GAP = 24


class Inside(Stack):
    """Made when it is first unfolded.

    Signals:
        grown: Parts were added, or have another place.
        forget_asked: The person would take it off the list.
    """

    grown = Signal()
    forget_asked = Signal()

    def __init__(self, record: ShareRecord, title: str, name: str, parent: QWidget) -> None:
        super().__init__(GAP, parent)
        self._record = record
        self._name = name
        self._title = title
        self._made = 0
        self.settled.connect(self.grown)

    def show_contents(self, contents: Contents) -> None:
        """Name what was in it."""
        self.go_on(self._fill(contents))

    def _fill(self, contents: Contents) -> Iterator[None]:
        if self._record.everything:
            words = tr("It holds everything that was in your journal then, private answers too. It was for you alone.")
            self.add(muted(words, f"{self._name}-everything"))
        found = 0
        for heading, lines in contents.groups:
            self.add(small(heading), above=GAP)
            found += len(lines)
            for first in range(0, len(lines), AT_ONCE):
                self.add(self._lines([line_words(one) for one in lines[first : first + AT_ONCE]], heading))
                yield
        if words := gone_words(contents.gone, found):
            self.add(muted(words, f"{self._name}-gone"), above=GAP)
        if not self._record.everything:
            self.add(muted(since_words(contents.since), f"{self._name}-since"), above=GAP)
        self._add_ways()
        yield

    def _lines(self, lines: list[str], heading: str) -> Text:
        """Lines that the Tab key comes to, so that a long list can be read without a mouse."""
        text = body("\n".join(lines), f"{self._name}-lines-{self._made}")
        text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        text.setAccessibleDescription(heading)
        self._made += 1
        return text

    def _add_ways(self) -> None:
        show = link(tr("Show its fingerprint (SHA-256)"), f"{self._name}-fingerprint")
        forget = link(tr("Take it off this list"), f"{self._name}-forget")
        for button in (show, forget):
            button.setAccessibleDescription(self._title)
        show.clicked.connect(self._on_fingerprint)
        forget.clicked.connect(self.forget_asked)
        ways = QWidget()
        ways.setLayout(row(show, forget, gap=LINK_GAP))
        show.setVisible(left_a_file(self._record))  # nothing can be compared with what was printed or copied
        self.add(ways)
        words = in_groups(self._record.sha256)
        fingerprint = Text(words, "body", f"{self._name}-sha256")
        fingerprint.set_selectable()
        fingerprint.setAccessibleName(tr("Fingerprint: {0}").format(words))
        self._fingerprint = fingerprint
        self._compare = muted(tr("A copy with the same fingerprint holds the same bytes, to the last one."))
        for part in (self._fingerprint, self._compare):
            part.hide()
            self.add(part, hidden=True)

    def _on_fingerprint(self) -> None:
        shown = self._fingerprint.isHidden()
        for part in (self._fingerprint, self._compare):
            part.setVisible(shown)
        self.measure(self._fingerprint, self._compare)
        self.grown.emit()
        if shown:
            self._fingerprint.setFocus()
