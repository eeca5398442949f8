import hashlib
import resource
import stat
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
import sqlcipher3
from pypdf import PdfReader, PdfWriter

from kat_journal.domain.ids import FormId, ItemId, Uid
from kat_journal.domain.response import Answer, Draft, ShareMark
from kat_journal.errors import AlreadyExistsError, KatJournalError, NothingChosenError
from kat_journal.export.registry import UnknownFormatError
from kat_journal.export.writing import CannotSaveHereError
from kat_journal.services.exports import PDF, PDF_LOCKED, PRINTED, Asked, ExportService
from kat_journal.services.summaries import Period, SummaryService
from kat_journal.storage.courses import Courses
from kat_journal.storage.practices import Practices
from kat_journal.storage.responses import Responses
from kat_journal.storage.settings import Settings
from kat_journal.storage.shares import Shares
from kat_journal.storage.snapshots import Snapshots

NO_MORE_RECORDS = "CREATE TRIGGER no_more_records BEFORE INSERT ON share_record BEGIN SELECT raise(ABORT, 'never'); END"
PERIOD = Period(date(2026, 10, 30), date(2026, 11, 23))


@pytest.fixture
def shares(vault):
    return Shares(vault.connection)


@pytest.fixture
def responses(vault):
    return Responses(vault.connection)


@pytest.fixture
def exports(shares, clock, messages):
    return ExportService(shares, clock, messages)


@pytest.fixture
def summaries(vault, responses, shares, clock, messages):
    parts = (Courses(vault.connection), Practices(vault.connection), Settings(vault.connection))
    return SummaryService(responses, Snapshots(vault.connection), *parts, shares, clock, messages)


@pytest.fixture
def write(responses, library):
    def write(day, words, share=ShareMark.SHARE, form="free-page", item="words", **more):
        at = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
        asked = library.form(FormId(f"core:{form}"))
        draft = Draft(Uid(f"{form}{day}{words}"), asked, day, at, "Europe/London")
        responses.save_answer(draft, Answer(ItemId(item), text=words, share=share, **more), at)

    return write


def test_the_name_of_a_file_is_made_of_dates_only(exports):
    assert exports.suggested_name(PERIOD) == "summary-2026-10-30-to-2026-11-23.md"
    assert exports.suggested_name(PERIOD, PDF_LOCKED) == "summary-2026-10-30-to-2026-11-23.pdf"
    assert (exports.suffix(PDF), exports.suffix("fhir")) == (".pdf", exports.suggested_name(PERIOD, "fhir")[-5:])
    assert exports.formats() == ("csv", "fhir", "html", "markdown", "text")


def test_a_record_keeps_what_left_and_nothing_else_changes(exports, shares, clock, tmp_path):
    path = tmp_path / "summary.md"
    exports.save(b"words\n", path)
    record = exports.record(b"words\n", path, PERIOD, frozenset({"b", "a"}))
    assert shares.records() == (record,)
    assert record.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (record.made_at, record.format, record.keys) == (clock.now(), "markdown", ("a", "b"))
    assert (record.starts, record.ends, record.file) == (PERIOD.starts, PERIOD.ends, str(path))


def test_what_was_printed_is_recorded_without_a_file(exports, shares):
    record = exports.record(b"words", None, PERIOD, frozenset({"a"}), PRINTED)
    assert (record.file, record.format, record.sha256) == ("", PRINTED, hashlib.sha256(b"words").hexdigest())
    assert shares.records() == (record,)


def test_a_locked_pdf_opens_with_its_password(exports):
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    plain = BytesIO()
    writer.write(plain)
    data = exports.locked(plain.getvalue(), "a password")
    assert len(PdfReader(BytesIO(data), password="a password").pages) == 1


def test_a_file_is_saved_with_its_record(exports, shares, tmp_path):
    record = exports.save_recorded(b"words", tmp_path / "a.pdf", PERIOD, frozenset({"a"}), PDF)
    assert (tmp_path / "a.pdf").read_bytes() == b"words"
    assert shares.records() == (record,)


def test_a_file_whose_record_the_journal_refuses_does_not_stay(exports, shares, tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))  # room for the file, and none for the journal
    try:
        with pytest.raises(KatJournalError):
            exports.save_recorded(b"words", tmp_path / "a.pdf", PERIOD, frozenset({"a"}), PDF)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not (tmp_path / "a.pdf").exists()
    assert shares.records() == ()
    exports.save_recorded(b"words", tmp_path / "a.pdf", PERIOD, frozenset({"a"}), PDF)
    assert (tmp_path / "a.pdf").exists()


def test_what_is_exported_in_one_step_does_not_stay_without_its_record(
    exports, summaries, shares, write, vault, tmp_path
):
    write(date(2026, 11, 20), "shared words")
    with vault.connection.writing():
        vault.connection.execute(NO_MORE_RECORDS)

    for everything in (False, True):
        with pytest.raises(sqlcipher3.IntegrityError):
            exports.export_file(summaries, tmp_path / "out.md", Asked(everything=everything))

    assert not (tmp_path / "out.md").exists()
    with vault.connection.writing():
        vault.connection.execute("DROP TRIGGER no_more_records")
    exports.export_file(summaries, tmp_path / "out.md")
    assert (tmp_path / "out.md").exists()
    assert len(shares.records()) == 1


