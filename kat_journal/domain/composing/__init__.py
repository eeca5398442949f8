"""From chosen answers to the document that leaves; each section is a file of its own."""

from kat_journal.domain.composing.choice import Choice, Heading
from kat_journal.domain.composing.document import compose

__all__ = ["Choice", "Heading", "compose"]
