"""Decides the way through a form that asks one question at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from kat_journal.domain.form import ItemType
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import ShareMark
from kat_journal.gui.runner.filling import Filling
from kat_journal.gui.runner.sitting import Sitting
from kat_journal.gui.runner.view_steps import Standing, StepsForm

_GO_ON_BY_THEMSELVES = frozenset({ItemType.CHOICE, ItemType.YES_NO})


class StepsPresenter(QObject):
    """Moves between the questions of a sitting and keeps their answers."""

    def __init__(self, view: StepsForm, filling: Filling, *, start: ItemId | None, rested: Sequence[str] = ()) -> None:
        super().__init__(view)
        self._view = view
        self._filling = filling
        self._sitting = Sitting(filling.form, filling.answers, start, rested)
        view.changed.connect(self._on_changed)
        view.next_asked.connect(self._on_next_asked)
        view.back_asked.connect(self._on_back_asked)
        view.another_asked.connect(self._on_another_asked)
        view.skip_asked.connect(self._on_skip_asked)
        view.share_chosen.connect(self._on_share_chosen)
        filling.taken_in.connect(self._stand)
        self._show()

    @Slot(str, bool)
    def _on_changed(self, item: str, tapped: bool) -> None:
        field = self._view.field(ItemId(item))
        if field is None:
            return
        if not tapped:
            self._filling.put_soon(ItemId(item), field.answer)
            return
        answer = field.answer()
        changed = self._filling.put(answer)
        if changed and not answer.is_empty and self._goes_on_from(ItemId(item)):
            self._on_next_asked()
        else:
            self._stand()

    @Slot()
    def _on_next_asked(self) -> None:
        self._take_in()
        answers, item = self._filling.answers, self._sitting.item
        if item is not None and self._filling.form.calm and item.id not in answers:
            self._filling.skip(item.id)
        if item is None or self._sitting.is_last(answers):
            self._view.finished.emit()
            return
        self._sitting.go_on(answers)
        self._show()

    @Slot()
    def _on_back_asked(self) -> None:
        self._take_in()
        if not self._sitting.is_first(self._filling.answers):
            self._sitting.go_back(self._filling.answers)
            self._show()

    @Slot()
    def _on_another_asked(self) -> None:
        self._take_in()
        self._sitting.show_another(self._filling.answers)
        self._show()

    @Slot()
    def _on_skip_asked(self) -> None:
        self._take_in()
        item = self._sitting.item
        if item is not None and item.id not in self._filling.answers:
            self._filling.skip(item.id)
        self._on_next_asked()

    @Slot(str, object)
    def _on_share_chosen(self, item: str, mark: ShareMark) -> None:
        self._filling.set_share(ItemId(item), mark)

    def _take_in(self) -> None:
        self._view.commit()
        self._filling.take_in()

    def _goes_on_from(self, item_id: ItemId) -> bool:
        """Whether a tap is enough: after a session nothing else is to be found and pressed."""
        form = self._filling.form
        flagged = any(flag.when.item == item_id for flag in form.flags)  # a card under it must be seen
        item = form.item(item_id)
        return form.calm and item.type in _GO_ON_BY_THEMSELVES and not item.note and not flagged

    def _show(self) -> None:
        item = self._sitting.item
        if item is not None:
            self._view.show_item(item, self._filling.answers.get(item.id), self._filling.share(item.id))
        self._stand()

    @Slot()
    def _stand(self) -> None:
        answers, item = self._filling.answers, self._sitting.item
        self._view.show_standing(
            Standing(
                first=self._sitting.is_first(answers),
                last=item is None or self._sitting.is_last(answers),
                another=self._sitting.has_another(answers),
                unanswered=item is not None and item.id not in answers,
            )
        )
