"""Opens the panel with one key, keeps what is typed, and leads back to where the person was."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.practice import Carry, Later, Practice, Question
from kat_journal.gui.catching import words
from kat_journal.gui.catching.panel import KEY, CatchPanel
from kat_journal.gui.catching.spot import Spot
from kat_journal.gui.catching.told import Told
from kat_journal.gui.clearing import take_pre_edit
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.theme import Look
from kat_journal.gui.widgets.reading_order import tab_on_to

PAUSE = 700
"""Milliseconds from a key to keeping what stands half-typed, as on every page of words."""


class Catching(QObject):
    """Lives from unlock to lock, at the foot of the workspace.

    Signals:
        half_typed: What :meth:`draft` gives is another than before: whoever keeps it keeps it through a crash too.
    """

    half_typed = Signal()

    def __init__(self, context: PageContext, workspace: QWidget, column: QVBoxLayout) -> None:
        super().__init__(workspace)
        self._context = context
        self._workspace = workspace
        self._page: PageView | None = None
        self._spot = Spot(None)
        self._last = Carry.QUESTION
        self._panel = CatchPanel(workspace)
        self._told = Told(workspace)
        column.addWidget(self._panel)
        column.addWidget(self._told)
        self._panel.given.connect(self._on_given)
        self._panel.put_away.connect(self.put_away)
        self._told.looked.connect(self._on_looked)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.half_typed)
        self._panel.line.textEdited.connect(self._on_typed)
        shortcut = QShortcut(QKeySequence(KEY), workspace)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._on_key)
        workspace.installEventFilter(self)

    def page_is(self, page: PageView) -> None:
        """From now on this page stands above; what is half-typed stays."""
        self._page = page
        page.keep_asked.connect(self._on_asked)
        page.installEventFilter(self)
        self._told.hide()
        if not self._panel.words():
            self._panel.hide()
        self._dress()
        self._tab_last()

    def open(self, kind: Carry | None = None) -> None:
        """Show the panel and begin in its line; what stands there keeps its kind."""
        take_pre_edit(self._workspace.window())
        focused: QWidget | None = self._workspace.window().focusWidget()
        if focused is None or not self._panel.isAncestorOf(focused):
            self._spot = Spot(focused)
        self._told.hide()
        self._dress()
        if kind is not None:
            self._panel.choose(kind)
        elif not self._panel.words():
            self._panel.choose(Carry.LATER if self._panel.is_dim else self._last)
        self._panel.show()
        self._fit()
        self._panel.start_focus()
        self._tab_last()
        self._context.tasks.journal(
            self._context.journal.returning.days,
            context=self._panel,
            then=self._panel.returns.show_days,
            failed=self._on_failed,
        )

    @Slot()
    def put_away(self) -> None:
        """Go back to the page; what is typed is there when the panel is opened again."""
        take_pre_edit(self._workspace.window())
        self._panel.hide()
        self._give_back()

    def draft(self) -> dict[str, str]:
        """What stands half-typed in the panel; locking keeps it for the person."""
        return self._panel.draft()

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Show again what :meth:`draft` gave, open if it was, once the page has read what it shows."""
        if draft:
            self._panel.take_draft(draft)
        if draft.get("open"):
            self._context.tasks.journal(lambda: None, context=self._panel, then=lambda _: self.open())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as dim as the page, stand under it, and never be as high as the window."""
        if watched is self._page and event.type() == QEvent.Type.DynamicPropertyChange:
            self._dress()
        elif event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        left, widest = self._page.x() if self._page is not None else 0, self._context.theme.size("column-wide")
        self._panel.left, self._panel.widest = left, widest
        self._panel.fit()
        self._told.line_up(left, widest)

    def _dress(self) -> None:
        look = self._page.property("look") if self._page is not None else None
        for part in (self._panel, self._told):
            if part.property("look") != look:
                self._context.theme.look_for(part, None if look is None else Look(look))
        self._panel.set_dim(look == Look.AFTER_SESSION)

    def _tab_last(self) -> None:
        """Let the Tab key come to the foot after the page: that was made later, and may still be reading."""
        if self._panel.isVisible() or self._told.isVisible():
            self._context.tasks.journal(lambda: None, context=self, then=self._on_read)

    def _on_read(self, _: object) -> None:
        page = self._page.layout() if self._page is not None else None
        for part in (self._panel, self._told):
            layout = part.layout()
            if page is not None and layout is not None and part.isVisible():
                tab_on_to(page, layout)

    def _give_back(self) -> None:
        """Return to the exact place, once the page has its whole height again."""
        layout = self._workspace.layout()
        if layout is not None:
            layout.activate()
        if not self._spot.give_back() and self._page is not None:
            self._page.start_focus()

    @Slot()
    def _on_key(self) -> None:
        focused: QWidget | None = self._workspace.window().focusWidget()
        if self._panel.isVisible() and focused is not None and self._panel.isAncestorOf(focused):
            self.put_away()
        else:
            self.open()

    @Slot(str)
    def _on_asked(self, kind: str) -> None:
        self.open(Carry(kind) if kind else None)

    @Slot()
    def _on_typed(self) -> None:
        if not self._pause.isActive():  # steady typing is kept again and again
            self._pause.start()

    @Slot()
    def _on_given(self) -> None:
        panel = self._panel
        take_pre_edit(self._workspace.window())
        if not panel.words().strip():
            panel.start_focus()
            return
        if not panel.keep.isEnabled():
            return
        panel.set_busy(True)
        keep = partial(self._context.journal.practices.keep, panel.kind(), panel.words())
        if panel.kind() is Carry.LATER:
            session = self._page.place().session_id if self._page is not None else None
            keep = partial(keep, None if panel.is_dim else panel.returns.returns_on(), session)
        then = partial(self._on_kept, panel.words())
        self._context.tasks.journal(keep, context=panel, then=then, failed=self._on_failed)

    def _on_kept(self, given: str, kept: Question | Later | Practice) -> None:
        panel = self._panel
        self._last = panel.kind()
        panel.set_busy(False)
        rest = panel.words().removeprefix(given)
        panel.forget()
        self._pause.stop()
        self.half_typed.emit()
        if rest.strip():  # typed while the disk was slow
            panel.line.setText(rest)
            self._on_typed()
            return
        panel.hide()
        self._told.say(words.told(kept), leads_on=not panel.is_dim)
        self._fit()
        self._give_back()
        if self._page is not None:
            self._page.something_kept.emit()
        self._tab_last()

    def _on_failed(self, error: Exception) -> None:
        self._panel.set_busy(False)
        self._panel.show_trouble(plain_words(error))
        self._panel.start_focus()

    @Slot()
    def _on_looked(self) -> None:
        self._context.navigator.go(Place(PageName.CARRY))
