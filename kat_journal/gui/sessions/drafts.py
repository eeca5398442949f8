"""What stands half-typed in several parts of a page, as one flat mapping and back."""

from collections.abc import Mapping


def gathered(parts: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Everything, each name behind the name of its part."""
    return {f"{part}-{name}": words for part, draft in parts.items() for name, words in draft.items()}


def part_of(draft: Mapping[str, str], part: str) -> dict[str, str]:
    """What :func:`gathered` was given for one part."""
    before = f"{part}-"
    return {name.removeprefix(before): words for name, words in draft.items() if name.startswith(before)}
