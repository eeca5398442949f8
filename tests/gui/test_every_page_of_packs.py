"""The page of packs, seen as every other page is: named, reached by Tab in reading order, and nothing clipped."""

from kat_journal.gui.navigation import PageName
from tests.helpers.pack_making import FILES, SHELF_FORM, as_folder, changed


def test_packs(open_demo, tmp_path):
    long = FILES | {"forms/quiet.toml": SHELF_FORM.replace('"evening"', '"quiet"').replace("Calm", "Calm " * 60)}
    open_demo.press("nav-settings")
    open_demo.press("packs-open")
    open_demo.judge("no packs")
    page, dialogs = open_demo.window.centralWidget().page, open_demo.window.centralWidget()._context.dialogs

    def choose(name, files):
        dialogs.answer(as_folder(tmp_path / name, files))
        open_demo.press("choose-pack-folder")

    choose("bad", changed("forms/evening.toml", '"Calm"', '"<b>Calm</b>"'))
    open_demo.judge("a pack that is refused")
    choose("first", long)
    open_demo.press("pack-form-1-questions")
    open_demo.judge("a pack with its questions")
    open_demo.press("add-pack")
    open_demo.judge("an added pack")
    newer = changed("pack.toml", 'version = "1"', 'version = "2"', changed("forms/evening.toml", "Calm", "Peace", long))
    choose("second", changed("forms/evening.toml", "version = 1", "version = 2", newer))
    open_demo.judge("a new version")
    open_demo.press("leave-pack")
    open_demo.press("remove-pack-0")
    open_demo.judge("a pack before it goes")
    assert page.place().name is PageName.PACKS