def test_a_pdf_that_a_printer_left_is_the_owners_alone_and_recorded(exports, shares, tmp_path):
    path = tmp_path / "print.pdf"
    path.write_bytes(b"%PDF")
    path.chmod(0o644)

    record = exports.record_printed(path, PERIOD, frozenset({"a"}))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (record.file, record.format, record.sha256) == (str(path), PDF, hashlib.sha256(b"%PDF").hexdigest())
    with pytest.raises(CannotSaveHereError):
        exports.record_printed(tmp_path / "none.pdf", PERIOD, frozenset({"a"}))
    assert shares.records() == (record,)


def test_exporting_saves_what_is_marked_and_adds_one_record(exports, summaries, shares, write, tmp_path):
    write(date(2026, 11, 20), "shared words")
    write(date(2026, 11, 21), "private words", ShareMark.PRIVATE)
    path = tmp_path / "out.md"
    record = exports.export_file(summaries, path).record
    saved = path.read_text("utf-8")
    assert "shared words" in saved
    assert "private words" not in saved
    assert shares.records() == (record,)
    assert record.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_file_is_the_preview_byte_for_byte(exports, summaries, write, tmp_path):
    write(date(2026, 11, 20), "shared words")
    record = exports.export_file(summaries, tmp_path / "out.md").record
    material = summaries.material(Period(record.starts, record.ends))
    preview = exports.render(summaries.compose(material, frozenset(record.keys)))
    assert preview == (tmp_path / "out.md").read_bytes()


def test_exporting_changes_nothing_that_was_written(exports, summaries, responses, write, tmp_path):
    write(date(2026, 11, 20), "shared words")
    before = responses.newest(10)
    exports.export_file(summaries, tmp_path / "out.md")
    assert responses.newest(10) == before


def test_everything_means_private_and_guarded_answers_too(exports, summaries, write, tmp_path):
    write(date(2026, 11, 21), "private words", ShareMark.PRIVATE)
    write(date(2026, 11, 21), "", form="before-appointment", item="safe", options=("yes",))
    with pytest.raises(NothingChosenError):
        exports.export_file(summaries, tmp_path / "out.md")
    exports.export_file(summaries, tmp_path / "out.md", Asked(everything=True))
    saved = (tmp_path / "out.md").read_text("utf-8")
    assert "private words" in saved
    assert "Are you safe at the moment?" in saved
    assert saved.startswith("# Everything in my journal, 2026-11-21 to 2026-11-23, for my own keeping\n")
    assert "I chose every part of this" not in saved


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (None, None, (date(2024, 2, 29), date(2026, 11, 23))),
        (None, date(2026, 11, 20), (date(2024, 2, 29), date(2026, 11, 20))),
        (date(2026, 11, 1), None, (date(2026, 11, 1), date(2026, 11, 23))),
    ],
)
def test_everything_goes_back_to_the_first_response_unless_days_are_named(
    exports, summaries, write, tmp_path, starts, ends, expected
):
    write(date(2024, 2, 29), "x")
    write(date(2026, 11, 20), "y")
    record = exports.export_file(
        summaries, tmp_path / "out.md", Asked(starts=starts, ends=ends, everything=True)
    ).record
    assert (record.starts, record.ends) == expected


def test_the_same_choices_give_the_same_bytes(exports, summaries, write, tmp_path):
    write(date(2026, 11, 20), "shared words")
    for everything in (False, True):
        records = [
            exports.export_file(summaries, tmp_path / f"{everything}{n}.md", Asked(everything=everything))
            for n in (1, 2)
        ]
        assert records[0].record.sha256 == records[1].record.sha256


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (None, None, (date(2026, 10, 25), date(2026, 11, 23))),
        (date(2026, 11, 1), None, (date(2026, 11, 1), date(2026, 11, 23))),
        (None, date(2026, 11, 20), (date(2026, 10, 25), date(2026, 11, 20))),
        (None, date(2026, 10, 1), (date(2026, 10, 1), date(2026, 10, 1))),
        (date(2026, 11, 1), date(2026, 11, 20), (date(2026, 11, 1), date(2026, 11, 20))),
    ],
)
def test_the_days_are_the_usual_ones_unless_named(exports, summaries, write, tmp_path, starts, ends, expected):
    write(date(2026, 11, 20), "x")
    write(date(2026, 10, 1), "y")
    record = exports.export_file(summaries, tmp_path / "out.md", Asked(starts=starts, ends=ends)).record
    assert (record.starts, record.ends) == expected


def test_a_file_that_could_not_be_saved_leaves_no_record(exports, summaries, shares, write, tmp_path):
    write(date(2026, 11, 20), "shared words")
    (tmp_path / "out.md").write_text("mine")
    with pytest.raises(AlreadyExistsError):
        exports.export_file(summaries, tmp_path / "out.md")
    assert shares.records() == ()
    assert (tmp_path / "out.md").read_text() == "mine"


def test_an_unknown_format_is_refused_before_anything_is_written(exports, summaries, write, tmp_path):
    write(date(2026, 11, 20), "shared words")
    with pytest.raises(UnknownFormatError):
        exports.export_file(summaries, tmp_path / "out.md", Asked(format="papyrus"))
    assert not (tmp_path / "out.md").exists()
