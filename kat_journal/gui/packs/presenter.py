"""Decides what the page of packs does: files are read on the pool, and the journal thread adds and removes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from kat_journal.errors import PackError
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.packs.looking import Looking
from kat_journal.gui.packs.view import PacksView
from kat_journal.gui.packs.words import added
from kat_journal.services.packs import Offered, Standing


class PacksPresenter(QObject):
    """Nothing is changed before the person has seen it and said yes."""

    def __init__(self, view: PacksView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._packs = context.journal.packs
        self._offered: Offered | None = None
        self._looking = Looking(context.tasks, self._packs, self)
        self._looking.moved.connect(view.show_looking)
        self._looking.found.connect(self._on_found)
        self._looking.refused.connect(self._on_failed)
        view.file_asked.connect(self._on_file)
        view.folder_asked.connect(self._on_folder)
        view.accepted.connect(self._on_accepted)
        view.removed.connect(self._on_removed)
        view.back_asked.connect(context.navigator.back)
        self._load()

    def _load(self) -> None:
        self._context.tasks.journal(
            self._packs.installed, context=self, then=self._view.show_packs, failed=self._on_failed
        )

    def _on_file(self) -> None:
        kinds = self.tr("Packs and questionnaires (*.zip *.json)")
        self._look(self._context.dialogs.open_file(self._view, self.tr("Choose a pack"), Path.home(), kinds))

    def _on_folder(self) -> None:
        self._look(self._context.dialogs.choose_folder(self._view, self.tr("Choose a pack"), Path.home()))

    def _look(self, chosen: Path | None) -> None:
        if chosen is not None:
            self._looking.start(chosen)

    def _on_found(self, offered: Offered) -> None:
        self._offered = offered
        if offered.standing is Standing.SAME:
            self._view.say(self.tr("You have this one already: \u201c{0}\u201d.").format(offered.pack.title))
        else:
            self._view.show_offer(offered)

    def _on_accepted(self) -> None:
        if (offered := self._offered) is not None:
            self._offered = None
            work = partial(self._packs.install, offered)
            self._context.tasks.journal(
                work, context=self, then=lambda _: self._on_installed(offered), failed=self._on_failed
            )

    def _on_installed(self, offered: Offered) -> None:
        self._view.say(added(offered))
        self._load()

    def _on_removed(self, pack_id: str) -> None:
        work = partial(self._packs.remove, pack_id)
        self._context.tasks.journal(work, context=self, then=self._on_gone, failed=self._on_failed)

    def _on_gone(self, _: None) -> None:
        self._view.say(self.tr("The pack is removed. What you answered is still there."))
        self._load()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, PackError):
            self._view.show_refusal(error)
        else:
            self._view.say(plain_words(error))
