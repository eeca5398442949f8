"""How instants, days and words stand in the tables."""

from datetime import UTC, date, datetime


def clean(words: str) -> str:
    """The words as UTF-8 can hold them: halves of a character are joined, and lone ones become U+FFFD."""
    try:
        words.encode()
    except UnicodeEncodeError:
        return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return words


def utc_text(instant: datetime) -> str:
    """UTC ISO 8601, always as long, so that the order of texts is the order of time.

    Raises:
        ValueError: The instant has no zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def utc_text_or_none(instant: datetime | None) -> str | None:
    """The same where there may be none."""
    return None if instant is None else utc_text(instant)


def read_utc(text: str) -> datetime:
    """The instant that :func:`utc_text` wrote."""
    return datetime.fromisoformat(text)


def read_utc_or_none(text: str | None) -> datetime | None:
    """The same where there may be none."""
    return None if text is None else read_utc(text)


def read_day_or_none(text: str | None) -> date | None:
    """A local date where there may be none."""
    return None if text is None else date.fromisoformat(text)
