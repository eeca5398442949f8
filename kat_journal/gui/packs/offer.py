"""A pack that was looked at, before the person says yes: who made it, what it asks, and what it would change."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.packs.changes import ChangeList
from kat_journal.gui.packs.form_part import FormPart
from kat_journal.gui.packs.words import forms, maker, more
from kat_journal.gui.widgets.buttons import link, primary, secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import Text, body, muted
from kat_journal.services.packs import Offered, Standing

AT_ONCE = 20
"""Forms that are shown before "more" is asked for."""


class OfferCard(Card):
    """Everything about it, then the two buttons.

    Signals:
        accepted: Add it.
        left: Leave it.
        grown: More of it is shown; Tab has to be led through it.
    """

    accepted = Signal()
    left = Signal()
    grown = Signal()

    def __init__(self, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="pack-offer")
        self._offered = offered
        self._parts: list[FormPart] = []
        pack, is_update = offered.pack, offered.standing is Standing.UPDATE
        self._title = Text(pack.title, "subheading", "pack-title", self)
        self._title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # what there is to read begins here
        self.column.addWidget(self._title)
        self.column.addWidget(muted(maker(pack.author, pack.version, pack.licence), "pack-maker"))
        self.column.addWidget(body(self._said(is_update), "pack-said"))
        self._add_changes()
        self.column.addWidget(muted(self._warning(), "pack-warning"))
        self._forms = QVBoxLayout()
        self.column.addLayout(self._forms)
        self._more = link("", "more-forms")
        self._more.clicked.connect(self._on_more)
        self.column.addLayout(row(self._more))
        self._add_forms()
        add = primary(self.tr("Accept the new version") if is_update else self.tr("Add this pack"), "add-pack")
        add.clicked.connect(self.accepted)
        leave = secondary(self.tr("Not now"), "leave-pack")
        leave.clicked.connect(self.left)
        self.column.addLayout(row(add, leave, gap=12))

    def start(self) -> None:
        """Begin where it begins to be read."""
        self._title.setFocus()

    def _said(self, is_update: bool) -> str:
        count = forms(len(self._offered.forms))
        if not is_update:
            return self.tr("It brings {0}. Nothing is added yet.").format(count)
        if not self._offered.changes:
            return self.tr("You have version {0}. What would be asked stays the same.").format(self._offered.had)
        return self.tr("You have version {0}. This is what would change:").format(self._offered.had)

    def _warning(self) -> str:
        return self.tr(
            "KAT Journal did not make these questions. A pack can only ask and show text. Read what it asks, and add "
            "it only if you know where it comes from."
        )

    def _add_changes(self) -> None:
        if self._offered.changes:
            changes = ChangeList(self._offered.changes, self)
            changes.grown.connect(self.grown)
            self.column.addWidget(changes)
        if self._offered.notes:
            self.column.addWidget(body(self.tr("About this questionnaire:")))
        for place, note in enumerate(self._offered.notes):
            self.column.addWidget(muted(note, f"pack-note-{place}"))

    def _add_forms(self) -> None:
        shown = len(self._parts)
        for offered in self._offered.forms[shown : shown + AT_ONCE]:
            part = FormPart(offered, len(self._parts), self)
            self._forms.addWidget(part)
            part.show()
            self._parts.append(part)
        rest = len(self._offered.forms) - len(self._parts)
        self._more.setText(more(min(AT_ONCE, rest)))
        self._more.setVisible(rest > 0)

    def _on_more(self) -> None:
        following = len(self._parts)
        self._add_forms()
        self.grown.emit()
        self._parts[following].button.setFocus()
