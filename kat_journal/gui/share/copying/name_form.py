"""Where a name is typed, and what stands instead of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.share.copying.wording import initials
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import Button, link, secondary, toggle
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.plain import folded
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body, field_label
from kat_journal.services.replacements import Replacement, is_usable

LONGEST = 200
"""Characters of a name, or of what stands instead."""


class NameForm(Fields):
    """Two fields with suggestions; nothing that is typed goes unless it was kept or the form was closed.

    Signals:
        wanted: What is to be kept; its uid is that of the one that is changed.
        closed: The person is done.
    """

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copy-form")
        self._changed = Replacement("", "")
        self.name = Line(self, name="copy-name")
        self.instead = Line(self, name="copy-instead")
        self._problems = {field: body("", f"{field.objectName()}-problem", self) for field in (self.name, self.instead)}
        self._capitals = toggle(self.tr("Only with these capitals"), "copy-capitals", self)
        self._capitals.setAccessibleDescription(self.tr("For a name that is a word as well, such as Will"))
        self._keep = secondary(self.tr("Add this name"), "copy-keep", self)
        self._close = link(self.tr("Close"), "copy-close", self)
        labels = (self.tr("Name"), self.tr("What stands instead"))
        for field, label in zip(self._problems, labels, strict=True):
            field.setMaxLength(LONGEST)
            field.textEdited.connect(self._on_typed)
            self.column.addWidget(field_label(label, field, parent=self))
            self.column.addWidget(field)
            self._problems[field].hide()
            self.column.addWidget(self._problems[field])
        self.column.addLayout(self._suggestions())
        self.column.addWidget(self._capitals)
        self.column.addLayout(row(self._keep, self._close))
        self.name.returnPressed.connect(self.instead.setFocus)
        self.instead.returnPressed.connect(self._on_keep)
        self._keep.clicked.connect(self._on_keep)
        self._close.clicked.connect(self.closed)

    def show_name(self, one: Replacement) -> None:
        """Change that one; an empty one is a new name."""
        self._changed = one
        self.name.setText(one.name)
        self.instead.setText(one.instead)
        self._capitals.setChecked(one.as_written)
        self._keep.setText(self.tr("Keep the change") if one.uid else self.tr("Add this name"))
        self._on_typed()

    def typed(self) -> Replacement:
        """What stands in the fields now."""
        name, instead = folded(self.name.text()), folded(self.instead.text())
        return Replacement(name, instead, self._capitals.isChecked(), self._changed.uid)

    def show_can_close(self, can_close: bool) -> None:
        """Whether there is anything else to go back to."""
        self._close.setVisible(can_close)

    def focus_first(self) -> None:
        """Begin with the name."""
        self.name.setFocus(Qt.FocusReason.TabFocusReason)
        self.name.selectAll()

    def say(self, field: Line, words: str) -> None:
        """Say beside a field why it cannot be used yet."""
        self._problems[field].setText(words)
        self._problems[field].setVisible(bool(words))
        field.setAccessibleDescription(words)

    def _suggestions(self) -> FlowLayout:
        self._initial = self._suggestion("", "initial")
        others = (
            self._suggestion(self.tr("my partner"), "partner"),
            self._suggestion(self.tr("a friend"), "friend"),
            self._suggestion(self.tr("my doctor"), "doctor"),
        )
        self._initial.hide()
        return row(self._initial, *others)

    def _suggestion(self, words: str, name: str) -> Button:
        button = Button(words, "choice", f"copy-suggest-{name}", self)
        button.setAccessibleDescription(self.tr("Suggestion for what stands instead"))
        button.clicked.connect(self._on_suggested)
        return button

    def _on_suggested(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.instead.setText(button.text())
            self.say(self.instead, "")
            announce(self, self.tr("What stands instead: {0}").format(button.text()))

    def _on_typed(self) -> None:
        """What was said is said of other words; the suggestion follows the name."""
        for field in self._problems:
            self.say(field, "")
        initial = initials(folded(self.name.text()))
        self._initial.setText(initial)
        self._initial.setVisible(bool(initial))

    def _on_keep(self) -> None:
        typed = self.typed()
        problems = {}
        if not is_usable(Replacement(typed.name, "-")):
            problems[self.name] = self.tr("Type a name with at least one letter.")
        if not typed.instead.strip():
            problems[self.instead] = self.tr("Type what stands instead, or choose a suggestion.")
        for field in self._problems:
            self.say(field, problems.get(field, ""))
        if not problems:
            self.wanted.emit(typed)
            return
        first = next(iter(problems))
        first.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, problems[first])
