"""The side bar and one page beside it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from kat_journal.domain.ids import FormId, SessionId
from kat_journal.errors import DiskFullError
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.tasks import InlineTasks
from kat_journal.gui.workspace import Workspace, decode, encode
from kat_journal.services.journal import PLACE


@pytest.fixture
def workspace(qtbot, demo_context):
    workspace = Workspace()
    qtbot.addWidget(workspace)
    workspace.resize(1180, 800)
    workspace.show()
    return workspace


def bar(workspace):
    return workspace.findChild(QWidget, "side-bar")


def marked(workspace):
    return [b.objectName() for b in bar(workspace).findChildren(QPushButton) if b.isChecked()]


def test_nothing_is_shown_and_nothing_is_noted_before_it_is_entered(workspace):
    assert workspace.page is None
    assert workspace.leave() == ""
    assert workspace.keeps_awake_minutes == 0


def test_it_begins_on_today(workspace, demo_context):
    workspace.enter(demo_context)

    assert workspace.page.place() == Place(PageName.TODAY)
    assert marked(workspace) == ["nav-today"]


def test_it_begins_where_the_person_was(workspace, demo_context):
    demo_context.journal.settings.put(PLACE, '{"name": "session", "session_id": 4}')

    workspace.enter(demo_context)

    assert workspace.page.place() == Place(PageName.SESSION, session_id=SessionId(4))
    assert marked(workspace) == ["nav-sessions"]


def test_it_begins_on_today_where_the_place_cannot_be_read(workspace, demo_context):
    class Refuses:
        def journal(self, work, *, context, then=None, failed=None):
            failed(DiskFullError())

    demo_context.navigator.setParent(workspace)
    seen = []
    demo_context.navigator.moved.connect(seen.append)
    refusing = type(demo_context)(
        **{name: getattr(demo_context, name) for name in demo_context.__slots__ if name != "tasks"}, tasks=Refuses()
    )

    workspace.enter(refusing)

    assert seen == [Place(PageName.TODAY)]


def test_what_has_waited_long_enough_in_the_bin_is_deleted_after_unlocking(workspace, demo_context, clock):
    written = demo_context.journal.written.newest()
    demo_context.journal.responses.trash(written[0].uid)
    clock.pass_time(days=1)
    demo_context.journal.responses.trash(written[1].uid)
    clock.pass_time(days=29)

    workspace.enter(demo_context)

    assert [row.uid for row in demo_context.journal.bin.trashed()] == [written[1].uid]


class NotingTasks(InlineTasks):
    """Notes what it is asked to do, in order."""

    def __init__(self):
        self.asked = []

    def journal(self, work, **more):
        self.asked.append(getattr(work, "__name__", ""))
        super().journal(work, **more)


def test_the_bin_is_seen_to_after_the_page_has_read_what_it_shows(workspace, demo_context):
    tasks = NotingTasks()

    workspace.enter(replace(demo_context, tasks=tasks))

    assert "view" in tasks.asked
    assert tasks.asked[-1] == "purge_old"


@pytest.mark.parametrize("name", ["runner", "versions"])
def test_a_place_on_a_page_that_was_deleted_for_good_leads_to_no_trouble(workspace, demo_context, name):
    row = demo_context.journal.written.newest()[0]
    place = encode(Place(PageName(name), form_id=row.form_id, response_uid=row.uid, caret=7))
    demo_context.journal.settings.put(PLACE, place)
    demo_context.journal.responses.trash(row.uid)
    demo_context.journal.bin.empty()
    assert row.uid not in demo_context.journal.settings.get(PLACE)

    workspace.enter(demo_context)

    assert workspace.page.place().name == name
    assert workspace.page.place().response_uid != row.uid


@pytest.mark.parametrize("name", ["versions", "bin"])
def test_pages_that_belong_to_write_keep_it_marked(workspace, demo_context, name):
    workspace.enter(demo_context)

    demo_context.navigator.go(Place(PageName(name)))

    assert workspace.page.place().name == name
    assert marked(workspace) == ["nav-write"]


@pytest.mark.parametrize("name", ["today", "sessions", "write", "progress", "share", "support", "settings"])
def test_each_word_of_the_side_bar_leads_to_its_page(workspace, demo_context, name):
    workspace.enter(demo_context)

    workspace.findChild(QPushButton, f"nav-{name}").click()

    assert workspace.page.place().name == name
    assert marked(workspace) == [f"nav-{name}"]


def test_choosing_the_page_that_is_open_keeps_it_marked(workspace, demo_context):
    workspace.enter(demo_context)

    workspace.findChild(QPushButton, "nav-today").click()

    assert marked(workspace) == ["nav-today"]


def test_lock_locks(workspace, demo_context):
    workspace.enter(demo_context)

    workspace.findChild(QPushButton, "nav-lock").click()

    assert demo_context.lock.times == 1


def test_a_form_has_the_window_to_itself(workspace, demo_context):
    workspace.enter(demo_context)
    demo_context.navigator.go(Place(PageName.RUNNER, form_id=FormId("core:free-page")))
    assert not bar(workspace).isVisible()

    demo_context.navigator.back()

    assert bar(workspace).isVisible()


def test_leaving_a_page_hands_over_what_was_typed(workspace, demo_context, qtbot):
    workspace.enter(demo_context)
    demo_context.navigator.go(Place(PageName.RUNNER, form_id=FormId("core:free-page")))
    qtbot.keyClicks(workspace.findChild(QWidget, "item-words"), "half a")

    demo_context.navigator.go(Place(PageName.WRITE))

    assert demo_context.journal.written.newest()[0].words == "half a"


def test_locking_hands_over_what_was_typed_and_notes_the_place(workspace, demo_context, qtbot):
    workspace.enter(demo_context)
    demo_context.navigator.go(Place(PageName.RUNNER, form_id=FormId("core:free-page")))
    qtbot.keyClicks(workspace.findChild(QWidget, "item-words"), "half a")

    place = decode(workspace.leave())

    assert demo_context.journal.written.newest()[0].uid == place.response_uid
    assert (place.name, place.item_id, place.caret) == (PageName.RUNNER, "words", 6)


def test_a_page_after_a_session_keeps_the_window_awake(workspace, demo_context):
    workspace.enter(demo_context)
    session = demo_context.journal.courses.just_had()

    demo_context.navigator.go(Place(PageName.RUNNER, form_id=FormId("core:after-session"), session_id=session.id))

    assert workspace.keeps_awake_minutes == 60


def test_coming_back_finds_the_focus_where_it_was(workspace, demo_context):
    workspace.enter(demo_context)
    demo_context.navigator.go(Place(PageName.SETTINGS))
    guide = workspace.findChild(QPushButton, "guide")
    guide.setFocus()
    guide.click()
    assert workspace.page.place() == Place(PageName.GUIDE)

    demo_context.navigator.back()
    assert workspace.page.focusWidget().objectName() == "guide"

    demo_context.navigator.go(Place(PageName.SETTINGS))
    assert workspace.page.focusWidget().objectName() != "guide", "who comes anew begins at the top"


@pytest.mark.parametrize("name", ["write", "share", "support", "settings", "guide"])
def test_a_page_says_its_title(workspace, demo_context, name):
    workspace.enter(demo_context)
    demo_context.navigator.go(Place(PageName(name)))

    assert workspace.page.title()


def test_unlocking_puts_the_focus_on_todays_one_action(inside):
    inside.see("take-offer")

    inside.qtbot.waitUntil(lambda: inside.window.focusWidget().objectName() == "take-offer", timeout=20_000)


def test_a_page_chosen_before_the_kept_place_was_read_stays(inside):
    inside.click("nav-write")
    inside.see("write-list")

    inside.window._workspace._begin(Place(PageName.SETTINGS))

    assert inside.sees("write-list")
