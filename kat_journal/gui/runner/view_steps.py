"""One question at a time, in large letters, with everything else kept quiet."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from kat_journal.domain.form import Form, Item, ItemType, Kind
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.runner.form_view import FormView
from kat_journal.gui.runner.item_box import ItemBox
from kat_journal.gui.runner.share_mark import ShareToggle
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.announce import announce, as_sentences
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import heading, muted, quote, small

_MARKED = frozenset({ItemType.TEXT, ItemType.CHOICE, ItemType.CHOICES})
BUTTON_GAP = 16


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in the sitting the question stands.

    Attributes:
        another: Whether another question can be shown.
        unanswered: Whether it has no answer, and was not skipped.
    """

    first: bool
    last: bool
    another: bool
    unanswered: bool


class StepsForm(FormView):
    """Asks one question.

    Signals:
        next_asked: On to the following question, or to the end.
        back_asked: To the question before.
        another_asked: Another question than this one.
        skip_asked: No answer to this one.
    """

    next_asked = Signal()
    back_asked = Signal()
    another_asked = Signal()
    skip_asked = Signal()

    def __init__(self, form: Form, line: str, intention: str, parent: QWidget | None = None) -> None:
        """Show a form; ``line`` stands above every question."""
        super().__init__(form, parent)
        self.setObjectName("steps")
        self._now: ItemId | None = None
        column = self.page.column
        self._line = small(line, "form-heading", self)
        self._line.setVisible(not form.calm)
        self._ask = heading("", "question", self)
        self._hint = muted("", "hint", self)
        self._intention = self._make_intention(intention)
        for part in (self._line, self._ask, self._hint, self._intention):
            column.addWidget(part)
        for item in form.questions():
            box = self.add_box(ItemBox(item, alone=True, fills=True, parent=self))
            if box.field is not None:
                box.field.went_on.connect(self.next_asked)
            box.hide()
            column.addWidget(box, 1)
        self._share = ShareToggle(self)
        self._share.chosen.connect(self._on_share_chosen)
        column.addWidget(self._share)
        self._make_buttons()
        if intention and form.kind is Kind.REFLECTION and not form.calm:
            shown = buttons.link(self.tr("Your intention"), "intention", self)
            shown.setCheckable(True)
            shown.clicked.connect(self._on_intention)
            self.foot.addWidget(shown)
        self.add_help()
        for keys, signal in (
            ("Ctrl+Return", self.next_asked),
            ("Ctrl+Enter", self.next_asked),
            ("Alt+Left", self.back_asked),
            ("Esc", self.left),
        ):
            self.add_shortcut(keys, signal)

    def title(self) -> str:
        """See :meth:`FormView.title`."""
        return as_sentences("" if self.form.calm else self._line.text(), self._ask.text())

    def show_item(self, item: Item, answer: Answer | None, mark: ShareMark) -> None:
        """Ask a question, with what was answered so far."""
        before, self._now = self._now, item.id
        self._ask.setText(item.ask)
        self._hint.setText(item.hint)
        self._hint.setVisible(bool(item.hint))
        for box in self.boxes.values():
            box.setVisible(box.item.id == item.id)
        box = self.boxes[item.id]
        if box.field is not None:
            box.field.set_answer(answer)
        self._share.set_question(item.ask)
        self._share.set_guarded(guarded=item.guarded)
        self._share.set_mark(mark)
        self._share.setVisible(not self.form.calm and item.type in _MARKED)
        self.page.verticalScrollBar().setValue(0)
        if before is not None:
            box.focus(2 * len(answer.text) if answer is not None else 0)  # the end: Qt counts up to two for a letter
            if box.field is None or box.field.target().accessibleName() != item.ask:
                announce(self._ask, item.ask)  # a line of words is named after its question, and heard anyway

    def show_standing(self, standing: Standing) -> None:
        """Offer what can be done from this question."""
        calm = self.form.calm
        self._back.setVisible(not standing.first)
        self._another.setVisible(standing.another and not calm)
        self._skip.setVisible(standing.unanswered and not calm)
        self._next.setText(self.tr("Go on") if calm else self.tr("Done") if standing.last else self.tr("Next"))

    def around(self) -> tuple[ItemId | None, int]:
        """The question that is asked."""
        field = self.field(self._now) if self._now is not None else None
        return self._now, field.caret() if field is not None else 0

    def start_focus(self) -> None:
        """Put the focus on the question that is asked."""
        item_id, caret = self._return
        if self._now is not None:
            self.boxes[self._now].focus(caret if item_id == self._now else 0)
            # The question is read first, however large the text: the layout settles after this.
            QTimer.singleShot(0, self, self.scroll_to_top)

    def _make_intention(self, words: str) -> Card:
        self._intention_words = words
        card = Card(self, name="intention-card")
        card.column.addWidget(quote(words, "intention-words", card))
        card.hide()
        return card

    def _make_buttons(self) -> None:
        self._back = self._button(buttons.secondary, self.tr("Back"), "back", self.back_asked)
        self._next = self._button(buttons.primary, self.tr("Next"), "next", self.next_asked)
        self._another = self._button(
            buttons.secondary, self.tr("Show me another question"), "another", self.another_asked
        )
        self._skip = self._button(buttons.link, self.tr("Skip"), "skip", self.skip_asked)
        if self.form.calm:
            enough = self._button(buttons.secondary, self.tr("That is enough"), "that-is-enough", self.finished)
            body = self._button(
                buttons.secondary, self.tr("Something in my body"), "something-in-my-body", self.body_asked
            )
            near, far = [self._back, enough, body], [self._next]
        else:
            leave = self._button(buttons.secondary, self.tr("Enough for today"), "enough", self.left)
            near, far = [self._back, self._another, self._skip], [leave, self._next]
        row = QWidget(self)
        flow = FlowLayout(row, gap=BUTTON_GAP)
        for button in near:
            flow.addWidget(button)
        flow.add_stretch()
        for button in far:
            flow.addWidget(button)
        self.page.column.addWidget(row)
        for one, following in pairwise((*near, *far)):
            self.setTabOrder(one, following)

    def _button(
        self, kind: Callable[[str, str, QWidget], buttons.Button], words: str, name: str, pressed: SignalInstance
    ) -> buttons.Button:
        button = kind(words, name, self)
        button.clicked.connect(pressed)
        return button

    @Slot(object)
    def _on_share_chosen(self, mark: ShareMark) -> None:
        if self._now is not None:
            self.share_chosen.emit(self._now, mark)

    @Slot(bool)
    def _on_intention(self, shown: bool) -> None:
        self._intention.setVisible(shown)
        if shown:
            announce(self._intention, self._intention_words)
