"""Forms as they were asked by earlier versions of the program are read for as long as there are journals."""

import json

import pytest

from kat_journal.content.library import load_library
from kat_journal.storage.snapshots import decode, digest, encode

LATER = ("recall", "on_request")
"""Keys that a form did not have in format 1's first journals."""


@pytest.fixture(scope="module")
def forms(resources):
    return load_library(resources).forms


def test_a_form_without_the_keys_of_later_versions_is_read_as_not_having_them(forms):
    sheet = forms["core:phq-9"]
    earlier = {key: value for key, value in json.loads(encode(sheet)).items() if key not in LATER}

    read = decode(json.dumps(earlier).encode())

    assert (read.recall, read.on_request) == (None, False)
    assert (read.id, read.items, read.scores, read.flags) == (sheet.id, sheet.items, sheet.scores, sheet.flags)


def test_every_form_comes_back_as_it_was_put(forms):
    for form in forms.values():
        assert decode(encode(form)) == form
        assert digest(decode(encode(form))) == digest(form)
