"""A new version of a pack: the old words and the new are seen before it is accepted."""

import pytest

from tests.helpers.pack_making import FILES, SHELF_FORM, changed


def newer(old, new, files=FILES):
    files = changed("pack.toml", 'version = "1"', 'version = "2"', changed("forms/evening.toml", old, new, files))
    return changed("forms/evening.toml", "version = 1", "version = 2", files)


def test_the_same_pack_again_is_told_as_such(page):
    page.choose(FILES)
    page.press("add-pack")
    page.choose(FILES)

    assert page.said("packs-notice-text") == "You have this one already: \u201cMine\u201d."
    assert not page.sees("pack-offer")


def test_a_new_version_shows_the_old_words_and_the_new_before_it_is_accepted(page, journal):
    page.choose(FILES | {"forms/quiet.toml": SHELF_FORM.replace('"evening"', '"quiet"').replace("Evening", "Quiet")})
    page.press("add-pack")
    page.choose(newer('ask = "Calm"', 'ask = "How calm?"'))

    assert page.said("pack-said") == "You have version 1. This is what would change:"
    assert page.said("pack-change-0") == "Evening: other words. Before: \u201cCalm\u201d. Now: \u201cHow calm?\u201d."
    assert page.said("pack-change-1") == "Form that goes: Quiet. What you answered stays."
    assert journal.library.form("mine:evening").item("calm").ask == "Calm"

    page.press("add-pack")

    assert journal.library.form("mine:evening").item("calm").ask == "How calm?"
    assert "Version: 2." in page.words()


def test_a_new_version_says_how_it_would_be_counted(page):
    page.choose(FILES)
    page.press("add-pack")
    page.choose(
        newer("range = [0, 16]", "range = [0, 8]", changed("forms/evening.toml", "multiply = 2", "multiply = 1"))
    )

    assert page.said("pack-change-0") == (
        "Evening: counted in another way. Before: \u201cTotal, all 2 questions added up, from 0 to 16, times 2, 1 may "
        "be missing\u201d. Now: \u201cTotal, all 2 questions added up, from 0 to 8, 1 may be missing\u201d."
    )


def test_a_version_with_nothing_new_says_so(page):
    page.choose(FILES)
    page.press("add-pack")
    page.choose(changed("pack.toml", 'version = "1"', 'version = "2"'))

    assert page.said("pack-said") == "You have version 1. What would be asked stays the same."


def test_many_changes_and_forms_are_shown_a_part_at_a_time(page):
    def many(word):
        extra = {
            f"forms/f{n:02}.toml": SHELF_FORM.replace('"evening"', f'"f{n:02}"').replace('"Calm"', f'"{word} {n}"')
            for n in range(24)
        }
        return FILES | extra

    page.choose(many("Calm"))
    assert not page.sees("pack-form-20")
    assert page.button("more-forms").text() == "Show 5 more"
    page.press("more-forms")
    assert page.sees("pack-form-24")
    assert page.view.focusWidget() is page.button("pack-form-20-questions")
    assert not page.sees("more-forms")
    page.press("add-pack")

    later = {name: text.replace("version = 1", "version = 2") for name, text in many("Peace").items()}
    later["pack.toml"] = FILES["pack.toml"].replace('version = "1"', 'version = "2"')
    page.choose(later)
    assert not page.sees("pack-change-20")
    page.press("more-changes")
    assert page.sees("pack-change-23")
    assert not page.sees("more-changes")


@pytest.mark.parametrize("method", ["mean", "max"])
def test_other_ways_to_count_have_their_words(page, method):
    page.choose(FILES)
    page.press("add-pack")
    high = {"mean": 8, "max": 10}[method]
    files = changed("forms/evening.toml", 'method = "sum"', f'method = "{method}"')
    page.choose(newer("range = [0, 16]", f"range = [0, {high}]", files))

    assert {"mean": "the middle of 2 questions", "max": "the highest of 2 questions"}[method] in page.said(
        "pack-change-0"
    )
