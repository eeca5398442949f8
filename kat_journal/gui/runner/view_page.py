"""A form on one page: rows to tick, scales, words, all in sight, and all by keyboard."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.form import Form, Item, ItemType, Kind
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer, ShareMark
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

    def __init__(self, form: Form, line: str, parent: QWidget | None = None) -> None:
        """Show a form; ``line`` stands above its heading."""
        rows = [item for item in form.items if item.type is ItemType.SYMPTOM]
        super().__init__(form, parent, wide=bool(rows))
        self.setObjectName("rows")
        self._share: ShareToggle | None = None
        self._only = _only_words(form)
        self.page.installEventFilter(self)
        self._add_opening(form, line)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(QUESTION_GAP)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(ROW_GAP)
        self.page.column.addLayout(self._questions, int(self._only is not None))
        self._add_questions(form, last_row=rows[-1] if rows else None)
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
        """Walk from question to question with the arrows that no field needed, before they scroll the page."""
        if watched is self.page and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            item_id, _ = self.where()
            if event.key() in _STEPS and item_id is not None:
                self._move(self.boxes[item_id], _STEPS[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _add_opening(self, form: Form, line: str) -> None:
        question, about = opening(form)
        self._title = as_sentences(line if line != question else "", question, about)
        column = self.page.column
        if line not in {"", question}:
            column.addWidget(small(line, "form-heading", self))
        column.addWidget(heading(question, "question", self))
        if about:
            column.addWidget(muted(about, "about", self))

    def _add_questions(self, form: Form, last_row: Item | None) -> None:
        for item in form.items:
            box = self.add_box(ItemBox(item, fills=item is self._only, parent=self))
            if isinstance(box.field, SymptomField):
                box.field.row.step_wanted.connect(self._on_row_move)
                if self._rows.parent() is None:
                    self._questions.addLayout(self._rows)
                self._rows.addWidget(box)
            else:
                self._questions.addWidget(box, int(item is self._only))
            if item is last_row:
                self._add_after_rows(form)
        if last_row is None:
            self._make_links()
            self._questions.addWidget(self._all)

    def _make_links(self) -> None:
        """Make the links where they stand, so that the Tab key comes to them in reading order."""
        self._all = buttons.link(self.tr("Show all"), "show-all", self)
        self._all.clicked.connect(self.all_asked)
        self._else = buttons.link(self.tr("Something else"), "something-else", self)
        self._else.clicked.connect(self.something_else_asked)

    def _add_after_rows(self, form: Form) -> None:
        self._make_links()
        links = QWidget(self)
        flow = FlowLayout(links, gap=LINK_GAP)
        flow.addWidget(self._all)
        flow.addWidget(self._else)
        self._rows.addWidget(links)
        if form.kind is Kind.CHECK_IN:
            none = buttons.secondary(self.tr("None of the others"), "none-of-the-others", self)
            none.clicked.connect(self.none_of_the_others_asked)
            self._rows.addWidget(none, 0, Qt.AlignmentFlag.AlignLeft)

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
        for keys, signal in (("Ctrl+Return", self.finished), ("Ctrl+Enter", self.finished), ("Esc", self.left)):
            self.add_shortcut(keys, signal)

    def _move(self, box: ItemBox, step: int) -> None:
        shown = [one for one in self.boxes.values() if one.field is not None and one.isVisibleTo(self)]
        at = shown.index(box) + step
        if 0 <= at < len(shown):
            shown[at].focus()

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
