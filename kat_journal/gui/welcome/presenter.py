"""Makes the journal, then keeps the first session and the numbers."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from PySide6.QtCore import QDateTime, QLocale, QObject, Slot

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import Uid
from kat_journal.gui.dates import from_field, to_field
from kat_journal.gui.failures import plain_words
from kat_journal.gui.gate import Gate
from kat_journal.gui.passphrase.presenter import NewPassphrasePresenter
from kat_journal.gui.tasks import Tasks
from kat_journal.gui.welcome.view import WelcomeView
from kat_journal.services.journal import OpenJournal

SUGGESTED_DAYS = 1
SUGGESTED_HOUR = 9


class WelcomePresenter(QObject):
    """Leads from no journal to an open one with a first session in it."""

    def __init__(
        self,
        view: WelcomeView,
        gate: Gate,
        tasks: Tasks,
        on_made: Callable[[OpenJournal], None],
        on_open: Callable[[OpenJournal], None],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._gate = gate
        self._tasks = tasks
        self._on_made = on_made
        self._on_open = on_open
        self._journal: OpenJournal | None = None
        view.passphrase_chosen.connect(self._on_passphrase)
        view.finished.connect(self._on_finished)
        NewPassphrasePresenter(view.passphrase_step.fields, tasks, gate.offer_words).offer()

    @Slot(str)
    def _on_passphrase(self, passphrase: str) -> None:
        self._view.passphrase_step.show_busy()
        self._tasks.journal(
            lambda: self._gate.create(passphrase), context=self, then=self._on_created, failed=self._on_failed
        )

    def _on_created(self, journal: OpenJournal) -> None:
        self._journal = journal
        self._view.passphrase_step.fields.forget()
        self._on_made(journal)
        step = self._view.session_step
        countries = [(country.code, country.name) for country in journal.support.support.countries.values()]
        step.show_countries(countries, self._gate.preferences.country or _own_country())
        zone = self._gate.clock.zone()
        suggested = to_field(self._gate.clock.now() + timedelta(days=SUGGESTED_DAYS), zone)
        suggested.setTime(suggested.time().fromString(f"{SUGGESTED_HOUR:02}:00", "HH:mm"))
        step.show_when(suggested)
        self._view.show_session_step()

    def _on_failed(self, error: Exception) -> None:
        self._view.passphrase_step.show_trouble(plain_words(error))

    @Slot(object, str, str)
    def _on_finished(self, when: QDateTime | None, country: str, clinic: str) -> None:
        journal = self._journal
        assert journal is not None  # noqa: S101 - the second step comes after the journal
        self._gate.preferences.country = country
        self._gate.preferences.save()
        at = from_field(when, self._gate.clock.zone()) if when is not None else None

        def keep() -> None:
            if at is not None:
                journal.courses.plan(at)
            if clinic:
                journal.support.put_contact(Contact(Uid(str(uuid4())), ContactKind.CLINIC, "", clinic))

        self._tasks.journal(
            keep, context=self, then=lambda _: self._on_open(journal), failed=lambda _: self._on_open(journal)
        )


def _own_country() -> str:
    """The country that this computer is set to."""
    return QLocale.territoryToCode(QLocale.system().territory())
