"""Forms as they were asked by earlier versions of the program are read for as long as there are journals."""

import json
from dataclasses import replace

import pytest

from kat_journal.content.library import load_library
from kat_journal.storage.snapshots import decode, digest, encode

LATER = ("recall", "on_request", "loinc", "takes_over", "keeps")
"""Keys that a form, its items and its scores did not have in format 1's first journals."""


def without(keys, value):
    if isinstance(value, dict):
        return {key: without(keys, inner) for key, inner in value.items() if key not in keys}
    return [without(keys, inner) for inner in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def forms(resources):
    return load_library(resources).forms


def test_a_form_without_the_keys_of_later_versions_is_read_as_not_having_them(forms):
    sheet = forms["core:phq-9"]
    earlier = without(LATER, json.loads(encode(sheet)))

    read = decode(json.dumps(earlier).encode())

    assert (read.recall, read.on_request, read.loinc, read.takes_over) == (None, False, "", "")
    assert read.items == tuple(replace(item, loinc="") for item in sheet.items)
    assert read.scores == tuple(replace(score, loinc="") for score in sheet.scores)
    assert (read.id, read.flags, sheet.loinc) == (sheet.id, sheet.flags, "44249-1")


def test_every_form_comes_back_as_it_was_put(forms):
    for form in forms.values():
        assert decode(encode(form)) == form
        assert digest(decode(encode(form))) == digest(form)
