"""The emergency number and the lines of one country."""

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.support.contents import Contents, CountryCard, NumberRow
from kat_journal.gui.support.rows import Rows, pair
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.chooser import Chooser
from kat_journal.gui.widgets.texts import body, field_label, small, subheading

ALWAYS = "24/7"


class NumbersCard(Card):
    """Shows numbers with the day they were collected; hours only where a source states them.

    Signals:
        country_chosen: Two-letter code.
    """

    country_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="numbers")
        self.column.addWidget(subheading(self.tr("Numbers")))
        self.chooser = Chooser("country", self.tr("Country"), self)
        self.chooser.activated.connect(self._on_chosen)
        self._shown = ""
        self._first = Rows(self)  # the emergency number stands above all else
        self._rows = Rows(self)
        self.column.addWidget(self._first)
        self.column.addWidget(field_label(self.tr("Country"), self.chooser))
        self.column.addWidget(self.chooser)
        self.column.addWidget(self._rows)
        self.column.addStretch()

    def show_numbers(self, contents: Contents) -> None:
        """Show the chosen country, or ask for one."""
        self._fill_chooser(contents)
        self._first.clear()
        self._rows.clear()
        column = self._rows.column
        if contents.country is None:
            words = self.tr("Choose your country to see its numbers. Until then: your local emergency number.")
            column.addWidget(body(words, "no-country"))
            column.addWidget(small(contents.elsewhere))
            return
        country = contents.country
        emergency = f"{country.emergency} ({country.note})" if country.note else country.emergency
        self._first.column.addWidget(self._pair(self.tr("Emergency"), emergency, "emergency"))
        self._announce(country, emergency)
        for number, row in enumerate(country.rows):
            column.addWidget(self._line(row, number))
        column.addWidget(small(self._collected(country), "collected"))
        if country.rows:
            column.addWidget(small(contents.caveat, "caveat"))
        else:
            column.addWidget(small(contents.elsewhere, "elsewhere"))

    def _fill_chooser(self, contents: Contents) -> None:
        if self.chooser.count() == 0:
            self.chooser.addItem(self.tr("Choose a country"), "")
            for code, name in contents.countries:
                self.chooser.addItem(name, code)
        code = contents.country.code if contents.country else ""
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(code)))

    def _line(self, row: NumberRow, number: int) -> QWidget:
        rows = Rows(self._rows, gap=0)
        rows.column.addWidget(self._pair(row.name, self.tr(", or ").join(row.ways), f"line-{number}"))
        about = [self.tr("Day and night") if words == ALWAYS else words for words in row.about]
        if about:
            rows.column.addWidget(small(" ".join(f"{words.rstrip('.')}." for words in about)))
        return rows

    def _pair(self, what: str, number: str, name: str) -> QWidget:
        return pair(body(what), body(number, name), self._rows)

    def _collected(self, country: CountryCard) -> str:
        on = country.gathered_on
        day = QLocale().toString(QDate(on.year, on.month, on.day), "d MMMM yyyy")
        words = self.tr("Collected on {0}. If one does not answer, ring {1}.").format(day, country.emergency)
        return f"{words} {self._known(country.grades)}"

    def _known(self, grades: frozenset[str]) -> str:
        """What the grades mean, in plain words."""
        own = self.tr("on the service's own page or a government's")
        two = self.tr("in two places or more that agree")
        if grades == {"A"}:
            return self.tr("They were read {0}.").format(own)
        if grades == {"B"}:
            return self.tr("They were found {0}.").format(two)
        return self.tr("Each was read {0}, or found {1}.").format(own, two)

    def _announce(self, country: CountryCard, emergency: str) -> None:
        """Say that the numbers are those of another country now, but not as the page opens."""
        if self._shown not in {"", country.code}:
            announce(self, self.tr("{0}. Emergency: {1}").format(self.chooser.currentText(), emergency))
        self._shown = country.code

    def _on_chosen(self, index: int) -> None:
        code = self.chooser.itemData(index)
        if code:
            self.country_chosen.emit(code)
