"""Which formats there are: every module of ``export.formats``, found by looking."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kat_journal.domain.messages import Messages
from kat_journal.domain.summary import Summary
from kat_journal.errors import KatJournalError
from kat_journal.export import formats as package


class UnknownFormatError(KatJournalError):
    """There is no format of that name."""

    message = "error.unknown-format"
    user_message = "There is no format of that name."
    hint = "Nothing was saved. The format that always works is markdown."


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: What it is asked for by, such as ``markdown``.
        suffix: Of its files, with the dot.
        render: The document as the bytes of a file; the same document gives the same bytes.
    """

    name: str
    suffix: str
    render: Callable[[Summary, Messages], bytes]


@cache
def formats() -> Mapping[str, Format]:
    """The formats by name, in the order of their names; ``self-check`` proves that a build has them all."""
    modules = (
        importlib.import_module(f"{package.__name__}.{found.name}") for found in pkgutil.iter_modules(package.__path__)
    )
    found = (Format(module.NAME, module.SUFFIX, module.render) for module in modules)
    return MappingProxyType({one.name: one for one in sorted(found, key=lambda one: one.name)})


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        UnknownFormatError: There is none.
    """
    found = formats().get(name)
    if found is None:
        raise UnknownFormatError("no such format")
    return found
