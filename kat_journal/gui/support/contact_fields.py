"""Fields for one contact, shown in place."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.texts import field_label


class ContactFields(QWidget):
    """Asks who it is, their name and their number. A number alone is enough.

    Signals:
        given: Uid (empty for a new one), kind, name and number.
        removed: The contact that the person takes out of the list.
        left: The person thought better of it.
    """

    given = Signal(str, object, str, str)
    removed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contact: Contact | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        options = ((ContactKind.PERSON, self.tr("Someone I trust")), (ContactKind.CLINIC, self.tr("My clinic")))
        self._kinds = Choices("contact", self.tr("Who it is"), options, self)
        column.addWidget(self._kinds)
        self._name = Line(self, name="contact-name")
        self._number = Line(self, name="contact-number")
        for text, field in ((self.tr("Name"), self._name), (self.tr("Number"), self._number)):
            column.addWidget(field_label(text, field))
            column.addWidget(field)
            field.returnPressed.connect(self._on_keep)
            field.textChanged.connect(self._on_typed)
        column.addWidget(self._buttons())

    def begin(self, contact: Contact | None) -> None:
        """Ask for a new contact, or show one to change."""
        self._contact = contact
        self._remove.setVisible(contact is not None)
        self._kinds.set_key(contact.kind if contact else ContactKind.PERSON)
        self._name.setText(contact.name if contact else "")
        self._number.setText(contact.number if contact else "")
        self._on_typed()
        self.show()
        self._name.setFocus()

    def draft(self) -> dict[str, str]:
        """What stands half-typed; empty where nothing is asked."""
        if self.isHidden():
            return {}
        uid = self._contact.uid if self._contact is not None else ""
        kind = str(self._kinds.key() or ContactKind.PERSON)
        return {"uid": uid, "kind": kind, "name": self._name.text(), "number": self._number.text()}

    def take_draft(self, draft: Mapping[str, str], contact: Contact | None) -> None:
        """Ask again with what :meth:`draft` gave, for that contact or a new one."""
        self.begin(contact)
        if (kind := draft.get("kind", "")) in set(ContactKind):
            self._kinds.set_key(ContactKind(kind))
        self._name.setText(draft.get("name", ""))
        self._number.setText(draft.get("number", ""))

    def _buttons(self) -> QWidget:
        buttons = QWidget(self)
        flow = FlowLayout(buttons, 8)
        self._keep = secondary(self.tr("Keep"), "contact-keep")
        self._keep.clicked.connect(self._on_keep)
        cancel = secondary(self.tr("Cancel"), "contact-cancel")
        cancel.clicked.connect(self.left)
        flow.addWidget(self._keep)
        flow.addWidget(cancel)
        self._remove = secondary(self.tr("Remove"), "contact-remove")
        self._remove.clicked.connect(self._on_remove)
        flow.addWidget(self._remove)
        return buttons

    def _on_typed(self) -> None:
        self._keep.setEnabled(bool(self._number.text().strip()))

    def _on_keep(self) -> None:
        name, number = self._name.text().strip(), self._number.text().strip()
        if number:
            uid = self._contact.uid if self._contact is not None else ""
            self.given.emit(uid, ContactKind(self._kinds.key()), name, number)

    def _on_remove(self) -> None:
        self.removed.emit(self._contact)
