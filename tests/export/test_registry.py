import pytest

from kat_journal.export.registry import UnknownFormatError, format_named, formats


def test_every_file_among_the_formats_is_found():
    names = ["csv", "fhir", "html", "markdown", "text"]
    assert list(formats.__wrapped__()) == names, "looked for anew, not remembered"
    assert list(formats()) == names


def test_a_format_says_how_its_files_end():
    assert format_named("markdown").suffix == ".md"


def test_an_unknown_format_is_refused():
    with pytest.raises(UnknownFormatError):
        format_named("papyrus")
