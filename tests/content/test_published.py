import shutil

import pytest

from tests.content import publish


def test_no_released_form_has_changed_under_its_version():
    assert publish.changed(publish.fingerprints(), publish.published()) == []


def test_every_form_of_the_core_pack_is_in_the_list():
    released = publish.published()

    assert [form for form, (version, _) in publish.fingerprints().items() if (form, version) not in released] == []


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(publish.CORE, tmp_path / "core")
    shutil.copy(publish.PUBLISHED, tmp_path / "published.toml")
    return tmp_path


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "ids"),
    [
        ("forms/free-page.toml", "What would you like to write?", "Write.", ["free-page"]),
        ("scales.toml", "Some of both", "So-so", ["session-record"]),
    ],
)
def test_a_changed_question_or_scale_is_noticed(copy, file, old, new, ids):
    edit(copy / "core" / file, old, new)

    assert publish.changed(publish.fingerprints(copy / "core"), publish.published(copy / "published.toml")) == ids
    with pytest.raises(SystemExit, match=f"raise the version of: {ids[0]}"):
        publish.publish(copy / "published.toml", copy / "core")


def test_a_raised_version_joins_the_list_and_the_old_one_stays(copy):
    edit(copy / "core" / "forms" / "free-page.toml", "version = 1", "version = 2")

    assert publish.publish(copy / "published.toml", copy / "core") == [("free-page", 2)]
    assert {("free-page", 1), ("free-page", 2)} <= publish.published(copy / "published.toml").keys()


def test_a_comment_changes_nothing(copy):
    form = copy / "core" / "forms" / "free-page.toml"
    form.write_text("# a remark\n" + form.read_text("utf-8"), "utf-8")

    assert publish.publish(copy / "published.toml", copy / "core") == []
