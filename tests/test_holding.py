"""Files that say "in use", apart from what the lock of a journal makes of them."""

import os

import pytest

from kat_journal.holding import HeldError, Hold, _hold_current, _user, about_this_program


def test_a_file_that_was_taken_away_meanwhile_is_not_held(tmp_path):
    path = tmp_path / "file"
    for put_back in (False, True):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        path.rename(tmp_path / "old")
        if put_back:
            path.touch()
        with pytest.raises(HeldError):
            _hold_current(path, handle)
        os.close(handle)


def test_what_is_given_back_says_and_takes_nothing_more(tmp_path):
    hold = Hold.take(tmp_path / "file")
    hold.write(b"longer words")
    hold.write(b"words")
    assert (tmp_path / "file").read_bytes() == hold.read() == b"words"
    hold.let_go()
    hold.let_go()
    hold.write(b"lost")
    hold.release()
    assert hold.read() == b""
    assert (tmp_path / "file").read_bytes() == b"words"


def test_an_account_without_a_name_is_nobody():
    kept = {name: os.environ.pop(name, None) for name in ("LOGNAME", "USER", "LNAME", "USERNAME")}
    try:
        os.environ["USER"] = "sam"
        assert _user() == "sam"
    finally:
        del os.environ["USER"]
        os.environ.update({name: value for name, value in kept.items() if value is not None})
    assert b'"pid"' in about_this_program()
