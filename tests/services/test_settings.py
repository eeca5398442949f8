import pytest

from kat_journal.domain.form import ItemType, Kind
from kat_journal.domain.response import ShareMark
from kat_journal.services.settings import SHARED_KINDS, shared_kind
from tests.helpers.forms import form, item


@pytest.fixture
def settings(journal):
    return journal.settings


def test_a_setting_that_was_never_kept_has_its_default(settings):
    assert settings.get("place") == ""
    assert settings.get("place", "today") == "today"


def test_a_kept_setting_replaces_the_one_before(settings):
    settings.put("place", "write")
    settings.put("place", "")

    assert settings.get("place", "today") == ""


def test_everything_starts_private(settings):
    assert settings.shared_kinds() == dict.fromkeys(SHARED_KINDS, False)


def test_a_kind_can_start_shared_and_private_again(settings):
    settings.set_shared_kind("scores", shared=True)
    assert [kind for kind, shared in settings.shared_kinds().items() if shared] == ["scores"]

    settings.set_shared_kind("scores", shared=False)
    assert not any(settings.shared_kinds().values())


@pytest.mark.parametrize(
    ("kind", "item_type", "named"),
    [
        (Kind.CHECK_IN, ItemType.SYMPTOM, "effects"),
        (Kind.CHECK_IN, ItemType.CHOICE, ""),
        (Kind.MEASURE, ItemType.SCALE, "scores"),
        (Kind.INTENTION, ItemType.TEXT, "intentions"),
        (Kind.PREPARATION, ItemType.YES_NO, "preparation"),
        (Kind.REFLECTION, ItemType.TEXT, ""),
        (Kind.PAGE, ItemType.TEXT, ""),
    ],
)
def test_each_answer_is_of_one_kind_or_the_persons_own(kind, item_type, named):
    asked = item("a", item_type)

    assert shared_kind(asked, form(asked, kind=kind)) == named


def test_an_answer_starts_shared_only_where_its_kind_does(settings):
    row, words = item("a", ItemType.SYMPTOM), item("b")
    check_in = form(row, words, kind=Kind.CHECK_IN)
    for kind in SHARED_KINDS:
        settings.set_shared_kind(kind, shared=True)

    assert settings.starts_shared(row, check_in) is ShareMark.SHARE
    assert settings.starts_shared(words, check_in) is ShareMark.PRIVATE


def test_a_guarded_answer_always_starts_private(settings):
    row = item("a", ItemType.SYMPTOM, guarded=True)
    settings.set_shared_kind("effects", shared=True)

    assert settings.starts_shared(row, form(row)) is ShareMark.PRIVATE
