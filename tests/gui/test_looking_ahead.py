"""The plan of notices comes from the open journal, stays fresh, and leaves its words behind at locking."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from kat_journal.domain.notices import NoticePlan
from kat_journal.gui.looking_ahead import LookingAhead
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.tasks import InlineTasks
from kat_journal.gui.workspace import Workspace
from kat_journal.services.notices import NoticeChoice
from tests.helpers.clock import november
from tests.helpers.notifications import NOTEBOOK, Room


class HeldTasks(InlineTasks):
    """Holds back what comes from the journal until it is let go."""

    def __init__(self):
        self.held = []

    def journal(self, work, *, context, then=lambda _: None, failed=lambda _: None):
        self.held.append((work, then))

    def let_go(self):
        held, self.held = self.held, []
        for work, then in held:
            then(work())


@pytest.fixture
def room(qapp, clock):
    return Room(clock)


@pytest.fixture
def surroundings(context, room):
    context.journal.notices.keep(NoticeChoice(on=True))
    context.journal.courses.plan(november(26, 10))
    return replace(context, noticing=room.noticing)


@pytest.fixture
def looking(surroundings, room):
    around = QObject()
    looking = LookingAhead(surroundings, room.noticing, around)
    looking.begin()
    yield looking
    looking.stop()
    around.deleteLater()


def whens(room):
    return [one.when for one in room.noticing._plan.moments if one.when]


def test_at_unlocking_the_plan_is_read(looking, room):
    assert room.noticing.is_on
    assert whens(room) == [november(26, 10)]


def test_what_was_planned_meanwhile_is_in_the_plan_after_the_next_look(looking, room, surroundings):
    surroundings.journal.courses.add_appointment(november(25, 10))

    room.noticing.tick()

    assert november(25, 10) in whens(room)


def test_going_to_another_page_brings_a_fresh_plan(looking, room, surroundings):
    surroundings.journal.courses.add_appointment(november(25, 10))

    surroundings.navigator.go(Place(PageName.SETTINGS))

    assert november(25, 10) in whens(room)


def test_what_was_said_is_remembered_in_the_journal(looking, room, surroundings, clock):
    clock.set(november(25, 10))
    room.noticing.tick()

    assert len(room.told) == 1
    assert whens(room) == []
    assert "session:" in surroundings.journal.settings.get("notices.told")


def test_while_nothing_is_wanted_the_journal_is_left_in_peace(context, room):
    held = HeldTasks()
    around = QObject()
    looking = LookingAhead(replace(context, noticing=room.noticing, tasks=held), room.noticing, around)
    looking.begin()
    held.let_go()

    room.noticing.tick()
    context.navigator.go(Place(PageName.SETTINGS))

    assert held.held == []


def test_locking_leaves_instants_alone(looking, room):
    looking.stop()

    assert [(one.key, one.when) for one in room.noticing._plan.moments if one.key or one.when] == []
    assert room.noticing.kept() != b""


def test_what_comes_from_the_journal_after_the_lock_is_dropped(surroundings, room):
    held = HeldTasks()
    around = QObject()
    looking = LookingAhead(replace(surroundings, tasks=held), room.noticing, around)
    looking.begin()
    looking.stop()

    held.let_go()
    room.noticing.follow(NoticePlan())

    assert room.noticing.kept() == b""


def test_what_is_said_after_the_lock_does_not_go_to_a_closed_journal(looking, room, surroundings, clock):
    looking.stop()
    before = surroundings.journal.settings.get("notices.told")
    clock.set(november(25, 10))

    room.noticing.tick()

    assert room.told == [NOTEBOOK]
    assert surroundings.journal.settings.get("notices.told") == before


def test_the_workspace_brings_it_along_and_stops_it_at_locking(surroundings, room, qtbot):
    workspace = Workspace()
    qtbot.addWidget(workspace)
    workspace.enter(surroundings)
    workspace._looking_ahead.begin()
    assert room.noticing.is_on

    workspace.leave()

    assert not room.noticing.is_on
    assert room.noticing.kept() != b""
