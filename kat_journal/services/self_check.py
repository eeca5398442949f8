"""What this installation holds: proves that an artefact was packed whole."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kat_journal.content.check import problems
from kat_journal.content.guide import read_guide
from kat_journal.content.library import load_library
from kat_journal.content.messages import load_messages
from kat_journal.content.wordlist import load_words
from kat_journal.errors import CommonPassphraseError
from kat_journal.export.registry import formats
from kat_journal.logs import describe
from kat_journal.services.passphrases import check_new
from kat_journal.storage.build import cipher_version
from kat_journal.storage.migrations import MIGRATIONS


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    text: str
    good: bool


def findings(resources: Path) -> tuple[Finding, ...]:
    """Look at formats, migrations, packs, texts, words and cipher of this installation."""
    return (
        _found("cipher", cipher_version),
        _found("export formats", lambda: _some(", ".join(formats()))),
        _found("migrations", lambda: _some(str(len(MIGRATIONS)))),
        _found("forms", lambda: _some(str(len(load_library(resources).forms)))),
        _found("support texts", lambda: _some(str(len(load_library(resources).support.countries)))),
        _found("sentences", lambda: _some(str(len(load_messages(resources, "en").texts)))),
        _found("passphrase words", lambda: str(len(load_words(resources)))),
        _found("common passphrases", _refused),
        _found("core pack", lambda: _none(problems(resources / "packs" / "core", resources))),
        _found("guide", lambda: _some(str(len(read_guide(resources).split())))),
        _found("fonts", lambda: _some(str(len(list((resources / "fonts").glob("*.?tf")))))),
        _found("styles", lambda: _some(", ".join(sorted(path.name for path in (resources / "styles").iterdir())))),
    )


def _found(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(f"{name}: {look()}", good=True)
    except Exception as error:  # noqa: BLE001 - whatever is wrong is the finding
        return Finding(f"{name}: {str(error) or describe(error)}", good=False)


def _refused(words: str = "password1234") -> str:
    """Whether what is tried first is known; its lists come with another package and are easily left out."""
    with suppress(CommonPassphraseError):
        check_new(words)
        raise ValueError("not known")
    return "refused"


def _some(text: str) -> str:
    if text in {"", "0"}:
        raise ValueError("none")
    return text


def _none(found: tuple[str, ...]) -> str:
    if found:
        raise ValueError("; ".join(found))
    return "no problems"
