"""The words that an offered passphrase is drawn from."""

from pathlib import Path

from kat_journal.content.reading import refusal

FEWEST = 2048


def load_words(resources: Path) -> tuple[str, ...]:
    """Every word of the list, each once.

    Raises:
        PackError: The list is missing, or too short to be drawn from safely.
    """
    file = "wordlist/en.txt"
    try:
        words = (resources / file).read_text(encoding="utf-8").split()
    except (OSError, ValueError) as error:
        raise refusal(file, [("", "cannot be read")]) from error
    if len(set(words)) < max(FEWEST, len(words)):
        raise refusal(file, [("", f"must hold at least {FEWEST} words, each once")])
    return tuple(words)
