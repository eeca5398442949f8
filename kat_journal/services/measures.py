"""The forms that a person's clinic gives them: off until they say so."""

from dataclasses import dataclass

from kat_journal.content.library import Library
from kat_journal.domain.form import Form
from kat_journal.domain.ids import FormId
from kat_journal.services.settings import SettingsService

ON = "measures.on"
"""Setting that holds the ids of those that are on, one to a line."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A form that is offered only on request.

    Attributes:
        on: Whether the person has said that their clinic gives it to them.
    """

    form_id: FormId
    title: str
    on: bool


class MeasureService:
    """Knows which of the forms on request are on."""

    def __init__(self, settings: SettingsService, library: Library) -> None:
        self._settings = settings
        self._library = library

    def available(self) -> tuple[Measure, ...]:
        """Every form on request, in the library's order."""
        on = self._on()
        forms = (form for form in self._library.forms.values() if form.on_request)
        return tuple(Measure(form.id, form.title, form.id in on) for form in forms)

    def is_on(self, form_id: FormId) -> bool:
        """Whether the person has asked for it."""
        return form_id in self._on()

    def may_offer(self, form: Form) -> bool:
        """Whether a form may be offered: it waits for no request, or was asked for."""
        return not form.on_request or self.is_on(form.id)

    def turn_on(self, form_id: FormId) -> None:
        """Offer it at its rhythm from now on."""
        self._keep({*self._on(), form_id})

    def turn_off(self, form_id: FormId) -> None:
        """Offer it no more; what was answered stays."""
        self._keep(self._on() - {form_id})

    def _on(self) -> set[FormId]:
        return {FormId(line) for line in self._settings.get(ON).splitlines()}

    def _keep(self, form_ids: set[FormId]) -> None:
        self._settings.put(ON, "\n".join(sorted(form_ids)))
