"""Where things are on this computer, and the few preferences that are needed before unlocking.

Nothing here says anything about a person's journal: look, language, text size, auto-lock minutes, and the country
whose numbers the Support page shows while locked. Of the last journal's place a mark is kept, so that one which is gone
is missed, and not its path.
"""

import tomllib
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import platformdirs

APP_NAME = "KAT Journal"
JOURNAL_FILES = ("journal.db", "keys.json", "keys.json.bak", "backups", "restore.ready", "sealed")
KEY_FILES = ("keys.json", "keys.json.bak")
LOOKS = ("system", "light", "dark", "high-contrast")
TEXT_SCALES = (100, 125, 150, 175, 200)
DEFAULT_AUTO_LOCK_MINUTES = 5
MOST_AUTO_LOCK_MINUTES = 60


@dataclass(slots=True)
class Preferences:
    """Choices that hold while locked too. They change only in Settings and on the Support page.

    Attributes:
        look: One of ``LOOKS``; ``system`` follows the computer.
        text_scale: Size of the text, in percent.
        auto_lock_minutes: Idle minutes before locking; 0 is never.
        language: Such as ``en``; empty follows the system.
        country: Two-letter code whose numbers Support shows; empty is not chosen yet.
        window: Where the window stood, as the system gives it.
        sealed_words: Whether words can be written without opening the journal.
        hide_when_away: Whether a curtain covers the pages while another program is in front.
        hide_from_pictures: Whether the window is kept out of pictures of the screen, where the system can do that.
        journal_known: Mark of the place where a journal was last opened in the window; empty is nowhere yet.
        path: The file that holds them.
    """

    path: Path
    look: str = "system"
    text_scale: int = 100
    auto_lock_minutes: int = DEFAULT_AUTO_LOCK_MINUTES
    language: str = ""
    country: str = ""
    window: str = ""
    sealed_words: bool = True
    hide_when_away: bool = False
    hide_from_pictures: bool = True
    journal_known: str = ""

    def save(self) -> None:
        """Write the file whole; a failure leaves the old one and is not worth a word to the person."""
        import json  # noqa: PLC0415 - the unlock page is there without it

        values = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "path"}
        # JSON strings, integers and booleans are those of TOML.
        text = "".join(f"{name} = {json.dumps(value)}\n" for name, value in values.items())
        part = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            part.touch(mode=0o600, exist_ok=False)
            part.write_text(text, encoding="utf-8")
            part.replace(self.path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Config:
    """Places that stay the same from start to exit.

    Attributes:
        journal: The journal's folder, whether it exists yet or not.
        resources: Folder of packs, styles, fonts and translations.
        preferences: See :class:`Preferences`.
        packs: Folders of further packs.
    """

    journal: Path
    resources: Path
    preferences: Preferences
    packs: tuple[Path, ...] = field(default=())

    @property
    def has_journal(self) -> bool:
        """Whether any part of a journal is at its place; one that lost a part is opened, never made anew."""
        return any(_is_there(self.journal / name) for name in JOURNAL_FILES)

    @property
    def is_missing(self) -> bool:
        """Whether the window opened a journal at its place before, and nothing of it is there now."""
        return not self.has_journal and self.preferences.journal_known == _mark(self.journal)

    def know_journal(self) -> None:
        """Keep that there is a journal at its place, which is missed once it is gone."""
        mark = _mark(self.journal)
        if self.preferences.journal_known != mark:
            self.preferences.journal_known = mark
            self.preferences.save()

    @property
    def can_seal(self) -> bool:
        """Whether words can be written without opening: it is not turned off, and there is a key file to look at."""
        return self.preferences.sealed_words and any((self.journal / name).is_file() for name in KEY_FILES)

    @property
    def has_sealed_words(self) -> bool:
        """Whether words that were written while locked wait for the next opening."""
        return any((self.journal / "sealed").glob("*.sealed"))


def _is_there(path: Path) -> bool:
    """Whether something has that name, be it a link that leads nowhere; what cannot be looked at may be there."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _mark(path: Path) -> str:
    import hashlib  # noqa: PLC0415 - only where there is no journal, or one was just opened

    return hashlib.sha256(bytes(path.absolute())).hexdigest()


def default_journal() -> Path:
    """The folder of this person's journal: the local data folder, which no cloud service moves away."""
    return platformdirs.user_data_path(APP_NAME, appauthor=False, roaming=False) / "Journal"


def default_preferences() -> Path:
    """The file of this person's preferences."""
    return platformdirs.user_config_path(APP_NAME, appauthor=False, roaming=False) / "config.toml"


def load_preferences(path: Path) -> Preferences:
    """Read the preferences; what is missing or makes no sense takes its default."""
    preferences = Preferences(path)
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return preferences
    preferences.look = _one_of(values.get("look"), LOOKS, preferences.look)
    preferences.text_scale = _within(values.get("text_scale"), TEXT_SCALES[0], TEXT_SCALES[-1], 100)
    preferences.auto_lock_minutes = _within(
        values.get("auto_lock_minutes"), 0, MOST_AUTO_LOCK_MINUTES, DEFAULT_AUTO_LOCK_MINUTES
    )
    preferences.language = _short_code(values.get("language"))
    preferences.country = _short_code(values.get("country"))
    preferences.window = values["window"] if isinstance(values.get("window"), str) else ""
    # Anything but a plain yes is a no: who turned it off must never find it on.
    preferences.sealed_words = values.get("sealed_words", True) is True
    preferences.hide_when_away = values.get("hide_when_away") is True
    preferences.hide_from_pictures = values.get("hide_from_pictures", True) is not False
    preferences.journal_known = values["journal_known"] if isinstance(values.get("journal_known"), str) else ""
    return preferences


def _one_of(value: Any, allowed: tuple[str, ...], default: str) -> str:
    return value if value in allowed else default


def _within(value: Any, low: int, high: int, default: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high else default


def _short_code(value: Any) -> str:
    return value if isinstance(value, str) and value.isalpha() and len(value) <= 3 else ""
