"""What the page of packs shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.errors import KatJournalError
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.packs.offer import OfferCard
from kat_journal.gui.packs.refusal import RefusalCard
from kat_journal.gui.packs.rows import PackRows
from kat_journal.gui.packs.words import forms
from kat_journal.gui.page_view import PageView
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link, primary, secondary
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading, muted, subheading
from kat_journal.services.packs import InstalledPack, Offered


class PacksView(PageView):
    """Lets a pack be chosen, looked at, added and removed.

    Signals:
        file_asked: The person wants to choose a file.
        folder_asked: They want to choose a folder.
        accepted: They want the pack that is shown.
        removed: Id of a pack that they remove.
        back_asked: Back to where they came from.
    """

    file_asked = Signal()
    folder_asked = Signal()
    accepted = Signal()
    removed = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packs")
        self.setAccessibleName(self.tr("Packs of forms"))
        self._packs: tuple[InstalledPack, ...] = ()
        self._offer: OfferCard | None = None
        self._page = Page(self, name="packs-page", wide=True)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._page)
        self._file = primary(self.tr("Choose a file"), "choose-pack-file")
        self._folder = secondary(self.tr("Choose a folder"), "choose-pack-folder")
        self._state = muted("", "pack-state")
        self._state.hide()
        self._notice = Notice(self, name="packs-notice")
        self._refusal = RefusalCard(self)
        self._offers = QVBoxLayout()
        self._rows = PackRows(self)
        self._question = Notice(self, name="remove-pack-notice")
        self._back = link(self.tr("Back"), "back")
        self._fill_column()
        self._file.clicked.connect(self.file_asked)
        self._folder.clicked.connect(self.folder_asked)
        self._rows.chosen.connect(self._on_remove_asked)
        self._back.clicked.connect(self.back_asked)

    def show_packs(self, packs: Sequence[InstalledPack]) -> None:
        """Show what was added."""
        self._packs = tuple(packs)
        self._question.clear()
        self._rows.show_packs(packs)
        tab_in_reading_order(self._page.column)

    def show_looking(self, done: int, total: int) -> None:
        """Say how far looking is."""
        if self._state.isHidden():
            self._clear()
            self._state.show()
            self._enable(False)
        words = self.tr("Looking at the pack\u2026")
        told = self.tr("Looking at the pack\u2026 {0} of {1}").format(done, forms(total))
        self._state.setText(told if total else words)

    def show_offer(self, offered: Offered) -> None:
        """Show a pack that may be added."""
        self.show_idle()
        card = OfferCard(offered, self)
        card.accepted.connect(self.accepted)
        card.left.connect(self._on_left)
        card.grown.connect(self._on_grown)
        self._offer = card
        self._offers.addWidget(card)
        card.show()
        tab_in_reading_order(self._page.column)
        announce(card, offered.pack.title)
        card.start()

    def show_refusal(self, error: KatJournalError) -> None:
        """Say why a pack cannot be added."""
        self._clear()
        self.show_idle()
        announce(self._refusal, self._refusal.show_error(error))
        tab_in_reading_order(self._page.column)
        self._file.setFocus()

    def show_idle(self) -> None:
        """Nothing is being done."""
        self._state.hide()
        self._enable(True)

    def say(self, words: str) -> None:
        """Say what was done, or what went wrong."""
        self._clear()
        self.show_idle()
        self._notice.show_text(words)
        self._file.setFocus()

    def place(self) -> Place:
        """This page."""
        return Place(PageName.PACKS)

    def start_focus(self) -> None:
        """Begin with choosing."""
        self._file.setFocus()

    def _fill_column(self) -> None:
        column = self._page.column
        about = self.tr(
            "A pack is a file with more forms to fill in, such as those of your clinic. It holds text and nothing "
            "else. You see all of it before you add it."
        )
        kinds = self.tr("It can be a .zip, a folder, or a questionnaire as .json (FHIR R4).")
        column.addWidget(heading(self.tr("Packs of forms"), "packs-heading"))
        column.addWidget(muted(about))
        column.addWidget(muted(kinds))
        column.addLayout(row(self._file, self._folder, gap=12))
        column.addWidget(self._state)
        column.addWidget(self._notice)
        column.addWidget(self._refusal)
        column.addLayout(self._offers)
        column.addWidget(subheading(self.tr("Packs that you added")))
        column.addWidget(self._rows)
        column.addWidget(self._question)
        column.addLayout(row(self._back))
        column.addStretch(1)

    def _on_remove_asked(self, place: int) -> None:
        pack = self._packs[place]
        keep = secondary(self.tr("Keep it"), "pack-keep")
        remove = secondary(self.tr("Remove it"), "pack-remove")
        keep.clicked.connect(self._question.clear)
        remove.clicked.connect(lambda: self.removed.emit(pack.id))
        words = self.tr(
            "Remove \u201c{0}\u201d? Its forms are not asked any more. Everything you answered stays: you can read it, "
            "see it in Progress and share it, with the questions as they were asked."
        )
        self._question.show_text(words.format(pack.title), (keep, remove))
        tab_in_reading_order(self._page.column)
        keep.setFocus()

    def _on_left(self) -> None:
        self.say(self.tr("Nothing was added."))

    def _on_grown(self) -> None:
        tab_in_reading_order(self._page.column)

    def _enable(self, on: bool) -> None:
        self._file.setEnabled(on)
        self._folder.setEnabled(on)

    def _clear(self) -> None:
        """Show nothing of what was looked at before."""
        self._notice.clear()
        self._question.clear()
        self._refusal.hide()
        if self._offer is not None:
            self._offers.removeWidget(self._offer)
            self._offer.hide()
            self._offer.deleteLater()
            self._offer = None
