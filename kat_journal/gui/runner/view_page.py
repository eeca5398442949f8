"""A form on one page: rows to tick, scales, words, all in sight, and all by keyboard."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.form import Form, Item, ItemType, Kind, Phase
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.runner.arranging import arranged
from kat_journal.gui.runner.fields.symptom import SymptomField
from kat_journal.gui.runner.form_view import FormView
from kat_journal.gui.runner.item_box import ItemBox
from kat_journal.gui.runner.share_mark import ShareToggle
from kat_journal.gui.runner.spoken import opening
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.announce import announce, as_sentences
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.texts import heading, muted, small

LINK_GAP = 24
ROW_GAP, QUESTION_GAP = 8, 24
_DONE = ("Ctrl+Enter", "Ctrl+Return")
_NONE = Qt.Key.Key_N
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PageForm(FormView):
    """Asks everything at once; nothing has to be answered.

    Signals:
        all_asked: The rows behind "Show all".
        something_else_asked: The row for what has no row.
        none_of_the_others_asked: "Not at all" for the rows shown and left.
    """

    all_asked = Signal()
    something_else_asked = Signal()
    none_of_the_others_asked = Signal()

    def __init__(self, form: Form, line: str, usual: Sequence[ItemId] = (), parent: QWidget | None = None) -> None:
        """Show a form; ``line`` stands above its heading, and the ``usual`` rows above the others."""
        items = arranged(form, usual)
        rows = [item for item in items if item.type is ItemType.SYMPTOM]
        super().__init__(form, parent, wide=bool(rows))
        self.setObjectName("rows")
        self._share: ShareToggle | None = None
        self._none: buttons.Button | None = None
        self._only = _only_words(form)
        self.page.installEventFilter(self)
        self._add_opening(form, line)
        self._add_hint(rows, moved=bool(usual))
        self._questions = QVBoxLayout()
        self._questions.setSpacing(QUESTION_GAP)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(ROW_GAP)
        self.page.column.addLayout(self._questions, int(self._only is not None))
        self._add_questions(items, last_row=rows[-1] if rows else None)
        self._add_share()
        if self._only is None:
            self.page.column.addStretch(1)
        tab_in_reading_order(self.page.column)
        self.add_help()
        self._add_ends()

    def title(self) -> str:
        """See :meth:`FormView.title`."""
        return self._title

    def show_answer(self, item_id: ItemId, answer: Answer) -> None:
        """Show an answer that was given before."""
        field = self.field(item_id)
        if field is not None:
            field.set_answer(answer)

    def show_share(self, item_id: ItemId, mark: ShareMark) -> None:
        """Show the mark of the form's one question; other forms are marked in Share."""
        if self._share is not None and item_id in self.boxes:
            self._share.set_mark(mark)

    def show_rows(self, shown: AbstractSet[ItemId], *, more: bool, something_else: bool) -> None:
        """Show these items; ``more`` and ``something_else`` say whether their links lead anywhere."""
        for item_id, box in self.boxes.items():
            if box.isHidden() == (item_id in shown):
                box.setVisible(item_id in shown)
        self._all.setVisible(more)
        self._else.setVisible(something_else)

    def show_previous(self, item_id: ItemId, line: str) -> None:
        """Show last time's answer under this time's."""
        self.boxes[item_id].show_previous(line)

    def focus_item(self, item_id: ItemId) -> None:
        """Let the person answer this item now."""
        self.boxes[item_id].focus()

    def say_noted(self, count: int) -> None:
        """Tell a screen reader for how many rows "not at all" was noted."""
        announce(self, self.tr("Noted as not at all: {0}").format(count))

    def focus_after_rows(self) -> None:
        """Go on to the first question that is no symptom row, or to "Done"."""
        boxes = [box for box in self.boxes.values() if box.isVisibleTo(self) and box.field is not None]
        after = next((box for box in boxes if not isinstance(box.field, SymptomField)), None)
        if after is not None:
            after.focus()
        else:
            self._done.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that no field needed, before they scroll the page."""
        if watched is self.page and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            item_id, _ = self.where()
            if item_id is not None and self._has_taken(event, self.boxes[item_id]):
                return True
        return super().eventFilter(watched, event)

    def _has_taken(self, event: QKeyEvent, box: ItemBox) -> bool:
        """Walk from question to question with the arrows; say "None of the others" on a row with its letter.

        The letter is nobody's anywhere else: a key that is heard in the whole window is pressed by mistake.
        """
        if event.key() in _STEPS:
            self._move(box, _STEPS[Qt.Key(event.key())])
            return True
        plain = not event.modifiers() and not event.isAutoRepeat()
        if plain and event.key() == _NONE and self._none is not None and isinstance(box.field, SymptomField):
            self._none.click()
            return True
        return False

    def _add_opening(self, form: Form, line: str) -> None:
        question, about = opening(form)
        self._title = as_sentences(line if line != question else "", question, about)
        column = self.page.column
        if line not in {"", question}:
            column.addWidget(small(line, "form-heading", self))
        column.addWidget(heading(question, "question", self))
        if about:
            column.addWidget(muted(about, "about", self))

    def _add_hint(self, rows: Sequence[Item], *, moved: bool) -> None:
        """Say once which keys there are, and why the rows stand as they do; nothing in the first hours."""
        if not rows or self.form.kind is not Kind.CHECK_IN or self.form.phase is Phase.FIRST_HOURS:
            return
        most = max((point.value for row in rows if row.scale is not None for point in row.scale.points), default=0)
        done = QKeySequence(_DONE[0]).toString(QKeySequence.SequenceFormat.NativeText)
        keys = self.tr(
            "By keyboard: 0 to {0} says how much and goes on to the next row. Space ticks, the arrows move,"
            " N is “None of the others”, {1} is “Done”."
        ).format(most, done)
        why = self.tr("What you noticed most often lately stands first.") if moved else ""
        hint = " ".join((why, keys)).strip()
        self.page.column.addWidget(small(hint, "keys", self))
        self._title = as_sentences(self._title, hint)

    def _add_questions(self, items: Sequence[Item], last_row: Item | None) -> None:
        among_rows = False
        for item in items:
            box = self.add_box(ItemBox(item, fills=item is self._only, parent=self))
            if box.field is not None:
                box.field.rated.connect(self._on_rated)
            if isinstance(box.field, SymptomField):
                box.field.row.step_wanted.connect(self._on_row_move)
                if not among_rows:
                    self._questions.addLayout(self._rows)
                among_rows = True
            if among_rows:
                self._rows.addWidget(box)
            else:
                self._questions.addWidget(box, int(item is self._only))
            if item is last_row:
                self._add_after_rows()
                among_rows = False
        if last_row is None:
            self._make_links()
            self._questions.addWidget(self._all)

    def _make_links(self) -> None:
        """Make the links where they stand, so that the Tab key comes to them in reading order."""
        self._all = buttons.link(self.tr("Show all"), "show-all", self)
        self._all.clicked.connect(self.all_asked)
        self._else = buttons.link(self.tr("Something else"), "something-else", self)
        self._else.clicked.connect(self.something_else_asked)

    def _add_after_rows(self) -> None:
        self._make_links()
        links = QWidget(self)
        flow = FlowLayout(links, gap=LINK_GAP)
        flow.addWidget(self._all)
        flow.addWidget(self._else)
        self._rows.addWidget(links)
        if self.form.kind is Kind.CHECK_IN:
            self._none = buttons.secondary(self.tr("None of the others"), "none-of-the-others", self)
            self._none.clicked.connect(self.none_of_the_others_asked)
            self._rows.addWidget(self._none, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_share(self) -> None:
        """Offer the mark where the whole form is one page of words."""
        if self._only is not None:
            self._share = ShareToggle(self)
            self._share.set_question(self._only.ask)
            self._share.set_guarded(guarded=self._only.guarded)
            self._share.chosen.connect(self._on_share_chosen)
            self.page.column.addWidget(self._share)

    def _add_ends(self) -> None:
        leave = buttons.secondary(self.tr("Leave for now"), "leave", self)
        leave.clicked.connect(self.left)
        self._done = buttons.primary(self.tr("Done"), "done", self)
        self._done.clicked.connect(self.finished)
        self.foot.add_stretch()
        self.foot.addWidget(leave)
        self.foot.addWidget(self._done)
        for keys in _DONE:
            self.add_shortcut(keys, self.finished)
        self.add_shortcut("Esc", self.left)

    def _move(self, box: ItemBox, step: int) -> None:
        shown = [one for one in self.boxes.values() if one.field is not None and one.isVisibleTo(self)]
        at = shown.index(box) + step
        if 0 <= at < len(shown):
            shown[at].focus()

    @Slot()
    def _on_rated(self) -> None:
        """Go on: one key a row. What the answer unfolds does not push the next row out of sight."""
        self._on_row_move(1)
        self.see_later()

    @Slot(int)
    def _on_row_move(self, step: int) -> None:
        row = self.sender()
        box = next((one for one in self.boxes.values() if isinstance(row, QWidget) and one.isAncestorOf(row)), None)
        if box is not None:
            self._move(box, step)

    @Slot(object)
    def _on_share_chosen(self, mark: ShareMark) -> None:
        self.share_chosen.emit(next(self.form.questions()).id, mark)


def _only_words(form: Form) -> Item | None:
    """The one question of a form that is nothing but a page of words."""
    items = tuple(form.items)
    return items[0] if len(items) == 1 and items[0].type is ItemType.TEXT else None
