"""A PDF that opens only with a password, for the journey to the clinic.

A PDF, and not an archive: every reader of PDFs that a clinic has asks for its password and shows it, on a telephone
too. Archives with strong encryption need a program that clinics seldom have, or may not install. It is AES with 256
bits, as ISO 32000-2 (PDF 2.0) has it; what the PDF tells of itself is encrypted too.
"""

import unicodedata
from io import BytesIO

from pypdf import PdfReader, PdfWriter


def locked(pdf: bytes, password: str) -> bytes:
    """The same pages behind a password; no two calls give the same bytes, because each draws its own keys.

    Args:
        pdf: A PDF of ours.
        password: Taken in the form that the standard asks for (NFKC), so that every keyboard makes the same.
    """
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.encrypt(unicodedata.normalize("NFKC", password), algorithm="AES-256")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
