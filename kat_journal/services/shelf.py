"""What can be filled in at any time, without being asked: the forms that have no time, and those of one's clinic."""

from dataclasses import dataclass

from kat_journal.content.library import Library
from kat_journal.domain.form import Kind
from kat_journal.domain.ids import FormId
from kat_journal.services.measures import MeasureService


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A form to take from the shelf."""

    form_id: FormId
    title: str
    about: str
    minutes: int


class ShelfService:
    """Lists what a person may open by hand; pages of their own have their own ways."""

    def __init__(self, library: Library, measures: MeasureService) -> None:
        self._library = library
        self._measures = measures

    def forms(self) -> tuple[OnShelf, ...]:
        """Every such form, in the library's order."""
        return tuple(
            OnShelf(form.id, form.title, form.about, form.minutes)
            for form in self._library.forms.values()
            if form.kind is not Kind.PAGE
            and (form.timing is None or form.on_request)
            and self._measures.may_offer(form)
        )
