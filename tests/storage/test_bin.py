"""The bin: what lies in it, and purging, which leaves nothing to be found even for who holds the key (S2)."""

import random
from datetime import timedelta

import pytest

from kat_journal.domain.ids import AdviceId, Uid
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.domain.sharing import ShareRecord
from kat_journal.storage.bin import CHEAP_PAGES, Bin
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.search import Search
from kat_journal.storage.settings import Settings
from kat_journal.storage.shares import Shares
from kat_journal.storage.versions import Versions
from tests.storage.decrypting import PAGE, decrypted_pages
from tests.storage.making import FORM, NAUSEA, NOW, PASSPHRASE, WORDS, draft

OTHER_FORM = FORM.__class__(**{name: getattr(FORM, name) for name in FORM.__slots__} | {"version": 2})
TABLES = ("response", "answer", "answer_version", "advice_card", "form_snapshot")


@pytest.fixture
def responses(connection):
    return Responses(connection)


@pytest.fixture
def the_bin(connection):
    return Bin(connection)


def counted(connection):
    return {
        "response": connection.row("SELECT count(*) FROM response")[0],
        "answer": connection.row("SELECT count(*) FROM answer")[0],
        "answer_version": connection.row("SELECT count(*) FROM answer_version")[0],
        "advice_card": connection.row("SELECT count(*) FROM advice_card")[0],
        "form_snapshot": connection.row("SELECT count(*) FROM form_snapshot")[0],
    }


def fill(responses, form=FORM, text="words"):
    """A response with two answers, a version and a card."""
    mine = draft(form=form)
    responses.save_answer(mine, Answer(WORDS, text=f"{text} that go on for a while"), NOW)
    responses.save_answer(mine, Answer(WORDS, text=text), NOW)
    responses.save_answer(mine, Answer(NAUSEA, number=4, note=text), NOW)
    responses.show_card(mine.uid, NAUSEA, AdviceId("ring-now"), NOW)
    return mine.uid


def test_the_bin_lists_what_was_moved_there_latest_first(responses):
    uids = [fill(responses) for _ in range(3)]
    for minutes, uid in enumerate((uids[2], uids[0])):
        responses.trash(uid, NOW + timedelta(minutes=minutes))

    assert [one.uid for one in responses.trashed()] == [uids[0], uids[2]]
    assert responses.trashed()[0].answers[WORDS].text == "words"


def test_purging_takes_every_row_of_a_response_and_no_other(responses, the_bin, connection):
    uid, kept = fill(responses, OTHER_FORM), fill(responses)
    assert counted(connection) == dict(zip(TABLES, (2, 4, 2, 2, 2), strict=True))
    responses.trash(uid, NOW)

    the_bin.purge([uid])

    assert counted(connection) == dict(zip(TABLES, (1, 2, 1, 1, 1), strict=True))
    assert responses.response(uid) is None
    assert responses.response(kept).answers[WORDS].text == "words"


def test_a_form_that_was_purged_with_its_last_response_can_be_answered_again(responses, the_bin):
    uid = fill(responses)
    responses.trash(uid, NOW)
    the_bin.purge([uid])

    again = fill(responses)

    assert responses.response(again).answers[WORDS].text == "words"
    responses.set_share(again, WORDS, ShareMark.SHARE)  # reads the form as asked


def test_what_is_not_in_the_bin_is_not_purged(responses, the_bin, connection):
    uid = fill(responses)
    before = counted(connection)

    the_bin.purge([uid, Uid("nobody")])

    assert counted(connection) == before


def test_no_setting_quotes_a_purged_response_and_none_loses_more(responses, the_bin, connection):
    settings, uid = Settings(connection), fill(responses)
    settings.put("asked-about", f"one {uid} two")
    settings.put("window.place", f'{{"name": "runner", "response_uid": "{uid}"}}')
    settings.put(f"put-off.{uid}", "2026-11-23")
    settings.put("summary.name", "Alex")
    responses.trash(uid, NOW)

    the_bin.purge([uid])

    assert settings.get("window.place") == '{"name": "runner", "response_uid": ""}'
    assert settings.get(f"put-off.{uid}") is None
    assert settings.get("asked-about").split() == ["one", "two"]
    assert settings.get("summary.name") == "Alex"


def test_share_records_stay_and_hold_no_words(responses, the_bin, connection):
    uid = fill(responses, text="heronries")
    key = f"answer:{uid}:{WORDS}"
    day = NOW.date()
    Shares(connection).add(ShareRecord(Uid("s"), NOW, "markdown", "0" * 64, day, day, "summary.md", (key,)))
    responses.trash(uid, NOW)

    the_bin.purge([uid])

    (record,) = Shares(connection).records()
    assert record.keys == (key,)
    assert "heronries" not in repr(record)


def test_search_finds_nothing_in_versions_in_the_bin_or_after_a_purge(responses, the_bin, connection):
    search, mine = Search(connection), draft()
    responses.save_answer(mine, Answer(WORDS, text="the heronries beyond the weir, and more of them"), NOW)
    assert len(search.find("heronries")) == 1
    responses.save_answer(mine, Answer(WORDS, text="kestrels"), NOW)
    assert [one.text for one in Versions(connection).of_response(mine.uid)] != []
    assert (search.find("heronries"), len(search.find("kestrels"))) == ((), 1)

    responses.trash(mine.uid, NOW)
    assert (search.find("kestrels"), search.find("kestr"), search.find("!")) == ((), (), ())
    the_bin.purge([mine.uid])

    assert search.find("kestrels") == ()
    connection.rows("SELECT * FROM answer_search WHERE answer_search MATCH 'heronries OR kestrels'")


