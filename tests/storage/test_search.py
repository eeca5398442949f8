import pytest

from kat_journal.domain.form import Kind
from kat_journal.domain.ids import SessionId
from kat_journal.domain.response import Answer
from kat_journal.domain.seeking import EVERYWHERE, Within
from kat_journal.storage.responses import Responses
from kat_journal.storage.search import Search
from kat_journal.storage.within import bound, conditions
from tests.storage.making import NAUSEA, NOW, WHO, WORDS, draft


@pytest.fixture
def write(connection):
    def write(text="", note=""):
        mine = draft()
        Responses(connection).save_answer(mine, Answer(WORDS if text else NAUSEA, text=text, note=note), NOW)
        return mine.uid

    return write


@pytest.fixture
def find(connection):
    return lambda text, limit=20: [hit.response_uid for hit in Search(connection).find(text, limit)]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("The river was warm", "riv"),
        ("The river was warm", "WARM river"),
        ("Na\u00efve caf\u00e9", "naive cafe"),
        ("Na\u0131ve cafe\u0301", "caf\u00e9"),
        ("my well-being, today", "well-being"),
        ('it\'s "fine"', 'it\'s "fine"'),
        ("NEAR (a OR b) AND NOT c*", "NEAR (a OR b) AND NOT c*"),
        ("column: text", "text:"),
        ("\u5728\u6cb3\u8fb9\u5750\u7740", "\u6cb3\u8fb9"),
        ("\u0e19\u0e31\u0e48\u0e07\u0e23\u0e34\u0e21\u0e19\u0e49\u0e33", "\u0e23\u0e34\u0e21"),
        ("a wave \U0001f30a again", "\U0001f30a"),
        ("100 % sure :-)", ":-)"),
        ("one\0two", "one\0two"),
        ('say " it', '"'),
    ],
)
def test_words_are_found_again(write, find, words, asked):
    uid = write(words)
    write("something else")
    assert find(asked) == [uid]


def test_notes_are_searched_too(write, find, connection):
    uid = write(note="a metallic taste")
    assert find("metallic") == [uid]
    emoji = write(note="taste \U0001f95d")
    assert find("\U0001f95d") == [emoji]
    hit = Search(connection).find("metallic")[0]
    assert (hit.item_id, hit.snippet) == (NAUSEA, "a metallic taste")


@pytest.mark.parametrize("nothing", ["", "  \n ", "\0"])
def test_nothing_asked_finds_nothing(write, find, nothing):
    write("words")
    assert find(nothing) == []


def test_the_newest_come_first_up_to_the_limit(write, find):
    uids = [write("river and more") for _ in range(5)]
    assert find("river") == uids[::-1]
    assert find("river", 2) == uids[:2:-1]


def test_words_leave_the_index_when_they_are_changed_cleared_or_binned(write, find, connection):
    responses, mine = Responses(connection), draft()
    responses.save_answer(mine, Answer(WORDS, text="river"), NOW)
    responses.save_answer(mine, Answer(WORDS, text="ocean"), NOW)
    assert (find("river"), find("ocean")) == ([], [mine.uid])
    responses.trash(mine.uid, NOW)
    assert find("ocean") == []
    responses.restore(mine.uid)
    responses.clear_answer(mine.uid, WORDS)
    assert find("ocean") == []
    with connection.writing():  # the index and the answers agree
        connection.execute("INSERT INTO answer_search (answer_search, rank) VALUES ('integrity-check', 1)")


def test_a_long_text_gives_a_piece_around_what_was_found(write, connection):
    write("before " * 40 + "river \u2744 stone" + " after" * 40)
    for asked in ("river", "\u2744"):
        snippet = Search(connection).find(asked)[0].snippet
        assert asked in snippet
        assert snippet.startswith("\u2026")
        assert snippet.endswith("\u2026")
        assert len(snippet) < 140


def test_options_are_not_words(connection, find):
    Responses(connection).save_answer(draft(), Answer(WHO, options=("friend",)), NOW)
    assert find("friend") == []


def test_a_long_passage_is_found_as_it_stands_and_at_once(write, find):
    passage = " ".join(f"word{number}" for number in range(40))
    uid = write(f"Before. {passage} After.")
    write(" ".join(f"word{number}" for number in reversed(range(40))))
    assert find(passage) == [uid]
    assert find("word1 " * 10_000) == find("word1")  # a word that is said again asks for nothing more
    assert len(find("word1")) == 2


def test_where_to_look_costs_nothing_that_is_not_asked():
    assert conditions(EVERYWHERE) == ""
    everything = Within(frozenset({Kind.PAGE}), SessionId(1), NOW.date(), may_share=True)
    names = {"session", "until", "kinds"}
    assert set(bound(everything)) == names
    assert all(f":{name}" in conditions(everything) for name in names)
