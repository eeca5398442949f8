"""``backup``, ``restore`` and ``verify``: copies of the whole journal, encrypted like the journal itself."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kat_journal.cli.options import Commands, add_passphrase
from kat_journal.cli.talk import DONE, app, passphrase, recovery_code
from kat_journal.errors import BackupDamagedError, KatJournalError, NotConfirmedError

if TYPE_CHECKING:
    from kat_journal.app import App
    from kat_journal.storage.backup_look import BackupInfo
    from kat_journal.storage.contents import Contents

YES = "yes"


def add(commands: Commands) -> None:
    """Let all three be asked for."""
    backup = commands.add_parser("backup", help="make a backup: one encrypted file", allow_abbrev=False)
    backup.add_argument("file", type=Path, metavar="FILE", help="a file that is not there yet, such as a.kjbackup")
    add_passphrase(backup)
    backup.set_defaults(command=_backup)
    restore = commands.add_parser("restore", help="put a backup in the place of the journal", allow_abbrev=False)
    restore.add_argument("file", type=Path, metavar="FILE", help="the backup")
    restore.add_argument("--code", action="store_true", help="open it with its recovery code")
    restore.add_argument("--code-fd", type=int, metavar="N", help="read the recovery code from this file descriptor")
    restore.add_argument("--yes", action="store_true", help="do not ask before replacing a journal")
    add_passphrase(restore)
    restore.set_defaults(command=_restore)
    verify = commands.add_parser("verify", help="check the journal and its backups, or one backup", allow_abbrev=False)
    verify.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a backup; with its passphrase, all of it")
    add_passphrase(verify)
    verify.set_defaults(command=_verify)


def _backup(args: argparse.Namespace) -> int:
    program = app(args)
    journal = program.open(passphrase(args, program))
    try:
        made = journal.backups.back_up(args.file)
    finally:
        journal.close()
    _say(f"backup: {made.path}")
    return DONE


def _restore(args: argparse.Namespace) -> int:
    program = app(args)
    restorer = program.restorer()
    info = restorer.look(args.file)
    _say(_made(program, info))
    if restorer.is_of_another(info):
        _say(program.messages.get("cli.backup-of-another"))
    typed, code = _secret(args, program)
    if program.config.has_journal and not args.yes:
        _say(_inside(program, restorer.inside(args.file, typed, code)))
        _confirm(program)
    restored = restorer.restore(args.file, typed, code)
    _say(_inside(program, restored.contents))
    _say(f"journal: {program.config.journal}")
    if restored.kept is not None:
        _say(program.messages.get("cli.backup-kept", path=str(restored.kept)))
    return DONE


def _verify(args: argparse.Namespace) -> int:
    program = app(args)
    restorer = program.restorer()
    if args.file is not None:
        _say(_made(program, restorer.look(args.file)))
        if args.passphrase_fd is not None:
            _say(_inside(program, restorer.inside(args.file, passphrase(args, program))))
        _say(f"ok: {args.file}")
        return DONE
    wrong = _check_journal(args, program)
    for backup in restorer.list():
        try:
            restorer.look(backup.path)
        except KatJournalError:
            wrong = wrong or BackupDamagedError("verify")
            _say(f"WRONG: {backup.path}")
        else:
            _say(f"ok: {backup.path}")
    if wrong is not None:
        raise wrong
    return DONE


def _check_journal(args: argparse.Namespace, program: "App") -> KatJournalError | None:
    """Open the journal and read all of it; what is wrong with it is told after the backups were checked too."""
    typed = passphrase(args, program)
    try:
        journal = program.open(typed)
        try:
            journal.backups.check_journal()
        finally:
            journal.close()
    except KatJournalError as error:
        _say(f"WRONG: {program.config.journal}")
        return error
    _say(f"ok: {program.config.journal}")
    return None


def _secret(args: argparse.Namespace, program: "App") -> tuple[str, str]:
    """The passphrase or the recovery code that the backup was made with."""
    if args.code or args.code_fd is not None:
        return "", recovery_code(args, program)
    return passphrase(args, program), ""


def _confirm(program: "App") -> None:
    """Ask at a terminal; a script says ``--yes``."""
    if not sys.stdin.isatty():
        raise NotConfirmedError("no terminal")
    sys.stdout.write(program.messages.get("cli.backup-confirm"))
    sys.stdout.flush()
    if sys.stdin.readline().strip().lower() not in {YES, program.messages.get("answer.yes").lower()}:
        raise NotConfirmedError("no")


def _made(program: "App", info: "BackupInfo") -> str:
    made = f"{info.made_at:%Y-%m-%d %H:%M} UTC"
    return program.messages.get("cli.backup-made", made=made, size=f"{info.size / 1e6:.1f}", program=info.program)


def _inside(program: "App", contents: "Contents") -> str:
    newest = contents.newest_day.isoformat() if contents.newest_day is not None else "-"
    return program.messages.get(
        "cli.backup-inside",
        sessions=str(contents.sessions),
        pages=str(contents.pages),
        answers=str(contents.answers),
        newest=newest,
    )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
