"""What both ways of asking a form have in common: the questions, and the line of help at the foot."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.form import Form
from kat_journal.domain.ids import ItemId
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PLAN
from kat_journal.gui.runner.fields.field import Field
from kat_journal.gui.runner.item_box import ItemBox
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.saved import SavedLabel, SaveState
from kat_journal.services.advice import Card

FOOT_GAP = 16
FOOT_SPACE = 8


class FormView(QWidget):
    """A form on the screen. Subclasses put the questions into ``page`` and more into ``foot``.

    Signals:
        changed: Item id, and whether it was a tap.
        share_chosen: Item id and :class:`ShareMark`.
        left: The person leaves the form as it is.
        finished: The person is done with it.
        numbers_asked: A line of the Support page; empty for its top.
        ground_me_asked: The person wants the grounding steps.
        plan_asked: The plan for hard hours.
        card_closed: Item and advice id.
        body_asked: The person has something to say of their body.
        versions_asked: The earlier words of this page.
        paper_asked: This plan on paper.
        keep_asked: The person would keep something beside the form.
    """

    changed = Signal(str, bool)
    share_chosen = Signal(str, object)
    left = Signal()
    finished = Signal()
    numbers_asked = Signal(str)
    ground_me_asked = Signal()
    plan_asked = Signal()
    card_closed = Signal(str, str)
    body_asked = Signal()
    versions_asked = Signal()
    paper_asked = Signal()
    keep_asked = Signal()

    def __init__(self, form: Form, parent: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__(parent)
        self.form = form
        self.boxes: dict[ItemId, ItemBox] = {}
        self.page = Page(self, name="form", wide=wide)
        self._content = self.page.column.parentWidget()
        if self._content is not None:
            self._content.installEventFilter(self)
        self.notice = Notice(self, name="runner-notice")
        self.saved = SavedLabel(self)
        self._return: tuple[ItemId | None, int] = (None, 0)
        self._foot = QWidget(self)
        self.foot = FlowLayout(self._foot, gap=FOOT_GAP)
        self._below = QVBoxLayout()
        self._below.setSpacing(FOOT_SPACE)
        self._below.addWidget(self.notice)
        self._below.addWidget(self._foot)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self.page, 1)
        frame.addLayout(self._below)
        self.foot.addWidget(self.saved)
        self.show_state(SaveState.NOTHING)

    def title(self) -> str:
        """What a screen reader says of the form when it is opened."""
        return ""

    def add_box(self, box: ItemBox) -> ItemBox:
        """Take a question in; the caller lays it out."""
        self.boxes[box.item.id] = box
        box.changed.connect(self.changed)
        box.numbers_asked.connect(self.numbers_asked)
        box.plan_asked.connect(self.plan_asked)
        box.card_closed.connect(self.card_closed)
        box.changed.connect(self._keep_cards_in_view)
        return box

    def add_help(self) -> None:
        """Put the ways to help at the foot, where they are always in sight, and the earlier words above them."""
        self._versions = buttons.link(self.tr("Earlier versions"), "earlier-versions", self)
        self._versions.clicked.connect(self.versions_asked)
        self._versions.hide()
        print_it = buttons.link(self.tr("Print this plan"), "print-plan", self)
        print_it.clicked.connect(self.paper_asked)
        print_it.setVisible(self.form.id == PLAN)
        self.page.column.addLayout(row(print_it, self._versions))
        ground = buttons.link(self.tr("Ground me"), "ground-me", self._foot)
        ground.clicked.connect(self.ground_me_asked)
        support = buttons.link(self.tr("Support"), "support", self._foot)
        support.clicked.connect(self._on_support)
        self.foot.addWidget(ground)
        self.foot.addWidget(support)
        keep = buttons.link(self.tr("Keep something"), "keep-something", self._foot)
        keep.clicked.connect(self.keep_asked)
        self.foot.addWidget(keep)

    def offer_versions(self, there_are_some: bool) -> None:
        """Lead to the earlier words of this page, where there are some; not in the hours after a session."""
        self._versions.setVisible(there_are_some and not self.form.calm)

    def add_shortcut(self, keys: str, pressed: SignalInstance) -> None:
        """Let keys do what a button does, wherever in the form the focus is."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(pressed)

    def field(self, item_id: ItemId) -> Field | None:
        """The field of that item, if it is on this form and takes an answer."""
        box = self.boxes.get(item_id)
        return box.field if box is not None else None

    def commit(self) -> None:
        """Take in what an input method has not handed over yet."""
        for box in self.boxes.values():
            if box.field is not None:
                box.field.commit()

    def show_card(self, card: Card) -> None:
        """Show an advice card under its answer."""
        box = self.boxes.get(card.item)
        if box is not None:
            box.show_card(card)
            tab_in_reading_order(self.page.column)

    def show_fresh_card(self, card: Card) -> None:
        """Show a card that has just been called for, where it is seen."""
        self.show_card(card)
        self._keep_cards_in_view(card.item)

    def show_state(self, state: SaveState) -> None:
        """Say how far saving is; after a session in the calmest words."""
        self.saved.show_state(state)
        if self.form.calm and state is SaveState.NOTHING:
            self.saved.setText(self.tr("Kept as you type"))
        self.saved.setVisible(bool(self.saved.text()))

    def show_trouble(self, error: Exception) -> None:
        """Say plainly that something went wrong; what is typed stays where it is."""
        words = plain_words(error)
        self.show_state(SaveState.NOT_SAVED)
        if self.notice.text() != words:
            self.notice.show_text(words)

    def show_saving(self) -> None:
        """Something was given that is not in the journal yet."""
        if self.saved.state is not SaveState.NOT_SAVED:
            self.show_state(SaveState.SAVING)

    def show_saved(self, *, anything: bool) -> None:
        """All that was given is in the journal; ``anything`` is whether there is any."""
        self.notice.clear()
        self.show_state(SaveState.SAVED if anything else SaveState.NOTHING)

    def return_to(self, item_id: ItemId | None, caret: int) -> None:
        """Begin at this question, with the caret where it was."""
        self._return = (item_id, caret)

    def start_focus(self) -> None:
        """Put the focus where the person begins, or was."""
        item_id, caret = self._return
        box = self.boxes.get(item_id) if item_id is not None else None
        if box is not None and box.isVisibleTo(self):
            box.focus(caret)
            QTimer.singleShot(0, self, partial(self.page.bring_into_view, box))
            return
        box = next((one for one in self.boxes.values() if one.field is not None and one.isVisibleTo(self)), None)
        if box is not None:
            box.focus()
        # The layout is not settled yet: what it takes for the place of the field would scroll the heading away.
        QTimer.singleShot(0, self, self.scroll_to_top)

    def where(self) -> tuple[ItemId | None, int]:
        """The question that has the focus, and the caret in it."""
        box = self._focused_box()
        if box is not None:
            return box.item.id, box.field.caret() if box.field is not None else 0
        return self.around()

    def _focused_box(self) -> ItemBox | None:
        focused: QWidget | None = self.focusWidget()
        if focused is None:
            return None
        return next((box for box in self.boxes.values() if box.isAncestorOf(focused)), None)

    def around(self) -> tuple[ItemId | None, int]:
        """Where the person is when no question has the focus."""
        return None, 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the foot under the column."""
        if watched is self._content and event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            beside = self.page.width() - self.page.viewport().width()
            margins = self.page.column.contentsMargins()
            self._below.setContentsMargins(margins.left(), FOOT_SPACE, margins.right() + beside, FOOT_SPACE)
        return super().eventFilter(watched, event)

    @Slot(str)
    def _keep_cards_in_view(self, item: str) -> None:
        """What a further answer adds above a card does not push it out of sight."""
        box = self.boxes.get(ItemId(item))
        if box is not None and box.has_cards:
            self.see_later(box.cards)

    def see_later(self, card: QWidget | None = None) -> None:
        """Keep the question that has the focus in sight, once what unfolds has its place; a card before all else."""
        parts = [part for part in (self._focused_box(), card) if part is not None]
        QTimer.singleShot(0, self, partial(self._see, parts))

    def _see(self, parts: Sequence[QWidget]) -> None:
        for part in parts:
            self.page.bring_into_view(part)

    @Slot()
    def scroll_to_top(self) -> None:
        """Show the form from its beginning."""
        self.page.verticalScrollBar().setValue(0)

    def _on_support(self) -> None:
        self.numbers_asked.emit("")
