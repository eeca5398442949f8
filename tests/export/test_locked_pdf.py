"""A PDF that opens only with its password, by two readers that are not ours."""

import shutil
import subprocess
from io import BytesIO

import pytest
from pypdf import PasswordType, PdfReader, PdfWriter

from kat_journal.export.locked_pdf import locked

PASSWORD = "caf\u00e9 sieben M\u00f6wen"
SENTINEL = "Sentinel of the title"


@pytest.fixture
def plain():
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.metadata = {"/Title": SENTINEL}
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_it_opens_with_the_password_and_with_no_other(plain):
    data = locked(plain, PASSWORD)

    assert PdfReader(BytesIO(data)).decrypt("another password") is PasswordType.NOT_DECRYPTED
    reader = PdfReader(BytesIO(data), password=PASSWORD)
    assert len(reader.pages) == 1
    assert reader.metadata.title == SENTINEL


def test_the_password_is_taken_in_one_form_whatever_the_keyboard_makes(plain):
    data = locked(plain, "cafe\u0301 sieben Mo\u0308wen")

    assert len(PdfReader(BytesIO(data), password=PASSWORD).pages) == 1


def test_it_is_aes_with_256_bits_and_nothing_is_in_clear(plain):
    data = locked(plain, PASSWORD)

    assert SENTINEL.encode() in plain
    assert SENTINEL.encode() not in data
    assert PASSWORD.encode() not in data
    encryption = PdfReader(BytesIO(data)).trailer["/Encrypt"]
    assert (encryption["/V"], encryption["/R"], encryption["/Length"]) == (5, 6, 256)
    assert encryption.get("/EncryptMetadata", True)


@pytest.mark.skipif(
    shutil.which("pdfinfo") is None,
    reason="NO PDF READER: that others open a locked PDF was NOT seen; on Debian: apt install poppler-utils",
)
def test_another_reader_opens_it_with_the_password_alone(plain, tmp_path):
    path = tmp_path / "locked.pdf"
    path.write_bytes(locked(plain, PASSWORD))

    def ask(*options):
        return subprocess.run(["pdfinfo", *options, str(path)], capture_output=True, check=False)

    assert ask().returncode != 0
    assert ask("-upw", "wrong").returncode != 0
    assert SENTINEL.encode() not in ask("-upw", "wrong").stdout
    assert SENTINEL.encode() in ask("-upw", PASSWORD).stdout
