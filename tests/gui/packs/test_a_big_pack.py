"""A pack as large as one may be is looked at and added on other threads, while the window goes on."""

import threading

from kat_journal.services.demo import PASSPHRASE
from tests.helpers.pack_making import FILES, SHELF_FORM, as_zip


def big():
    forms = {
        f"forms/f{n:03}.toml": SHELF_FORM.replace('"evening"', f'"f{n:03}"').replace('"Evening"', f'"Form {n}"')
        for n in range(200)
    }
    return {
        "pack.toml": FILES["pack.toml"],
        "scales.toml": FILES["scales.toml"],
        "advice.toml": FILES["advice.toml"],
    } | forms


def test_two_hundred_forms_are_added_beside_the_window(inside, tmp_path):
    person = inside
    packs, threads, told = person.window.centralWidget()._context.journal.packs, [], []
    person.dialogs.answer(as_zip(tmp_path / "big.zip", big()))
    person.click("nav-settings")
    person.click("packs-open")
    person.see("choose-pack-file")
    page = person.window.centralWidget().page
    looking = page.findChild(object, "looking")
    looking.moved.connect(lambda done, total: told.append((done, total)))
    looking.found.connect(lambda _: threads.append(threading.current_thread()))

    person.click("choose-pack-file")
    assert person.see("pack-said").text() == "It brings 200 forms. Nothing is added yet."
    person.click("add-pack")
    person.see("packs-notice-text")
    person.qtbot.waitUntil(lambda: len(packs.installed()) == 1, timeout=20_000)

    assert told[0] == (0, 0)
    assert told[-1] == (199, 200)
    assert threads == [threading.main_thread()], "only what was found comes back to the window"
    assert len(packs.installed()[0].forms) == 200
    person.lock()
    person.unlock(PASSPHRASE)
    assert "mine:f199" in person.window.centralWidget()._context.journal.library.forms
