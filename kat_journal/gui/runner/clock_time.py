"""A time of day as people type it."""

import re

_TYPED = re.compile(r"\s*(\d{1,2})\s*(?:[:.h ]\s*(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?\s*", re.IGNORECASE)
_DIGITS = re.compile(r"\s*(\d{1,2})(\d{2})\s*(am|pm|a\.m\.|p\.m\.)?\s*", re.IGNORECASE)


def read(typed: str) -> str | None:
    """``HH:MM`` for a time such as ``14:30``, ``14.30``, ``1430``, ``9`` or ``2:30 pm``; None for anything else."""
    match = _TYPED.fullmatch(typed) or _DIGITS.fullmatch(typed)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
