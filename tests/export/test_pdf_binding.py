"""Binding what was painted into sheets."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject

from kat_journal.export.pdf_binding import About, Painted, Span, bound

ABOUT = About("Notes", date(2026, 11, 23), "en")


def stream(writer, data):
    made = DecodedStreamObject()
    made.set_data(data)
    return writer._add_object(made)


def painted(*contents):
    """A PDF with a page for each content, as Qt makes it; an empty one has no content at all."""
    writer = PdfWriter()
    letters = stream(writer, b"<0009> <0009> <0041>\n<0001> <0002> [<0009> <0042> ]")
    font = writer._add_object(DictionaryObject({NameObject("/ToUnicode"): letters}))
    for number, content in enumerate(contents):
        page = writer.add_blank_page(595, 842)
        named = DictionaryObject({NameObject(f"/F{number}"): font})
        kinds = {NameObject("/Font"): named, NameObject("/ProcSet"): ArrayObject([NameObject("/PDF")])}
        page[NameObject("/Resources")] = DictionaryObject(kinds)
        if content:
            page[NameObject("/Contents")] = stream(writer, content)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def content(page):
    return page.get_contents().get_data()


def test_sheets_are_made_of_the_painted_pages_in_order():
    sheets = ((Painted(), Painted()), (Painted(),))
    reader = PdfReader(BytesIO(bound(painted(b"ONE", b"", b"THREE"), sheets, ABOUT)))

    first, second = reader.pages
    assert content(first) == b"q\nONE\nQ\n\nq\n\nQ\n"
    assert content(second) == b"q\nTHREE\nQ\n"
    assert set(first["/Resources"]["/Font"]) == {"/F0", "/F1"}
    assert first["/Resources"]["/ProcSet"] == ["/PDF"]


def test_words_stand_over_their_line_and_replace_its_glyphs():
    span = Span("\u6f22\U0001f642", left=50, top=100, width=27.8, size=10)
    reader = PdfReader(BytesIO(bound(painted(b"ONE"), ((Painted((span,)),),), ABOUT)))

    (page,) = reader.pages
    lines = content(page).split(b"\n")
    assert lines[0] == b"/Span <</ActualText <FEFF>>> BDC"
    assert lines[2:4] == [b"ONE", b"Q"]
    assert lines[-3].startswith(b"/Span <</ActualText <FEFF6F22D83DDE42>>> BDC /Unseen 10.00 Tf 1000.00 Tz")
    assert b"1 0 0 1 50.00 742.00 Tm ( ) Tj EMC" in lines[-3]
    assert "/Unseen" in page["/Resources"]["/Font"]


def test_a_space_is_a_space_and_no_tab():
    reader = PdfReader(BytesIO(bound(painted(b"ONE"), ((Painted(),),), ABOUT)))

    letters = reader.pages[0]["/Resources"]["/Font"]["/F0"]["/ToUnicode"].get_data()
    assert letters == b"<0009> <0009> <0041>\n<0001> <0002> [<0020> <0042> ]"


def test_the_same_gives_the_same_bytes_and_tells_only_what_is_given():
    made = [bound(painted(b"ONE"), ((Painted(),),), ABOUT) for _ in range(2)]

    assert made[0] == made[1]
    reader = PdfReader(BytesIO(made[0]))
    assert dict(reader.metadata) == {"/Title": "Notes", "/Producer": "KAT Journal", "/CreationDate": "D:20261123"}
    assert (reader.root_object["/Lang"], reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value) == (
        "en",
        True,
    )
