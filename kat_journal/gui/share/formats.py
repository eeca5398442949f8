"""What the window can save a summary as, in words."""

from PySide6.QtCore import QCoreApplication

from kat_journal.services.exports import MARKDOWN, PDF, PDF_LOCKED

FIRST = (MARKDOWN, PDF, "text", PDF_LOCKED)
FOR_PROGRAMS = ("html", "fhir", "csv")


def tr(text: str) -> str:
    """Translate a string about formats."""
    return QCoreApplication.translate("Formats", text)


def name_of(format: str) -> str:
    """What a format is called."""
    return {
        MARKDOWN: tr("Markdown"),
        PDF: tr("PDF"),
        "text": tr("Plain text"),
        PDF_LOCKED: tr("PDF with a password"),
        "html": tr("Web page (HTML)"),
        "fhir": tr("FHIR"),
        "csv": tr("Table (CSV)"),
    }[format]


def about(format: str) -> str:
    """What it is for, in one line."""
    return {
        MARKDOWN: tr("Text with headings. Opens anywhere."),
        PDF: tr("Pages to print or to send."),
        "text": tr("Nothing but words, for a message or a form."),
        PDF_LOCKED: tr("Opens only with the password you choose."),
        "html": tr("A page for a browser, with charts."),
        "fhir": tr("For a clinic’s own software. Ask them first."),
        "csv": tr("Rows for a spreadsheet."),
    }[format]


def filters(format: str, suffix: str) -> str:
    """The filter of the system's question for a file."""
    return f"{name_of(format)} (*{suffix})"
