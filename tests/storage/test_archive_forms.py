"""A form in a file of everything is one that the program can ask, show and count, or the file is refused."""

import json
from hashlib import sha256

import pytest

from kat_journal.storage.archive_making import NewPlace, bring_in
from tests.helpers import archives
from tests.helpers.archives import archive, with_value
from tests.storage.archive_refusing import refused
from tests.storage.making import FAST, PASSPHRASE


def _form(**changes):
    form = json.loads(archives.SNAPSHOT)
    for place, value in changes.items():
        *way, last = place.split("__")
        part = form
        for step in way:
            part = part[int(step) if step.isdigit() else step]
        part[last] = value
    return json.dumps(form)


SCORE = {"id": "t", "title": "T", "method": "sum", "items": ["nausea"], "low": 0, "high": 4}
TIMING = {"anchor": "session-end", "opens": "PT16H", "due": "PT24H", "closes": "PT48H"}


@pytest.mark.parametrize(
    "changed",
    [
        "{}",
        "[" * 10_000,
        _form(kind="spell"),
        _form(items__1__id="words"),
        _form(items__1__scale=None),
        _form(items__1__scale={"id": "empty", "points": []}),
        _form(items__1__scale={"id": "far", "points": [{"value": 10**12, "text": "far"}]}),
        _form(items__0__lines=10**12),
        _form(items__0__low=1e200),
        _form(version=10**15),
        _form(scores=[SCORE | {"items": ["nowhere"]}]),
        _form(scores=[SCORE | {"items": []}]),
        _form(scores=[SCORE | {"high": 1e99}]),
        _form(timing=TIMING | {"closes": "P999999D"}),
        _form(timing=TIMING | {"every": 0}),
        _form(timing=TIMING | {"every": 10**9}),
    ],
)
def test_a_form_that_no_page_could_show_is_refused(tmp_path, changed):
    tables = _of_form(changed)

    assert refused(tmp_path, archive(tables))["part"] == "form_snapshot"


def test_a_form_with_a_score_and_a_time_is_brought_in(tmp_path):
    """The control."""
    data = archive(_of_form(_form(scores=[SCORE], timing=TIMING | {"every": 30})))
    (tmp_path / "everything.json").write_bytes(data)
    bring_in(tmp_path / "everything.json", NewPlace(tmp_path / "New", PASSPHRASE, lambda _: True, FAST))


def test_a_form_under_another_sum_is_refused(tmp_path):
    tables = with_value("form_snapshot", "json", archives.SNAPSHOT.replace("came up", "went down"))

    assert refused(tmp_path, archive(tables))["part"] == "form_snapshot"


def _of_form(text):
    """The rows, with another form under its right sum."""
    digest = sha256(text.encode()).hexdigest()
    tables = archives.rows(form_snapshot=[{"digest": digest, "json": text}])
    for row in tables["response"]:
        row["form_digest"] = digest
    return tables
