"""Fields for one contact, shown in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.gui.widgets.buttons import choice, secondary
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.texts import field_label


class ContactFields(QWidget):
    """Asks who it is, their name and their number. A number alone is enough.

    Signals:
        given: Uid (empty for a new one), kind, name and number.
        left: The person thought better of it.
    """

    given = Signal(str, object, str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uid = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        kinds = QWidget(self)
        row = FlowLayout(kinds, 8)
        self._person = choice(self.tr("Someone I trust"), "contact-person")
        self._clinic = choice(self.tr("My clinic"), "contact-clinic")
        group = QButtonGroup(self)
        for button in (self._person, self._clinic):
            group.addButton(button)
            row.addWidget(button)
        column.addWidget(kinds)
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
        self._uid = contact.uid if contact else ""
        clinic = contact is not None and contact.kind is ContactKind.CLINIC
        (self._clinic if clinic else self._person).setChecked(True)
        self._name.setText(contact.name if contact else "")
        self._number.setText(contact.number if contact else "")
        self._on_typed()
        self.show()
        self._name.setFocus()

    def _buttons(self) -> QWidget:
        buttons = QWidget(self)
        flow = FlowLayout(buttons, 8)
        self._keep = secondary(self.tr("Keep"), "contact-keep")
        self._keep.clicked.connect(self._on_keep)
        cancel = secondary(self.tr("Cancel"), "contact-cancel")
        cancel.clicked.connect(self.left)
        flow.addWidget(self._keep)
        flow.addWidget(cancel)
        return buttons

    def _on_typed(self) -> None:
        self._keep.setEnabled(bool(self._number.text().strip()))

    def _on_keep(self) -> None:
        name, number = self._name.text().strip(), self._number.text().strip()
        if number:
            kind = ContactKind.CLINIC if self._clinic.isChecked() else ContactKind.PERSON
            self.given.emit(self._uid, kind, name, number)
