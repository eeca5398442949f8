"""The part of the pane about names: the list, the form, and the longer words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.share.copying.longer_words import LongerWords
from kat_journal.gui.share.copying.name_form import NameForm
from kat_journal.gui.share.copying.name_list import NameList
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import muted
from kat_journal.services.replacements import Replacement

_NEW = Replacement("", "")


class NamesPart(Fields):
    """Shows the names, and the form where one is added or changed.

    Signals:
        wanted: A name is to be kept.
        off_wanted: A name is to be taken off the list.
    """

    wanted = Signal(object)
    off_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copy-part-names-shown")
        self._names: tuple[Replacement, ...] = ()
        self._known = False
        about = self.tr("A name on this list leaves as something else, in every summary. Your journal keeps it.")
        self.column.addWidget(muted(about, "copy-names-about", self))
        self.longer = LongerWords(self)
        self.column.addWidget(self.longer)
        self._add = secondary(self.tr("Add a name"), "copy-add", self)
        self._add.hide()
        self.column.addLayout(row(self._add))
        self.form = NameForm(self)
        self.form.hide()
        self.column.addWidget(self.form)
        self.list = NameList(self)
        self.column.addWidget(self.list)
        self._add.clicked.connect(self._on_add)
        self.form.wanted.connect(self.wanted)
        self.form.closed.connect(self._on_closed)
        self.longer.wanted.connect(self.wanted)
        self.list.change_wanted.connect(self._on_change)
        self.list.off_wanted.connect(self.off_wanted)

    def show_names(self, names: tuple[Replacement, ...]) -> None:
        """Show the list; what is typed in the form stays."""
        opens = not self._known or not names
        self._names, self._known = names, True
        self.list.show_names(names)
        if opens:
            self._open(self.form.isVisibleTo(self) or not names)
        changed = self.form.typed()
        if changed.uid and changed.uid not in {one.uid for one in names}:
            self.form.show_name(Replacement(changed.name, changed.instead, changed.as_written))
        self.form.show_can_close(bool(names))

    def kept(self, asked: Replacement, one: Replacement) -> None:
        """Go on after a name was kept: with the next one, or where a change was begun."""
        if self.form.typed() != asked:
            return
        self.form.show_name(_NEW)
        if asked.uid:
            self._open(False)
            self._focus_on(one)
        else:
            self.form.focus_first()

    def gone(self, place: int) -> None:
        """Go on after the name at that place was taken off."""
        if self._names:
            self.list.focus_row(place)
        else:
            self.form.focus_first()

    def _open(self, opened: bool) -> None:
        self.form.setVisible(opened)
        self._add.setVisible(not opened)

    def _focus_on(self, one: Replacement) -> None:
        places = [at for at, other in enumerate(self._names) if other.uid == one.uid]
        self.list.focus_row(next(iter(places), 0))

    def _on_add(self) -> None:
        self._open(True)
        self.form.focus_first()

    def _on_change(self, one: Replacement) -> None:
        self.form.show_name(one)
        self._open(True)
        self.form.focus_first()

    def _on_closed(self) -> None:
        changed = self.form.typed()
        self.form.show_name(_NEW)
        self._open(False)
        if changed.uid:
            self._focus_on(changed)
        else:
            self._add.setFocus(Qt.FocusReason.TabFocusReason)
