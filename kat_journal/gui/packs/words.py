"""How the parts of a pack are said: questions, answers, places, changes and refusals."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kat_journal.domain.form import Form, Item, ItemType, Method, ScoreRule
from kat_journal.services.pack_changes import Change, ChangeKind, answers_of
from kat_journal.services.packs import InstalledPack, Offered, OfferedForm, Shows


def tr(text: str) -> str:
    """Translate a string of the page of packs."""
    return QCoreApplication.translate("Packs", text)


def counted(one: str, many: str, number: int) -> str:
    """Such as "1 form" or "3 forms"."""
    return (one if number == 1 else many).format(number)


def forms(number: int) -> str:
    """How many forms."""
    return counted(tr("{0} form"), tr("{0} forms"), number)


def maker(author: str, version: str, licence: str) -> str:
    """Who made it, and on what terms."""
    return tr("Made by: {0}. Version: {1}. Terms: {2}.").format(author, version, licence.rstrip("."))


def about(pack: InstalledPack) -> str:
    """The line under an added pack."""
    if not pack.readable:
        return tr(
            "This version of KAT Journal cannot read it, so its forms are not asked now. What you answered is still "
            "there. A newer version of the pack may help."
        )
    return f"{maker(pack.author, pack.version, pack.licence)} {forms(len(pack.forms))}."


def shows(form: OfferedForm) -> str:
    """Where a form will be met, and how often where it comes again and again."""
    return {
        Shows.TODAY: _comes_up(form.form.timing.every if form.form.timing is not None else None),
        Shows.SHELF: tr("Waits under \u201cMore to fill in\u201d on Write, for any day."),
        Shows.REQUEST: tr("Off until you turn it on in Settings, under \u201cForms that my clinic gives me\u201d."),
        Shows.IN_PLACE: tr(
            "Takes the place of \u201c{0}\u201d while the pack is here. What you filled in before and what you fill in "
            "now stay one row of numbers. It is on when that sheet is on in Settings."
        ).format(form.in_place_of),
    }[form.shows]


def _comes_up(every: int | None) -> str:
    """When a form comes up by itself; ``every`` is in days."""
    if every is None:
        return tr("Comes up on Today when its time is there.")
    return counted(tr("Comes up on Today every day."), tr("Comes up on Today every {0} days."), every)


def answers(item: Item) -> str:
    """How a question is answered."""
    kinds = {
        ItemType.SYMPTOM: tr("How much it bothers: {0}"),
        ItemType.SCALE: tr("One of: {0}"),
        ItemType.CHOICE: tr("One of: {0}"),
        ItemType.CHOICES: tr("Any of: {0}"),
        ItemType.NUMBER: tr("A number: {0}"),
        ItemType.YES_NO: tr("Yes or no"),
        ItemType.TEXT: tr("Your own words"),
        ItemType.TIME: tr("A time of day"),
        ItemType.STATEMENT: tr("Only to read"),
    }
    said = kinds[item.type].format(answers_of(item)).rstrip(": ")
    return f"{said}. {tr('Asked only after some answers.')}" if item.ask_if is not None else said


def about_question(item: Item) -> str:
    """Everything that a question shows beside its words, now or in Progress."""
    called = tr("(short name: {0})").format(item.label) if item.label else ""
    return " ".join(filter(None, (item.hint, answers(item), called)))


def sources(form: Form) -> str:
    """Where a form and its counting come from, each once."""
    return " \u00b7 ".join(dict.fromkeys(filter(None, (form.source, *(rule.source for rule in form.scores)))))


def more(number: int) -> str:
    """The button that shows what else there is."""
    return tr("Show {0} more").format(number)


def questions(form: Form, shown: bool) -> str:
    """The button that shows and hides the questions of a form."""
    if shown:
        return tr("Hide the questions")
    return counted(tr("Show {0} question"), tr("Show all {0} questions"), len(form.items))


def change(one: Change) -> str:
    """A difference, old words first."""
    said = {
        ChangeKind.FORM_ADDED: tr("New form: {form}"),
        ChangeKind.FORM_REMOVED: tr("Form that goes: {form}. What you answered stays."),
        ChangeKind.TITLE: tr("Another title. Before: \u201c{old}\u201d. Now: \u201c{new}\u201d."),
        ChangeKind.QUESTION_ADDED: tr("{form}: new question \u201c{new}\u201d."),
        ChangeKind.QUESTION_REMOVED: tr("{form}: the question \u201c{old}\u201d goes. What you answered stays."),
        ChangeKind.QUESTION: tr("{form}: other words. Before: \u201c{old}\u201d. Now: \u201c{new}\u201d."),
        ChangeKind.ANSWERS: tr("{form}: other answers. Before: \u201c{old}\u201d. Now: \u201c{new}\u201d."),
        ChangeKind.SCORING: tr("{form}: counted in another way. Before: \u201c{old}\u201d. Now: \u201c{new}\u201d."),
        ChangeKind.ADVICE: tr("{form}: other advice. Before: \u201c{old}\u201d. Now: \u201c{new}\u201d."),
        ChangeKind.TIME: tr("{form}: comes up at other times."),
        ChangeKind.OTHER: tr("{form}: small things, such as the order of the questions."),
    }[one.kind]
    nothing = tr("nothing")
    old, new = one.old or scoring(one.old_rules), one.new or scoring(one.new_rules)
    return said.format(form=one.form, old=old or nothing, new=new or nothing)


def scoring(rules: Sequence[ScoreRule]) -> str:
    """How a form is counted."""
    return " \u00b7 ".join(map(_rule, rules))


def _rule(rule: ScoreRule) -> str:
    methods = {
        Method.SUM: tr("all {0} questions added up"),
        Method.MEAN: tr("the middle of {0} questions"),
        Method.MAX: tr("the highest of {0} questions"),
    }
    parts = [
        methods[rule.method].format(len(rule.items)),
        tr("from {0} to {1}").format(f"{rule.low:g}", f"{rule.high:g}"),
    ]
    if rule.multiply != 1:
        parts.append(tr("times {0}").format(f"{rule.multiply:g}"))
    if rule.max_missing:
        parts.append(tr("{0} may be missing").format(rule.max_missing))
    return f"{rule.title}, {', '.join(parts)}"


def added(offered: Offered) -> str:
    """What to say once it is there, and where its forms are."""
    places = {form.shows for form in offered.forms}
    where = (
        (Shows.TODAY, tr("Forms with a time come up on Today.")),
        (Shows.SHELF, tr("Forms for any day are under \u201cMore to fill in\u201d on Write.")),
        (
            Shows.REQUEST,
            tr("Some are off until you turn them on in Settings, \u201cForms that my clinic gives me\u201d."),
        ),
        (Shows.IN_PLACE, tr("Turn the sheet on in Settings, \u201cForms that my clinic gives me\u201d, if it is off.")),
    )
    said = tr("\u201c{0}\u201d is added.").format(offered.pack.title)
    return " ".join([said, *(words for place, words in where if place in places)])


def refused(line: str) -> str:
    """The first problem in a plain sentence: which file, where in it, and why."""
    file, _, rest = line.partition(": ")
    key, _, reason = rest.rpartition(": ")
    if not rest:
        return tr("The reason: {0}.").format(line)
    if not key:
        return tr("Its part \u201c{0}\u201d is not right: it {1}.").format(file, rest)
    return tr("Its part \u201c{0}\u201d is not right: \u201c{1}\u201d {2}.").format(file, key, reason)
