"""Decides what a form on one page shows, and keeps its answers."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from kat_journal.domain.form import Item, ItemType, Kind
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer, ShareMark, is_asked
from kat_journal.gui.runner.fields.symptom import SOMETHING_ELSE
from kat_journal.gui.runner.filling import Filling
from kat_journal.gui.runner.spoken import last_time
from kat_journal.gui.runner.view_page import PageForm
from kat_journal.gui.tasks import Tasks
from kat_journal.services.responses import ResponseService


class RowsPresenter(QObject):
    """Shows the rows that are asked, and what belongs to them."""

    def __init__(
        self,
        view: PageForm,
        filling: Filling,
        tasks: Tasks,
        responses: ResponseService,
        usual: Sequence[ItemId] = (),
    ) -> None:
        """Begin; the ``usual`` rows are always in sight."""
        super().__init__(view)
        self._view = view
        self._filling = filling
        self._tasks = tasks
        self._responses = responses
        self._all = False
        self._opened: set[ItemId] = set(usual)
        self._flagged = {flag.when.item for flag in filling.form.flags}
        self._looked_up: set[ItemId] = set()
        for item_id, answer in filling.answers.items():
            self._view.show_answer(item_id, answer)
        for item in filling.form.questions():
            self._view.show_share(item.id, filling.share(item.id))
        view.changed.connect(self._on_changed)
        view.share_chosen.connect(self._on_share_chosen)
        view.all_asked.connect(self._on_all_asked)
        view.something_else_asked.connect(self._on_something_else_asked)
        view.none_of_the_others_asked.connect(self._on_none_asked)
        filling.taken_in.connect(self._show)
        self._show()

    @Slot(str, bool)
    def _on_changed(self, item: str, tapped: bool) -> None:
        item_id = ItemId(item)
        field = self._view.field(item_id)
        if field is None:
            return
        if not tapped:
            self._filling.put_soon(item_id, field.answer)
        elif self._filling.put(field.answer()):
            self._show()
            self._look_up(item_id)

    @Slot(str, object)
    def _on_share_chosen(self, item: str, mark: ShareMark) -> None:
        self._filling.set_share(ItemId(item), mark)

    @Slot()
    def _on_all_asked(self) -> None:
        first = next((item.id for item in self._items() if not self._is_shown(item)), None)
        self._all = True
        self._show()
        if first is not None:
            self._view.focus_item(first)

    @Slot()
    def _on_something_else_asked(self) -> None:
        self._opened.add(SOMETHING_ELSE)
        self._show()
        self._view.focus_item(SOMETHING_ELSE)

    @Slot()
    def _on_none_asked(self) -> None:
        self._view.commit()
        self._filling.flush()
        untouched = tuple(item.id for item in self._items() if self._is_untouched(item))
        keep: Callable[[], Mapping[ItemId, Answer]] = partial(
            self._responses.none_of_the_others, self._filling.draft, untouched
        )
        self._tasks.journal(
            keep,
            context=self,
            then=self._on_none_kept,
            failed=self._view.show_trouble,
        )

    def _on_none_kept(self, answers: Mapping[ItemId, Answer]) -> None:
        self._filling.take_stored(answers)
        for item_id, answer in answers.items():
            self._view.show_answer(item_id, answer)
        self._view.show_saved(anything=self._filling.autosave.has_row)
        self._view.focus_after_rows()
        self._view.say_noted(len(answers))

    def _look_up(self, item_id: ItemId) -> None:
        """Find last time's answer to a symptom row, once this time's is given."""
        item = self._filling.form.item(item_id)
        answer = self._filling.answers.get(item_id)
        if item.type is not ItemType.SYMPTOM or answer is None or answer.number is None or item_id in self._looked_up:
            return
        self._looked_up.add(item_id)
        self._tasks.journal(
            partial(self._responses.previous, self._filling.draft, item_id),
            context=self,
            then=partial(self._on_looked_up, item),
        )

    def _on_looked_up(self, item: Item, previous: Answer | None) -> None:
        if previous is not None and (line := last_time(item, previous)):
            self._view.show_previous(item.id, line)

    def _items(self) -> tuple[Item, ...]:
        return tuple(self._filling.form.items)

    def _is_shown(self, item: Item) -> bool:
        answers = self._filling.answers
        if not is_asked(item, answers):
            return False
        if item.id in answers or item.id in self._opened:
            return True
        if self._waits_behind_link(item):
            return False
        flagged = item.id in self._flagged and self._filling.form.kind is Kind.CHECK_IN
        return self._all or flagged or not item.more

    def _waits_behind_link(self, item: Item) -> bool:
        """Whether the row is "Something else", which is opened by its own link."""
        return item.id == SOMETHING_ELSE and item.type is ItemType.SYMPTOM

    def _is_untouched(self, item: Item) -> bool:
        """Whether "None of the others" speaks of it: a symptom row shown and left; never the safety rows."""
        return (
            item.type is ItemType.SYMPTOM
            and not item.guarded
            and item.id not in self._filling.answers
            and self._is_shown(item)
        )

    @Slot()
    def _show(self) -> None:
        shown = {item.id for item in self._items() if self._is_shown(item)}
        hidden = [item for item in self._items() if item.id not in shown and is_asked(item, self._filling.answers)]
        self._view.show_rows(
            shown,
            more=any(not self._waits_behind_link(item) for item in hidden),
            something_else=any(self._waits_behind_link(item) for item in hidden),
        )
