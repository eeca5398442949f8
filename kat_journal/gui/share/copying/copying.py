"""Keeps what is to be other in the copy, saves the list of names, and says what came of it."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.share.copying.change_list import Shown
from kat_journal.gui.share.copying.changes_line import ChangesLine
from kat_journal.gui.share.copying.pane import CopyPane
from kat_journal.gui.share.copying.struck import Kept, Struck
from kat_journal.gui.share.copying.wording import word
from kat_journal.gui.share.newest import Newest
from kat_journal.gui.widgets.announce import announce
from kat_journal.services.replacements import Replacement, ReplacementService
from kat_journal.services.summaries import Change, Edits, Line, LineRef, Material, lines

_Names = tuple[Replacement, ...]
_NOTHING: frozenset[str] = frozenset()


class Copying(QObject):
    """Between the pane and whoever makes the file.

    The list of names is asked for when it is made: whoever makes it before asking for the material has the names
    before the first file is composed.

    Signals:
        changed: The file has to be made anew.
    """

    changed = Signal()

    def __init__(
        self,
        pane: CopyPane,
        line: ChangesLine,
        context: PageContext,
        parent: QObject,
        struck: Mapping[str, Kept] | None = None,
    ) -> None:
        """Begin with the lines that were left out earlier in the visit, as :attr:`struck` kept them."""
        super().__init__(parent)
        self._pane, self._line, self._context = pane, line, context
        self._names: _Names = ()
        self._struck = Struck(struck)
        self._material: Material | None = None
        self._chosen: frozenset[str] = _NOTHING
        self._labels: dict[str, str] = {}
        self._made: tuple[tuple[Change, ...], tuple[str, ...]] = ((), ())
        self._lines = Newest(context.tasks.pool, self._on_lines, self._on_failed, self)
        pane.names.wanted.connect(self._on_wanted)
        pane.names.off_wanted.connect(self._on_off)
        pane.lines.seen.connect(self._ask_lines)
        pane.lines.list.struck.connect(self._on_struck)
        pane.changes.put_back.connect(self._on_put_back)
        pane.changes.off_wanted.connect(self._on_off)
        line.wanted.connect(self._on_see)
        service = context.journal.replacements
        context.tasks.journal(service.all, context=self, then=self._on_names, failed=self._on_failed)

    @property
    def edits(self) -> Edits:
        """What is to be other than in the journal."""
        return Edits(self._names, self._struck.refs)

    @property
    def struck(self) -> Mapping[str, Kept]:
        """The lines that are left out, as a place may keep them: no words, and no keys."""
        return self._struck.kept

    def show_material(self, material: Material, keys: Iterable[str]) -> None:
        """The journal was read anew: of these lines, those stay left out whose answer is as it was."""
        self._material = material
        self._struck.read(material, keys)
        self._ask_lines()

    def show_chosen(self, chosen: frozenset[str], labels: Mapping[str, str]) -> None:
        """Which answers leave, and the label of each."""
        self._chosen, self._labels = chosen, dict(labels)
        self._ask_lines()

    def show_made(self, changes: tuple[Change, ...], longer: tuple[str, ...]) -> None:
        """What the file that was made has other than the journal."""
        self._made = (changes, longer)
        self._line.show_made(changes, longer, self._back())
        self._pane.show_count(len(changes))
        self._pane.changes.show_changes(Shown(changes, self._labels, self._names, self._struck.refs))
        self._pane.names.longer.show_words(longer, self._names)

    def _ask_lines(self) -> None:
        """Find the lines off the window's thread, and only while they are seen."""
        if self._material is not None and self._pane.lines.isVisible():
            self._lines.ask(partial(lines, self._material, self._chosen))

    def _on_lines(self, found: tuple[Line, ...]) -> None:
        labels = {line.ref.key: self._labels.get(line.ref.key, "") for line in found}
        self._pane.lines.show_lines(found, labels, self._struck.refs)

    def _on_names(self, names: _Names) -> None:
        self._names = names
        self._pane.names.show_names(names)
        if names:
            self.changed.emit()

    def _on_wanted(self, asked: Replacement) -> None:
        work = partial(_kept, self._context.journal.replacements, asked)
        then = partial(self._on_kept, asked)
        self._context.tasks.journal(work, context=self, then=then, failed=self._on_failed)

    def _on_kept(self, asked: Replacement, done: tuple[Replacement | None, _Names]) -> None:
        one, names = done
        if one is None:  # the form has said so already: only a longer word could come to this
            return
        was_there = len(names) < len(self._names) + (0 if asked.uid else 1)
        self._show_names(names)
        self._pane.names.kept(asked, one)
        self._say_kept(one, was_there=was_there)
        self.changed.emit()

    def _say_kept(self, one: Replacement, *, was_there: bool) -> None:
        name, instead = word(one.name), word(one.instead)
        if was_there:
            words = self.tr("{0} was on your list already. It is changed there and leaves as {1} now.")
            self._pane.notice.show_text(words.format(name, instead))
        else:
            self._pane.notice.clear()
            announce(self._pane, self.tr("Kept. {0} leaves as {1}.").format(name, instead))

    def _on_off(self, one: Replacement) -> None:
        work = partial(_taken_off, self._context.journal.replacements, one)
        then = partial(self._on_taken_off, one)
        self._context.tasks.journal(work, context=self, then=then, failed=self._on_failed)

    def _on_taken_off(self, one: Replacement, names: _Names) -> None:
        place = next((at for at, other in enumerate(self._names) if other.uid == one.uid), 0)
        self._pane.notice.clear()
        self._show_names(names)
        if self._pane.names.isVisible():
            self._pane.names.gone(place)
        announce(self._pane, self.tr("{0} is off the list and leaves as you wrote it.").format(word(one.name)))
        self.changed.emit()

    def _show_names(self, names: _Names) -> None:
        self._names = names
        self._pane.names.show_names(names)

    def _on_struck(self, ref: LineRef, struck: bool) -> None:
        self._struck.set(ref, struck)
        self.changed.emit()

    def _on_put_back(self, ref: LineRef) -> None:
        self._pane.lines.list.show_struck(self._struck.refs - {ref})
        announce(self._pane, self.tr("Put back."))
        self._on_struck(ref, struck=False)

    def _on_see(self) -> None:
        # Not now: whoever else heard this shows the pane, and only then can it have the focus.
        QTimer.singleShot(0, self, self._show_changes)

    def _show_changes(self) -> None:
        changes, _ = self._made
        if back := self._back():
            self._pane.notice.show_text(self._line.back_words(back))
            self._struck.forget_back(self._chosen)
            self._pane.show_part("lines")
            self.changed.emit()
        else:
            self._pane.show_part("changes" if changes else "names")
        self._pane.first.setFocus()
        self._pane.verticalScrollBar().setValue(0)

    def _back(self) -> int:
        return self._struck.back_in(self._chosen)

    def _on_failed(self, error: Exception) -> None:
        self._pane.notice.show_text(plain_words(error))


def _kept(service: ReplacementService, asked: Replacement) -> tuple[Replacement | None, _Names]:
    """Keep it, on the journal thread."""
    uid = asked.uid or None
    one = service.put(asked.name, asked.instead, as_written=asked.as_written, uid=uid)
    return one, service.all()


def _taken_off(service: ReplacementService, one: Replacement) -> _Names:
    service.delete(one.uid)
    return service.all()
