"""Opens a journal with its recovery code and gives it a new passphrase: both, or nothing."""

from pathlib import Path

from kat_journal.storage.keys import KdfParameters, check_new_passphrase, wipe
from kat_journal.storage.opening import open_with_seed
from kat_journal.storage.recovery_code import seed_of
from kat_journal.storage.rekeying import set_passphrase_by_code
from kat_journal.storage.vault import Vault


def recover_vault(
    folder: Path, code: str, new: str, kdf: KdfParameters | None = None, *, take_over: bool = False
) -> Vault:
    """Open the journal with its code; nothing is written before the code has opened it.

    Args:
        folder: Where the journal lives.
        code: The recovery code, as the person typed it.
        new: The new passphrase; the old one opens the journal no more.
        kdf: What opening costs; None measures what this machine can bear.
        take_over: Open it although a lock file says that another computer has it open.

    Raises:
        UnusablePassphraseError: The new passphrase cannot protect anything; nothing was tried.
        RecoveryCodeMistypedError: The code is none; nothing was tried.
        WrongRecoveryCodeError: It is the code of another journal, or was replaced.
    """
    check_new_passphrase(new)
    seed = seed_of(code)
    try:
        vault = open_with_seed(folder, seed, take_over=take_over)
        try:
            set_passphrase_by_code(vault, seed, new, kdf)
        except BaseException:
            vault.close()
            raise
    finally:
        wipe(seed)
    return vault
