"""The message catalogue of one language, filled up from English."""

import re
from pathlib import Path

import msgspec

from kat_journal.domain.messages import Messages

FALLBACK = "en"
_LANGUAGE = re.compile("[a-z]{2,3}")


def load_messages(resources: Path, language: str) -> Messages:
    """Read ``translations/<language>/messages.toml``; a sentence that it lacks is English.

    Args:
        resources: The folder of resources.
        language: Such as ``de``; of ``de_DE`` or ``de-DE`` the first part counts.
    """
    folder = resources / "translations"
    texts = _read(folder / FALLBACK / "messages.toml")
    code = _LANGUAGE.match(language.lower())
    file = folder / (code[0] if code else FALLBACK) / "messages.toml"
    if not file.is_file():
        return Messages(FALLBACK, texts)
    return Messages(file.parent.name, texts | _read(file))


def _read(file: Path) -> dict[str, str]:
    return msgspec.toml.decode(file.read_bytes(), type=dict[str, str])
