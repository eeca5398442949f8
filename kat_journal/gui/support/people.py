"""The person's own people and their clinic, with room to add, change and remove them in place."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.gui.navigation import PLAN_PAPER, SITTER_PAPER
from kat_journal.gui.support.contact_fields import ContactFields
from kat_journal.gui.support.rows import Rows
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.texts import body, muted, subheading


class PeopleCard(Card):
    """Shows whom the person can ring.

    Signals:
        given: Uid (empty for a new one), kind, name and number of a contact to keep.
        removed: Uid of a contact to take away.
        plan_wanted: Their plan for hard hours.
        paper_wanted: Something to print, by the ``line`` of its place.
    """

    given = Signal(str, object, str, str)
    removed = Signal(str)
    plan_wanted = Signal()
    paper_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="people")
        self._contacts: tuple[Contact, ...] = ()
        self.column.addWidget(subheading(self.tr("Your people")))
        self._rows = Rows(self)
        self.column.addWidget(self._rows)
        self._notice = Notice(self, name="people-notice")
        self.column.addWidget(self._notice)
        self._fields = ContactFields(self)
        self._fields.given.connect(self._on_given)
        self._fields.left.connect(self._on_left)
        self._fields.removed.connect(self._on_removed)
        self._fields.hide()
        self.column.addWidget(self._fields)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, 10)
        self._plan = secondary(self.tr("My plan for hard hours"), "plan")
        self._plan.clicked.connect(self.plan_wanted)
        self._add = secondary(self.tr("Add someone"), "add-contact")
        self._add.clicked.connect(self._on_add)
        flow.addWidget(self._plan)
        flow.addWidget(self._add)
        self.column.addWidget(buttons)
        self.column.addWidget(self._papers())
        self.column.addStretch()

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show people first, then the clinic."""
        self._contacts = contacts
        self._rows.clear()
        if not contacts:
            words = self.tr("Nobody is here yet. A friend, a relative, your clinic: whoever you would ring.")
            self._rows.column.addWidget(muted(words, "no-contacts"))
        ordered = sorted(contacts, key=lambda contact: contact.kind is ContactKind.CLINIC)
        for number, contact in enumerate(ordered):
            self._rows.column.addWidget(self._row(contact, number))

    def draft(self) -> dict[str, str]:
        """What stands half-typed."""
        return self._fields.draft()

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Show again what :meth:`draft` gave; for a contact that is gone meanwhile it is a new one."""
        self._add.hide()
        contact = next((one for one in self._contacts if one.uid == draft.get("uid")), None)
        self._fields.take_draft(draft, contact)

    def _papers(self) -> QWidget:
        papers = QWidget(self)
        flow = FlowLayout(papers, 18)
        print_plan = link(self.tr("Print my plan"), "print-plan")
        print_plan.clicked.connect(partial(self.paper_wanted.emit, PLAN_PAPER))
        print_card = link(self.tr("Card for the person with me"), "print-card")
        print_card.clicked.connect(partial(self.paper_wanted.emit, SITTER_PAPER))
        flow.addWidget(print_plan)
        flow.addWidget(print_card)
        return papers

    def _row(self, contact: Contact, number: int) -> QWidget:
        row = QWidget(self._rows)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        name = contact.name or self.tr("Clinic")
        both = Rows(row, gap=0)
        both.column.addWidget(body(name, f"contact-{number}-name"))
        both.column.addWidget(body(contact.number, f"contact-{number}-number"))
        line.addWidget(both, 1)
        change = link(self.tr("Change"), f"contact-{number}-change")
        change.setAccessibleName(self.tr("Change {0}, {1}").format(name, contact.number))
        change.setProperty("contact", contact)
        change.clicked.connect(self._on_change)
        line.addWidget(change)
        return row

    def _on_add(self) -> None:
        self._notice.clear()
        self._add.hide()
        self._fields.begin(None)

    def _on_change(self) -> None:
        self._notice.clear()
        self._add.hide()
        self._fields.begin(self.sender().property("contact"))

    def _on_removed(self, contact: Contact) -> None:
        self._on_left()
        undo = secondary(self.tr("Put back"), "contact-put-back")
        undo.setProperty("contact", contact)
        undo.clicked.connect(self._on_put_back)
        self._notice.show_text(self.tr("{0} was removed.").format(contact.name or contact.number), (undo,))
        self.removed.emit(contact.uid)

    def _on_put_back(self) -> None:
        contact: Contact = self.sender().property("contact")
        self._notice.clear()
        self._add.setFocus()
        self.given.emit(contact.uid, contact.kind, contact.name, contact.number)

    def _on_given(self, uid: str, kind: ContactKind, name: str, number: str) -> None:
        self._on_left()
        self.given.emit(uid, kind, name, number)

    def _on_left(self) -> None:
        self._fields.hide()
        self._add.show()
        self._add.setFocus()