# S2: what somebody finds who has the file and the key


class Sentences:
    """A hundred sentences, each with a word of its own, between as many that stay."""

    def __init__(self, connection):
        self._random = random.Random(1)
        self.responses, self.connection = Responses(connection), connection
        self.words = [self._word() for _ in range(100)]
        self.sentences = [f"Then {word} came {self._word()} over me" for word in self.words]
        self.uids = []

    def write(self):
        """As a person types: in pieces, with second thoughts, so that rows move and versions are kept."""
        for word, sentence in zip(self.words, self.sentences, strict=True):
            self.responses.save_answer(draft(), Answer(WORDS, text=f"what stays {self._word()} " * 9), NOW)
            mine = draft()
            for text in (sentence[:20], sentence, f"{sentence}. " * 30, sentence):
                self.responses.save_answer(mine, Answer(WORDS, text=text), NOW)
            self.responses.save_answer(mine, Answer(NAUSEA, number=1, note=f"{word} again"), NOW)
            self.uids.append(mine.uid)

    def purge(self):
        for uid in self.uids:
            self.responses.trash(uid, NOW)
        Bin(self.connection).purge(self.uids)

    def found_in(self, pages):
        """How many sentences, and how many words: without their first letters, which the index may leave out."""
        lower = pages.lower()
        sentences = sum(sentence.lower().encode() in lower for sentence in self.sentences)
        return sentences, sum(word[3:].encode() in lower for word in self.words)

    def _word(self):
        return "".join(self._random.choices("bcdfghjklmnpqrstvwxz", k=12))


def test_of_a_hundred_purged_sentences_none_is_left_for_who_holds_the_key(folder):
    vault = open_vault(folder, PASSPHRASE)
    key, path = bytes(vault.key), folder / "journal.db"
    deleted = Sentences(vault.connection)
    deleted.write()
    assert deleted.found_in(decrypted_pages(path, key)) == (100, 100)

    deleted.purge()

    assert deleted.found_in(decrypted_pages(path, key)) == (0, 0)
    assert not any(uid.encode() in decrypted_pages(path, key) for uid in deleted.uids)
    Bin(vault.connection).tidy()
    assert deleted.found_in(decrypted_pages(path, key)) == (0, 0)
    assert vault.connection.row("PRAGMA freelist_count")[0] == 0
    vault.close()
    assert deleted.found_in(decrypted_pages(path, key)) == (0, 0)
    assert b"what stays" in decrypted_pages(path, key)


def test_without_secure_delete_the_same_search_finds_them(folder):
    vault = open_vault(folder, PASSPHRASE)
    vault.connection._raw.execute("PRAGMA secure_delete = OFF")
    with vault.connection.writing():
        vault.connection.execute("INSERT INTO answer_search (answer_search, rank) VALUES ('secure-delete', 0)")
    deleted = Sentences(vault.connection)
    deleted.write()

    deleted.purge()

    sentences, words = deleted.found_in(decrypted_pages(folder / "journal.db", bytes(vault.key)))
    assert sentences > 0
    assert words > 0
    vault.close()


# Giving room back


def test_a_small_file_gives_its_room_back_at_once(responses, the_bin, connection, folder):
    uids = [fill(responses, text="words " * 3000) for _ in range(20)]
    for uid in uids:
        responses.trash(uid, NOW)
    the_bin.purge(uids)
    before = (folder / "journal.db").stat().st_size

    the_bin.tidy()

    assert (folder / "journal.db").stat().st_size < before / 2
    fill(responses)  # the file was changed by us, and is still ours to write to
    assert connection.row("PRAGMA freelist_count")[0] == 0


def test_a_large_file_gives_its_room_back_at_leisure_when_a_quarter_of_it_is_free(
    responses, the_bin, connection, folder
):
    path, large = folder / "journal.db", PAGE * CHEAP_PAGES // 20
    with connection.writing():
        uids = [fill(responses, text="\N{SNOWMAN}" * (large // 3)) for _ in range(10)]
    before = path.stat().st_size
    assert before > PAGE * CHEAP_PAGES
    for gone, left in ((uids[:1], before), (uids[1:5], before * 3 / 4)):
        for uid in gone:
            responses.trash(uid, NOW)
        the_bin.purge(gone)

        the_bin.tidy()
        assert path.stat().st_size == before
        the_bin.tidy_at_leisure()
        assert path.stat().st_size <= left


def test_room_that_cannot_be_given_back_now_is_no_failure(responses, the_bin, folder):
    uid = fill(responses, text="words " * 3000)
    responses.trash(uid, NOW)
    the_bin.purge([uid])
    path = folder / "journal.db"
    aside = path.rename(folder / "aside")
    before = aside.read_bytes()

    the_bin.tidy()

    assert aside.read_bytes() == before
    aside.rename(path)
