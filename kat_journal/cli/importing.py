"""``import``: a questionnaire that a clinic gave, into the journal; or everything of a journal, into a new one."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kat_journal.cli.options import Commands, add_passphrase, add_take_over
from kat_journal.cli.talk import DONE, app, passphrase
from kat_journal.errors import NotConfirmedError, QuestionnaireError

if TYPE_CHECKING:
    from kat_journal.app import App
    from kat_journal.services.packs import Offered

YES = ("y", "yes")


def add(commands: Commands) -> None:
    """Let it be asked for."""
    importing = commands.add_parser(
        "import", help="add a form that another program wrote, or bring in a journal", allow_abbrev=False
    )
    formats = importing.add_subparsers(metavar="FORMAT", required=True)
    questionnaire = formats.add_parser("questionnaire", help="a FHIR R4 Questionnaire as JSON", allow_abbrev=False)
    questionnaire.add_argument("file", type=Path, metavar="FILE", help="the questionnaire, a .json file")
    questionnaire.add_argument("--yes", action="store_true", help="do not ask before adding it")
    add_passphrase(questionnaire)
    add_take_over(questionnaire)
    questionnaire.set_defaults(command=_import)
    whole = formats.add_parser("journal", help="make a new journal of a file with everything", allow_abbrev=False)
    whole.add_argument("file", type=Path, metavar="FILE", help="what export --format json --everything wrote")
    whole.add_argument("folder", type=Path, metavar="FOLDER", help="where nothing is yet")
    add_passphrase(whole)
    whole.set_defaults(command=_import_journal)


def _import(args: argparse.Namespace) -> int:
    if args.file.suffix.lower() != ".json":
        raise QuestionnaireError(f"{args.file.name}: is no .json file")
    program = app(args)
    journal = program.open(passphrase(args, program), take_over=args.take_over)
    try:
        offered = journal.packs.look(args.file)
        sys.stdout.writelines(f"{line}\n" for line in _shown(program, offered))
        if not args.yes:
            _confirm(program)
        journal.packs.install(offered)
    finally:
        journal.close()
    sys.stdout.write(f"{program.messages.get('cli.import-added')}\n")
    return DONE


def _import_journal(args: argparse.Namespace) -> int:
    from kat_journal.services.archive_in import look

    look(args.file)  # before anybody is asked for a passphrase
    program = app(args, args.folder)
    program.bring_in(args.file, passphrase(args, program, new=True)).close()
    sys.stdout.write(f"journal: {program.config.journal}\n{program.messages.get('cli.brought-in')}\n")
    return DONE


def _shown(program: "App", offered: "Offered") -> list[str]:
    """What it would add, before anything is changed."""
    say = program.messages.get
    lines = []
    for one in offered.forms:
        questions = str(sum(1 for _ in one.form.questions()))
        lines.append(say("cli.import-form", title=one.form.title, author=offered.pack.author, questions=questions))
        if one.in_place_of:
            lines.append(say("cli.import-in-place", sheet=one.in_place_of))
    return lines + [say("cli.import-note", note=note) for note in offered.notes]


def _confirm(program: "App") -> None:
    """Ask at a terminal; a script says ``--yes``."""
    if not sys.stdin.isatty():
        raise NotConfirmedError("no terminal")
    sys.stdout.write(program.messages.get("cli.import-confirm"))
    sys.stdout.flush()
    yes = program.messages.get("answer.yes").lower()
    if sys.stdin.readline().strip().lower() not in (*YES, yes, yes[:1]):
        raise NotConfirmedError("no")
