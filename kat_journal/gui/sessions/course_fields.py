"""What can be noted about a course: its name, the clinic, how the medicine is given. All of it may stay empty."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QComboBox, QWidget

from kat_journal.gui.widgets import texts
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.line import Line

LETTERS = 8
"""Room that the list of routes asks for at least."""


class CourseFields(Fields):
    """Three fields with their labels."""

    def __init__(self, prefix: str, parent: QWidget | None = None) -> None:
        """Make empty fields; the prefix begins their object names."""
        super().__init__(parent)
        self.name = Line(name=f"{prefix}-name", accessible=self.tr("Name of the course"))
        self.clinic = Line(name=f"{prefix}-clinic", accessible=self.tr("Clinic"))
        self._route = QComboBox()
        self._route.setObjectName(f"{prefix}-route")
        self._route.setAccessibleName(self.tr("How the medicine is given"))
        # As wide as the page lets it be: by itself it would ask for its longest item.
        self._route.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._route.setMinimumContentsLength(LETTERS)
        self._route.addItem(self.tr("Not noted"), "")
        for label, field in (
            (self.tr("What do you call it?"), self.name),
            (self.tr("Clinic"), self.clinic),
            (self.tr("How is the medicine given?"), self._route),
        ):
            self.column.addWidget(texts.field_label(label, field))
            self.column.addWidget(field)

    def offer_routes(self, routes: Iterable[tuple[str, str]]) -> None:
        """Offer ways of giving it, as id and words."""
        while self._route.count() > 1:
            self._route.removeItem(1)
        for route_id, words in routes:
            self._route.addItem(words, route_id)

    def fill(self, name: str, clinic: str, route: str) -> None:
        """Show what is noted; a route that is not on offer stays as it is."""
        self.name.setText(name)
        self.clinic.setText(clinic)
        if route and self._route.findData(route) < 0:
            self._route.addItem(route, route)
        self._route.setCurrentIndex(max(0, self._route.findData(route)))

    def given(self) -> tuple[str, str, str]:
        """Name, clinic and route."""
        return self.name.text().strip(), self.clinic.text().strip(), self._route.currentData() or ""

    def draft(self) -> dict[str, str]:
        """What stands in the fields."""
        return {"name": self.name.text(), "clinic": self.clinic.text(), "route": self._route.currentData() or ""}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Show what :meth:`draft` gave."""
        self.fill(draft.get("name", ""), draft.get("clinic", ""), draft.get("route", ""))
