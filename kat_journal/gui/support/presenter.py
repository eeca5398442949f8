"""Decides what the Support page of an open journal shows, and keeps what a person changes there."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import Uid
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PLAN, PageName, Place
from kat_journal.gui.support.contents import Contents, gather
from kat_journal.gui.support.keeping_presenter import KeepingPresenter
from kat_journal.gui.support.view import SupportView

if TYPE_CHECKING:
    from kat_journal.gui.context import PageContext


class SupportPresenter(QObject):
    """Fills the page, keeps contacts, and leads to the plan for hard hours."""

    def __init__(self, view: SupportView, context: "PageContext") -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._support = context.journal.support
        view.back_wanted.connect(context.navigator.back)
        view.country_chosen.connect(self._on_country)
        view.plan_wanted.connect(self._on_plan)
        view.paper_wanted.connect(self._on_paper)
        view.contact_given.connect(self._on_contact)
        view.contact_removed.connect(self._on_removed)
        self._keeping = KeepingPresenter(view.keeping, context) if view.keeping is not None else None
        self._change(lambda: None)

    def _change(self, work: Callable[[], None], said: str = "") -> None:
        """Do something to the contacts, then read the whole page anew and say what was done."""
        service, country = self._support, self._context.preferences.country

        def change_and_read() -> Contents:
            work()
            return gather(service, country, service.contacts())

        self._context.tasks.journal(
            change_and_read, context=self, then=partial(self._on_read, said), failed=self._on_failed
        )

    def _on_read(self, said: str, contents: Contents) -> None:
        self._view.show_contents(contents)
        self._view.say(said)
        if self._keeping is not None:
            self._keeping.load()

    def _on_country(self, code: str) -> None:
        self._context.preferences.country = code
        self._context.tasks.journal(self._context.preferences.save, context=self)
        self._change(lambda: None)

    def _on_contact(self, uid: str, kind: ContactKind, name: str, number: str) -> None:
        contact = Contact(Uid(uid or str(uuid4())), kind, name, number)
        kept = self.tr("{0} is kept.").format(contact.name or contact.number)
        self._change(partial(self._support.put_contact, contact), kept)

    def _on_removed(self, uid: str) -> None:
        self._change(partial(self._support.delete_contact, Uid(uid)))

    def _on_paper(self, line: str) -> None:
        self._context.navigator.go(Place(PageName.PAPER, line=line))

    def _on_plan(self) -> None:
        work = partial(self._context.journal.responses.newest_of, PLAN)
        self._context.tasks.journal(work, context=self, then=self._open_plan, failed=self._on_failed)

    def _open_plan(self, uid: Uid | None) -> None:
        place = Place(PageName.RUNNER, form_id=PLAN, response_uid=uid, dim=self._view.place().dim)
        self._context.navigator.go(place)

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))
