"""How what stands at the foot of the window lines up with the page above."""

MARGIN = 24
ENOUGH = 0.8
"""Of the width of a page's column."""


def beside(width: int, left: int, widest: int) -> tuple[int, int]:
    """Space before and after: under the page's own column where there is room, else as wide as the window.

    Args:
        width: Of the window.
        left: Where the page begins.
        widest: The width of a page's column.
    """
    begins = left if width - left >= widest * ENOUGH else 0
    side = max(MARGIN, (width - begins - widest) // 2)
    return begins + side, side
