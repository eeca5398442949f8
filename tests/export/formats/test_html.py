import base64
import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.summary import Numbered, Paragraph, Quote, Section, Summary, Table
from kat_journal.export import plain
from kat_journal.export.chart import charts
from kat_journal.export.formats import html
from kat_journal.export.markup import cleaned, cleaned_charts
from tests.export.pages import read
from tests.export.texts import TRICKY, WORDS

ANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def summary(*blocks, title="Title", closing=()):
    return Summary(title, (Paragraph("Opening."),), (Section("First", blocks), Section("Second", ())), closing)


def test_a_page_is_one_file_that_says_what_language_it_is_and_lets_nothing_run_or_load(messages, fictional):
    text = html.render(fictional, messages).decode()
    page = read(text.encode())

    assert text.startswith("<!DOCTYPE html>\n")
    assert page.values("html", "lang") == ["en"]
    assert page.values("html", "dir") == ["ltr"]
    style = text[text.index("<style>") + 7 : text.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert page.values("meta", "content")[0] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not {"script", "link", "img", "a", "iframe", "object", "form", "base"} & set(page.tags)
    assert not {name for _, name, _ in page.attributes} & {"src", "href", "style", "xlink:href", "srcset"}
    assert not re.search(r"url\(|@import|@font-face|https?:", text)


def test_a_language_of_the_other_direction_is_set_that_way(messages):
    page = read(html.render(replace(summary(), language='ar"'), messages))
    assert page.values("html", "lang") == ['ar"']
    page = read(html.render(replace(summary(), language="ar-EG"), messages))
    assert page.values("html", "dir") == ["rtl"]


def test_headings_are_in_order_and_each_part_is_named_by_its_own(messages, fictional):
    page = read(html.render(fictional, messages))

    assert [tag for tag in page.tags if tag in {"main", "header", "footer"}] == ["main", "header", "footer"]
    assert [tag for tag in page.tags if re.fullmatch("h[1-6]", tag)] == ["h1"] + ["h2"] * len(fictional.sections)
    assert page.values("section", "aria-labelledby") == page.values("h2", "id")
    assert page.of("h2") == [section.heading for section in fictional.sections]
    assert page.of("h1") == [fictional.title]
    ids = [value for _, name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))


def test_every_table_has_a_caption_and_heads_with_a_scope(messages, fictional):
    page = read(html.render(fictional, messages))

    assert page.tags.count("caption") == page.tags.count("table") == 4
    assert page.tags.count("th") == len(page.values("th", "scope"))
    assert page.tags.count("blockquote") == page.values("blockquote", "dir").count("auto")
    assert set(page.values("td", "dir") + page.values("li", "dir")) == {"auto"}


def test_without_a_series_or_a_closing_there_is_none(messages):
    page = read(html.render(summary(Quote("Mine.")), messages))
    assert not {"figure", "svg", "footer", "div"} & set(page.tags)


@pytest.mark.parametrize("words", TRICKY)
def test_a_tricky_text_is_shown_as_typed_wherever_it_stands(messages, words):
    _check(messages, words)


@ANY
@given(WORDS)
def test_any_text_is_shown_as_typed_wherever_it_stands(messages, words):
    _check(messages, words)


def _check(messages, words):
    table = Table((words, "B"), ((words, words), ("", "end")))
    made = summary(Quote(words, f"C{words}"), Numbered((words, "last")), table, Paragraph(words), title=words)
    page = read(html.render(made, messages))
    folded = plain.fold(words)
    assert page.of("title", "h1") == [folded, folded]
    assert page.of("blockquote") == [folded]
    assert page.of("li") == [folded, "last"]
    assert page.of("th", "td") == [folded, "B", folded, folded, "", "end"]
    assert page.of("p") == ["Opening.", f"C{folded}", folded]
    assert page.of("h2") == ["First", "Second"]
    assert html.document(made) == cleaned(html.document(made)), "the second belt has nothing to do"


def test_the_second_belt_has_nothing_to_do_for_our_own_charts(messages, fictional):
    made = charts(fictional.data.forms, messages)
    assert "<circle" in made
    assert cleaned_charts(made) == made


PLANTED = (
    "<script>alert(1)</script>",
    '<img src="http://127.0.0.1/x" onerror="alert(1)">',
    '<p onclick="alert(1)" style="color:red">x</p>',
    '<a href="javascript:alert(1)">x</a>',
    "<svg><script>alert(1)</script></svg>",
    '<svg><a href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg onload="alert(1)"><use href="http://127.0.0.1/x#a"></use></svg>',
    '<svg><title><img src="x" onerror="alert(1)"></title></svg>',
    '<svg><desc><style><img src="x" onerror="alert(1)"></style></desc></svg>',
    "<svg><foreignObject><iframe srcdoc='x'></iframe></foreignObject></svg>",
    '<math><mtext><table><mglyph><style><img src="x" onerror="alert(1)">',
    '<iframe src="http://127.0.0.1/x"></iframe>',
    "<style>p { background: url(http://127.0.0.1/x) }</style>",
    '<meta http-equiv="refresh" content="0;url=http://127.0.0.1/x">',
    '<form action="http://127.0.0.1/x"><input autofocus onfocus="alert(1)"></form>',
    "<!-- <script>alert(1)</script> -->",
)
ACTING = re.compile(r"script|onerror|onload|onclick|onfocus|127|href|style|<img|<iframe|<form|<meta|<!--|<use", re.I)


@pytest.mark.parametrize("clean", [cleaned, cleaned_charts])
@pytest.mark.parametrize("planted", PLANTED)
def test_the_second_belt_takes_away_what_was_planted(clean, planted):
    assert ACTING.search(planted), "this one could act"
    assert not ACTING.search(clean(planted))


@pytest.mark.parametrize("planted", PLANTED)
def test_every_page_wears_the_second_belt(messages, planted):
    """Were a place of ours to forget the first one, this is what would stand in the page."""
    markup = html.document(summary(Quote("Mine."))).replace("Mine.", planted)
    assert planted in markup
    body = html.whole(markup, summary(), messages).decode().partition("<body>")[2]
    assert not ACTING.search(body)


def test_a_picture_in_a_document_is_taken_away():
    assert cleaned("<main><svg><circle></circle></svg></main>") == "<main></main>"


@ANY
@given(st.lists(WORDS, min_size=1, max_size=3))
def test_no_words_of_a_document_reach_the_place_of_the_charts(messages, fictional, words):
    blocks = (Quote('<div id="charts"></div>'), *(Quote(one) for one in words))
    made = replace(fictional, opening=blocks)
    page = read(html.render(made, messages))
    assert page.of("blockquote")[0] == '<div id="charts"></div>'
    assert page.tags.count("figure") == 1
