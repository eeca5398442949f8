"""What Progress shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.progress.controls import Controls
from kat_journal.gui.progress.effects import Effects
from kat_journal.gui.progress.section import Section
from kat_journal.gui.progress.words import Sayer
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.services.progress import ProgressView, Series
from kat_journal.services.progress_choice import ProgressChoice


class ProgressPage(PageView):
    """Charts and tables; says nothing of where the numbers go.

    Signals:
        effect_chosen: The place, among those on offer, of the side effect to show over time.
        picture_wanted: A :class:`Section` whose chart is to be saved.
        note_wanted: The person wants to note numbers of today.
        overwrite_wanted: The picture may take the place of an older file.
        other_name_wanted: It had better have another name.
        anyway_wanted: The picture is to be saved although it could wait.
    """

    effect_chosen = Signal(int)
    picture_wanted = Signal(object)
    note_wanted = Signal()
    overwrite_wanted = Signal()
    other_name_wanted = Signal()
    anyway_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = Page(name="progress-page", wide=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
        self.controls = Controls()
        self._notice = Notice(name="progress-notice")
        self._intro = texts.muted(
            self.tr(
                "Your own answers over time, as you gave them. Upright lines are sessions; a gap has no answer."
                " Click into a chart, or use the arrow keys there, to read what stands at a place."
            )
        )
        self._nothing = texts.body("", "nothing")
        self._note = buttons.secondary(self.tr("Note my numbers today"), "note-numbers")
        self._note.clicked.connect(self.note_wanted)
        self._foot = texts.small(
            self.tr("A saved picture is not encrypted: anyone who can open the file can see it."), "picture-warning"
        )
        self._body = QVBoxLayout()
        self._body.setSpacing(32)
        self._fill_column()
        for widget in (self._intro, self.controls, self._nothing, self._note, self._foot):
            widget.hide()

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return Place(PageName.PROGRESS)

    def start_focus(self) -> None:
        """Begin with how far back to look, or with the one thing to do."""
        if self.controls.isHidden():
            self._note.setFocus()
        else:
            self.controls.spans.focus_first()

    def show_progress(
        self, view: ProgressView, choice: ProgressChoice, offered: Sequence[Series], effects: Sequence[Series]
    ) -> None:
        """Show what was chosen.

        Args:
            view: The numbers of the period.
            choice: What the person chose.
            offered: Ratings and scores to choose from.
            effects: Side effects to choose from, the chosen one by its key.
        """
        self._empty()
        sayer = Sayer(view.marks, choice.numbers)
        guarded = any(series.guarded for series in view.series)
        self._intro.setVisible(view.ever)
        self.controls.setVisible(view.ever)
        self.controls.show_choice(choice, offered, guarded=guarded)
        for place, series in enumerate(offered):
            if choice.shows(series):
                self._body.addWidget(self._section(f"series-{place}", series, view, sayer))
        if view.effects or effects:
            self._body.addWidget(self._effects(view, choice, effects, sayer))
        self._say_nothing(view)
        self._note.setVisible(not view.ever)
        self._foot.setVisible(bool(offered or effects))
        tab_in_reading_order(self._page.column)

    def return_focus(self, name: str) -> None:
        """Give the focus back to what had it before the charts were made anew."""
        widget = next((one for one in self.findChildren(QWidget, name) if not one.isHidden()), None) if name else None
        if widget is not None:
            widget.setFocus()

    def show_text(self, words: str) -> None:
        """Say something in the page."""
        self._notice.show_text(words)

    def ask(self, words: str, *offered: tuple[str, str, SignalInstance | None]) -> None:
        """Ask something in the page.

        Args:
            words: The question.
            offered: Object name and words of each button, and the signal that it sends; None only closes.
        """
        made = []
        for name, text, signal in offered:
            button = buttons.secondary(text, name)
            button.clicked.connect(self._notice.clear)
            if signal is not None:
                button.clicked.connect(signal)
            made.append(button)
        self._notice.show_text(words, made)
        tab_in_reading_order(self._page.column)
        self._page.bring_into_view(self._notice)
        made[0].setFocus()

    def _section(self, name: str, series: Series, view: ProgressView, sayer: Sayer) -> Section:
        section = Section(name, series, view, sayer)
        section.picture_wanted.connect(self.picture_wanted)
        return section

    def _effects(self, view: ProgressView, choice: ProgressChoice, offered: Sequence[Series], sayer: Sayer) -> Effects:
        effects = Effects(view, sayer)
        effects.chosen.connect(self.effect_chosen)
        chosen = next((series for series in offered if series.key == choice.effect), None)
        if chosen is not None:
            effects.offer(offered, chosen, self._section("effect-series", chosen, view, sayer))
        return effects

    def _say_nothing(self, view: ProgressView) -> None:
        words = ""
        if not view.ever:
            words = self.tr(
                "Nothing to show yet. Answers to check-ins and your own numbers will stand here over time,"
                " beside your sessions."
            )
        elif not view.series and not view.effects:
            words = self.tr("There are no numbers in this time. A longer time may have some.")
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))

    def _empty(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _fill_column(self) -> None:
        column = self._page.column
        column.addWidget(texts.heading(self.tr("Progress")))
        column.addWidget(self._intro)
        column.addWidget(self._notice)
        column.addWidget(self.controls)
        column.addWidget(self._nothing)
        column.addLayout(row(self._note))
        column.addSpacing(8)
        column.addLayout(self._body)
        column.addWidget(self._foot)
        column.addStretch(1)
