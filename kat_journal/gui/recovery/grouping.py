"""How a recovery code looks while it is typed: large letters in groups of four, whatever was typed between them."""

GROUPS = 8
SIZE = 4


def grouped(text: str, *, is_growing: bool) -> str:
    """The same code, with a dash between groups; one that was left short stays short, so that it is seen.

    Args:
        text: What was typed or pasted.
        is_growing: Whether letters came rather than went: only then a full group gets its dash at once.
    """
    parts = "".join(letter.upper() if letter.isalnum() else " " for letter in text).split()
    groups = [part[start : start + SIZE] for part in parts for start in range(0, len(part), SIZE)]
    ends_group = bool(groups) and (len(groups[-1]) == SIZE or not text[-1].isalnum())
    return "-".join(groups) + ("-" if is_growing and ends_group and len(groups) < GROUPS else "")


def span_of(text: str, group: int) -> tuple[int, int]:
    """Where a group stands, counted from 1, and how long it is; nothing where there is no such group."""
    groups = text.split("-")
    if not 1 <= group <= len(groups):
        return 0, 0
    return sum(len(one) + 1 for one in groups[: group - 1]), len(groups[group - 1])


def is_full(text: str) -> bool:
    """Whether there are as many letters as a code has."""
    return sum(letter.isalnum() for letter in text) == GROUPS * SIZE
