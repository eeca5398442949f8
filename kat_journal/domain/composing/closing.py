"""The end of a summary: that these are chosen parts, and that a missing topic means nothing."""

from kat_journal.domain.composing.offered import offered_keys
from kat_journal.domain.composing.selection import Selection
from kat_journal.domain.summary import Block, Paragraph


def closing(selection: Selection) -> tuple[Block, ...]:
    """The closing line, the number of things left out only if the person wants it, and the fixed last sentence."""
    messages = selection.messages
    key = "summary.closing-everything" if selection.choice.everything else "summary.closing"
    blocks = [Paragraph(messages.get(key))]
    if selection.choice.count_left_out:
        left_out = offered_keys(selection.material) - selection.chosen
        blocks.append(Paragraph(messages.get("summary.left-out", count=len(left_out))))
    return (*blocks, Paragraph(messages.get("summary.missing-topic")))
