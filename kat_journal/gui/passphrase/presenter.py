"""Offers words for a new passphrase, and says how good the person's own are."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from kat_journal.gui.passphrase.catalogue import assess
from kat_journal.gui.passphrase.fields import NewPassphrase
from kat_journal.gui.tasks import Tasks

A_PAUSE = 300
"""Milliseconds without a key, after which a passphrase is looked at."""


class NewPassphrasePresenter(QObject):
    """Stands behind one :class:`NewPassphrase`."""

    def __init__(self, fields: NewPassphrase, tasks: Tasks, offer_words: Callable[[], str]) -> None:
        super().__init__(fields)
        self._fields = fields
        self._tasks = tasks
        self._offer_words = offer_words
        self._pause = QTimer(self, interval=A_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._look)
        fields.other_words_asked.connect(self.offer)
        fields.typed.connect(self._on_typed)

    @Slot()
    def offer(self) -> None:
        """Offer four words."""
        self._tasks.pool(self._offer_words, context=self, then=self._fields.show_words)

    @Slot(str)
    def _on_typed(self, passphrase: str) -> None:
        if passphrase:
            self._pause.start()
        else:
            self._pause.stop()

    def _look(self) -> None:
        passphrase = self._fields.words.text()
        if not passphrase:
            return  # it was put into force, or taken back, meanwhile
        show = partial(self._fields.show_strength, passphrase)
        self._tasks.pool(partial(assess, passphrase), context=self, then=show)
