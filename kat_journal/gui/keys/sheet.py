"""The words of a recovery kit: the same on the screen, on paper, in the PDF and in the text file."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from kat_journal.config import APP_NAME
from kat_journal.gui.dates import full_day

GROUPS_IN_A_LINE = 4


@dataclass(frozen=True, slots=True)
class Sheet:
    """One recovery kit.

    Attributes:
        groups: The code, group by group; they are asked for by number, from 1.
        steps: How it is used, in order.
        cautions: What whoever keeps it should know.
    """

    title: str
    made_on: str
    groups: tuple[str, ...]
    steps_title: str
    steps: tuple[str, ...]
    cautions: tuple[str, ...]


def tr(text: str) -> str:
    """Translate a string of the kit."""
    return QCoreApplication.translate("Kit", text)


def sheet_of(code: str, day: date) -> Sheet:
    """The kit of a code, made on a day."""
    return Sheet(
        title=tr("{0}: recovery kit").format(APP_NAME),
        made_on=tr("Made on {0}").format(full_day(day)),
        groups=tuple(code.split("-")),
        steps_title=tr("If the passphrase is forgotten"),
        steps=(
            tr("1. Open {0}.").format(APP_NAME),
            tr("2. Choose \u201cI forgot it\u201d."),
            tr("3. Type this code. Small letters will do. It has no letter O, I or L: they are 0 or 1."),
            tr("4. Choose a new passphrase. Everything that was written is there."),
        ),
        cautions=(
            tr(
                "Whoever has this sheet and the files of the journal can read all of it. Keep the sheet like a key: "
                "not beside the computer, and not as a photo."
            ),
            tr("It stays good when the passphrase is changed. It is useless once a newer kit was made."),
            tr("A backup opens with the kit that was good when the backup was made."),
        ),
    )


def text_of(sheet: Sheet) -> str:
    """The kit as plain text."""
    parts = (
        (sheet.title, sheet.made_on),
        tuple(_line_from(sheet.groups, start) for start in range(0, len(sheet.groups), GROUPS_IN_A_LINE)),
        (sheet.steps_title, *sheet.steps),
        *((caution,) for caution in sheet.cautions),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _line_from(groups: tuple[str, ...], start: int) -> str:
    line = groups[start : start + GROUPS_IN_A_LINE]
    numbers = tr("Groups {0} to {1}:").format(start + 1, start + len(line))
    return f"{numbers}    {'   '.join(line)}"
