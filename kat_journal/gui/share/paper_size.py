"""The paper that a person's printer holds."""

from PySide6.QtCore import QLocale

_LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Countries whose printers hold US Letter, as Unicode's CLDR lists them."""


def page_size(locale: QLocale | None = None) -> str:
    """The paper that printers hold in the person's country."""
    return "Letter" if QLocale.territoryToCode((locale or QLocale.system()).territory()) in _LETTER else "A4"
