import re
from datetime import date, timedelta

from kat_journal.domain.form import Method, ScoreRule
from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.scoring import Score
from kat_journal.domain.summary import ChosenForm
from kat_journal.export.chart import charts, plots
from tests.export.pages import read

DAY = date(2026, 11, 1)


def made(days, value, title="PHQ-9", form="core:phq", low=0, high=27):
    rule = ScoreRule("total", title, Method.SUM, (ItemId("a"),), low, high)
    score = Score(rule, value, 1, 1)
    return ChosenForm(FormId(form), 1, "Sheet", "", DAY + timedelta(days=days), None, (), (score,))


def circles(text):
    return [(float(x), float(y)) for x, y in re.findall(r'<circle cx="([^"]+)" cy="([^"]+)"', text)]


def test_one_number_makes_no_chart(messages):
    assert charts([made(0, 3)], messages) == ""
    assert charts([made(0, 3), made(1, 3, form="core:gad")], messages) == ""


def test_dots_stand_at_their_days_and_heights_and_no_line_joins_them(messages):
    text = charts([made(0, 0), made(10, 27), made(40, 13.5)], messages)
    (x1, y1), (x2, y2), (x3, y3) = circles(text)

    assert abs((x2 - x1) / (x3 - x1) - 0.25) < 0.01, "a gap in time is a gap on the paper"
    assert abs((y1 - y3) / (y1 - y2) - 0.5) < 0.01
    assert y2 < y1, "more is higher"
    assert not re.search("polyline|path", text)
    lines = re.findall(r'<line x1="([^"]+)" x2="([^"]+)" y1="([^"]+)" y2="([^"]+)"', text)
    assert all(top == bottom for _, _, top, bottom in lines), "the two ends of the scale, and nothing else"
    assert len(lines) == 2


def test_the_same_numbers_stand_in_a_table_and_the_picture_is_named(messages):
    page = read(charts([made(0, 9), made(3, 12.5)], messages).encode())

    assert page.of("th", "td") == ["Day", "Number", "2026-11-01", "9", "2026-11-04", "12.5"]
    assert page.of("figcaption", "title", "caption") == ["PHQ-9, from 0 to 27"] * 3
    assert page.values("svg", "role") == ["img"]
    assert page.values("svg", "aria-labelledby") == ["chart-1 chart-1-about"]
    assert page.values("title", "id") + page.values("desc", "id") == ["chart-1", "chart-1-about"]


def test_a_number_outside_its_range_and_a_range_of_nothing_are_drawn_too(messages):
    (plot,) = plots([made(0, 30, high=27), made(1, -1, high=27)])
    assert (plot.low, plot.high) == (-1, 30)
    assert len(circles(charts([made(0, 0, high=0), made(0, 0, high=0)], messages))) == 2


def test_two_scores_make_two_charts_in_order(messages):
    forms = [made(0, 1), made(0, 2, "GAD-7", "core:gad"), made(5, 1), made(5, 2, "GAD-7", "core:gad")]
    assert [plot.title for plot in plots(forms)] == ["PHQ-9", "GAD-7"]


def test_a_title_from_a_pack_is_words(messages):
    text = charts([made(0, 1, "<script>x</script> & co"), made(1, 1, "<script>x</script> & co")], messages)
    assert "<script" not in text
    assert read(text.encode()).of("title") == ["<script>x</script> & co, from 0 to 27"]
