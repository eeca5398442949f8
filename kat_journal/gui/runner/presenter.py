"""Opens a form, keeps what is answered, and sees the person off: never a dialog, nothing ever required."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from kat_journal.domain.form import Form, Kind, Layout, Phase
from kat_journal.domain.ids import AdviceId, ItemId, Uid
from kat_journal.errors import KatJournalError
from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import PLAN, PLAN_PAPER, PageName, Place
from kat_journal.gui.runner.filling import Filling, Loaded
from kat_journal.gui.runner.form_view import FormView
from kat_journal.gui.runner.keeping import offer_to_keep
from kat_journal.gui.runner.page import RunnerPage
from kat_journal.gui.runner.rows import RowsPresenter
from kat_journal.gui.runner.steps import StepsPresenter
from kat_journal.gui.runner.view_page import PageForm
from kat_journal.gui.runner.view_steps import StepsForm
from kat_journal.services.advice import Card
from kat_journal.services.responses import Opened, ResponseService, Saved

GROUNDING = "grounding"
"""Where on the Support page the grounding steps stand."""


class RunnerPresenter(QObject):
    """Decides what the runner does."""

    def __init__(self, page: RunnerPage, context: PageContext, place: Place) -> None:
        super().__init__(page)
        self._page = page
        self._context = context
        self._place = place
        self._filling: Filling | None = None
        self._going = False
        self._warned = False
        page.say_place = self.place
        page.flush_asked.connect(self.flush)
        page.left.connect(self.leave)
        page.finished.connect(self.finish)
        page.support_asked.connect(self._on_support_asked)
        page.ground_me_asked.connect(self._on_ground_me_asked)
        page.body_asked.connect(self._on_body_asked)
        page.versions_asked.connect(self._on_versions_asked)
        page.paper_asked.connect(self._on_paper_asked)
        page.card_closed.connect(self._on_card_closed)
        page.plan_asked.connect(self._on_plan_asked)
        page.went_on.connect(context.navigator.back)
        page.today_asked.connect(self._on_today_asked)
        page.lock_asked.connect(context.lock)

    def open(self) -> None:
        """Open the form of the place."""
        place = self._place
        form = self._context.journal.library.forms.get(place.form_id) if place.form_id is not None else None
        if place.dim or (form is not None and is_dim(form)):
            self._page.dim(self._context.theme)
        by_hand = (
            form is not None and form.kind is Kind.PAGE and place.session_id is None and place.appointment_id is None
        )
        self._context.tasks.journal(
            partial(load, self._context.journal.responses, place, by_hand=by_hand),
            context=self,
            then=self._on_loaded,
            failed=self._page.show_unopened,
        )

    def flush(self) -> None:
        """Hand over what is typed and not yet kept, pre-edit included."""
        if self._filling is not None and self._page.form is not None:
            self._page.form.commit()
            self._filling.flush()

    def place(self) -> Place:
        """Where the person is now."""
        if self._filling is None:
            return self._place
        if self._page.form is None:
            return Place(PageName.TODAY)  # it is closed: there is nothing to come back to
        draft = self._filling.draft
        item_id, caret = self._page.where()
        return Place(
            PageName.RUNNER,
            session_id=draft.session_id,
            appointment_id=draft.appointment_id,
            form_id=draft.form.id,
            occurrence=draft.occurrence,
            response_uid=draft.uid if self._filling.autosave.has_row else None,
            item_id=item_id,
            caret=caret,
            dim=self._place.dim,
        )

    @Slot()
    def leave(self) -> None:
        """Go, keeping everything; the form may be taken up again at any time."""
        self._go(self._context.journal.responses.leave, self._on_left)

    @Slot()
    def finish(self) -> None:
        """Mark the form as finished, and go."""
        calm = self._filling is not None and self._filling.form.calm
        self._go(self._context.journal.responses.finish, self._on_closed if calm else self._on_left)

    def _go(self, work: Callable[..., tuple[Card, ...]], then: Callable[[tuple[Card, ...]], None]) -> None:
        if self._filling is None or self._going:
            return
        self._going = True
        self.flush()
        self._context.tasks.journal(
            partial(work, self._filling.draft), context=self, then=then, failed=self._on_leaving_failed
        )

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        filling = Filling(self._context.tasks, self._context.journal.responses, loaded, self)
        filling.changed.connect(self._on_changed)
        filling.saved.connect(self._on_saved)
        filling.autosave.failed.connect(self._on_failed)
        filling.autosave.caught_up.connect(self._on_caught_up)
        self._filling = filling
        if self._is_dim():
            self._page.dim(self._context.theme)
        view = self._view(loaded, filling)
        self._page.show_form(view)
        offer_to_keep(view, loaded.opened.draft.session_id, self._context)
        for card in loaded.opened.cards:
            view.show_card(card)
        has_any = partial(self._context.journal.versions.has_any, loaded.opened.draft.uid)
        self._context.tasks.journal(has_any, context=view, then=view.offer_versions)

    def _view(self, loaded: Loaded, filling: Filling) -> FormView:
        opened, form, place = loaded.opened, filling.form, self._place
        if form.layout is Layout.STEPS:
            steps = StepsForm(form, opened.heading, opened.intention, self._page)
            StepsPresenter(steps, filling, start=place.item_id, rested=opened.rested)
            view: FormView = steps
        else:
            rows = PageForm(form, opened.heading, opened.usual, self._page)
            RowsPresenter(rows, filling, self._context.tasks, self._context.journal.responses, opened.usual)
            view = rows
        view.return_to(place.item_id, place.caret)
        return view

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        for card in saved.emergency:
            if self._page.form is not None:
                self._page.form.show_fresh_card(card)

    @Slot()
    def _on_changed(self) -> None:
        if self._page.form is not None:
            self._page.form.show_saving()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self._page.form is not None:
            self._page.form.show_trouble(error)

    @Slot()
    def _on_caught_up(self) -> None:
        self._warned = False
        if self._page.form is not None and self._filling is not None:
            self._page.form.show_saved(anything=self._filling.autosave.has_row)

    @Slot(str, str)
    def _on_card_closed(self, item: str, advice: str) -> None:
        if self._filling is not None:
            close = partial(
                self._context.journal.responses.close_card, self._filling.draft, ItemId(item), AdviceId(advice)
            )
            self._context.tasks.journal(close, context=self)

    def _on_left(self, cards: tuple[Card, ...]) -> None:
        if self._stays():
            return
        if cards:
            self._note_shown(cards)
            self._page.show_cards(cards)
        else:
            self._context.navigator.back()

    def _on_closed(self, cards: tuple[Card, ...]) -> None:
        if not self._stays():
            self._note_shown(cards)
            self._page.show_closing(cards, wrote=self._filling is not None and bool(self._filling.answers))

    def _note_shown(self, cards: tuple[Card, ...]) -> None:
        if self._filling is not None and cards:
            shown = partial(self._context.journal.responses.cards_shown, self._filling.draft, cards)
            self._context.tasks.journal(shown, context=self)

    def _on_leaving_failed(self, error: Exception) -> None:
        self._on_failed(error)
        self._going = False
        if self._warned:
            self._context.navigator.back()
        self._warned = True

    def _stays(self) -> bool:
        """Whether to stay this once, because something is not in the file yet; asked again, the person goes.

        The service holds what the disk refused and tries again, so that going loses nothing either.
        """
        self._going = False
        stays = self._filling is not None and self._filling.autosave.has_failed and not self._warned
        self._warned = self._warned or stays
        return stays

    @Slot(str)
    def _on_support_asked(self, line: str) -> None:
        self._go_to(Place(PageName.SUPPORT, line=line, dim=self._is_dim()))

    def _is_dim(self) -> bool:
        """Whether the page is dim: by its form, or because the person came from a dim one."""
        return self._place.dim or (self._filling is not None and is_dim(self._filling.form))

    @Slot()
    def _on_ground_me_asked(self) -> None:
        self._on_support_asked(GROUNDING)

    @Slot()
    def _on_plan_asked(self) -> None:
        newest = partial(self._context.journal.responses.newest_of, PLAN)
        self._context.tasks.journal(newest, context=self, then=self._open_plan, failed=self._on_failed)

    def _open_plan(self, uid: Uid | None) -> None:
        self._go_to(Place(PageName.RUNNER, form_id=PLAN, response_uid=uid, dim=self._is_dim()))

    @Slot()
    def _on_today_asked(self) -> None:
        self._context.navigator.go(Place(PageName.TODAY))

    @Slot()
    def _on_body_asked(self) -> None:
        forms = self._context.journal.library.forms.values()
        form = next((one for one in forms if one.phase is Phase.FIRST_HOURS and one.kind is Kind.CHECK_IN), None)
        if form is None or self._filling is None:
            return
        self._go_to(Place(PageName.RUNNER, form_id=form.id, session_id=self._filling.draft.session_id))

    @Slot()
    def _on_versions_asked(self) -> None:
        if self._filling is not None:
            self._go_to(Place(PageName.VERSIONS, response_uid=self._filling.draft.uid))

    @Slot()
    def _on_paper_asked(self) -> None:
        self._go_to(Place(PageName.PAPER, line=PLAN_PAPER))

    def _go_to(self, place: Place) -> None:
        """Go somewhere, and know the way back to this very line; not while the cards of the end are on their way."""
        if self._going:
            return
        self.flush()
        self._context.navigator.note(self.place())
        self._context.navigator.go(place)


def load(responses: ResponseService, place: Place, *, by_hand: bool) -> Loaded:
    """Open what the place names; runs on the journal thread."""
    opened = _open(responses, place, by_hand=by_hand)
    form = opened.draft.form
    return Loaded(opened, {item.id: responses.starts_shared(item, form) for item in form.questions()})


def _open(responses: ResponseService, place: Place, *, by_hand: bool) -> Opened:
    if place.response_uid is not None:
        try:
            return responses.open(place.response_uid)
        except KeyError:
            if place.form_id is None:
                raise  # otherwise it never got its row: the form is begun anew
    if place.form_id is None:
        raise KatJournalError("a runner was asked for without a form")
    if by_hand:
        return responses.new(place.form_id)
    return responses.begin(
        place.form_id,
        session_id=place.session_id,
        appointment_id=place.appointment_id,
        occurrence=place.occurrence,
    )


def is_dim(form: Form) -> bool:
    """Whether a form is shown dim and large: it belongs to the first hours, or is calm by itself."""
    return form.calm or form.phase is Phase.FIRST_HOURS
