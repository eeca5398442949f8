"""Makes a recovery kit: the passphrase, the sheet, and the groups that are typed back."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from kat_journal.domain.clock import local_day
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.keys.sheet import sheet_of
from kat_journal.gui.keys.sheet_page import SheetPage
from kat_journal.gui.keys.taking_away import TakingAway
from kat_journal.gui.keys.view import KeysView
from kat_journal.services.keys import KeyService

T = TypeVar("T")


class KitMaking(QObject):
    """Decides what the card for the kit, and its sheet, do."""

    def __init__(self, view: KeysView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        view.kit.begun.connect(self._on_begun)
        view.kit.given.connect(self._on_given)
        self._call(context.journal.keys.kit_made_on, view.kit.show_state)

    @Slot()
    def _on_begun(self) -> None:
        """A first kit harms nothing; a new one makes the old one useless, which can wait on the day of a session."""
        if self._view.kit.is_new:
            self._call(self._context.journal.calm_hours.active, self._on_told)
        else:
            self._view.kit.unfold()

    def _on_told(self, calm: bool) -> None:
        if calm:
            self._view.kit.advise_to_wait()
        else:
            self._view.kit.unfold()

    @Slot(str)
    def _on_given(self, passphrase: str) -> None:
        self._view.kit.show_busy()
        keys, is_new = self._context.journal.keys, self._view.kit.is_new
        self._context.tasks.journal(
            partial(code_of, keys, passphrase, is_new=is_new),
            context=self,
            then=partial(self._show_sheet, is_new=is_new),
            failed=lambda error: self._view.kit.show_trouble(plain_words(error)),
        )

    def _show_sheet(self, made: tuple[str, tuple[int, int]], *, is_new: bool) -> None:
        code, groups = made
        clock = self._context.clock
        sheet = sheet_of(code, local_day(clock.now(), clock.zone()))
        page = SheetPage(sheet, groups, is_new=is_new, parent=self._view)
        TakingAway(page, sheet, self._context)
        page.retyped.connect(partial(self._on_retyped, page, code))
        page.left.connect(self._on_left)
        self._view.show_sheet(page)

    def _on_retyped(self, page: SheetPage, code: str, typed: Mapping[int, str]) -> None:
        def told(is_right: bool) -> None:
            if is_right:
                self._close(self.tr("Your recovery kit is made. Keep the sheet where you would keep a key."))
            else:
                page.say_not_the_same()

        self._context.tasks.journal(
            partial(self._context.journal.keys.confirm_kit, code, typed),
            context=page,
            then=told,
            failed=lambda error: page.show_problem(plain_words(error)),
        )

    @Slot()
    def _on_left(self) -> None:
        self._close("")

    def _close(self, words: str) -> None:
        self._view.clear_sheet()
        self._call(self._context.journal.keys.kit_made_on, self._view.kit.show_state)
        if words:
            self._view.kit.say(words)

    def _call(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._context.tasks.journal(
            work, context=self, then=then, failed=lambda error: self._view.show_problem(plain_words(error))
        )


def code_of(keys: KeyService, passphrase: str, *, is_new: bool) -> tuple[str, tuple[int, int]]:
    """The code to show, and which of its groups to ask for; runs on the journal thread."""
    code = keys.new_kit(passphrase) if is_new else keys.kit_code(passphrase)
    return code, keys.groups_to_retype(code)
