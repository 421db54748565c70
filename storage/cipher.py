"""What identifies people or was written by them is encrypted at rest."""

import base64
import hashlib
import hmac
import os
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class KeyProblemError(Exception):
    """The data key is missing, malformed or belongs to another database."""


class Cipher:
    """Encrypts with the first of its keys and decrypts with any.

    Looking people up needs a stable hash of their Telegram id, so the hash is keyed with the
    last key of the list: new keys are put in front, and the oldest stays.

    Args:
        keys: Fernet keys (32 bytes in URL-safe base64), separated by commas, newest first.

    Raises:
        KeyProblemError: A key is malformed.
    """

    def __init__(self, keys: str) -> None:
        names = [key.strip() for key in keys.split(",") if key.strip()]
        try:
            self._fernet = MultiFernet([Fernet(name) for name in names])
            oldest = base64.urlsafe_b64decode(names[-1])
        except (ValueError, IndexError) as error:
            raise KeyProblemError(
                "expected one or more Fernet keys (32 bytes in URL-safe base64), "
                "separated by commas"
            ) from error
        self._index_key = hashlib.sha256(b"ident:" + oldest).digest()

    def ident(self, telegram_id: int) -> str:
        """A stable keyed hash of a Telegram id: finds a person, does not name them."""
        return hmac.new(self._index_key, str(telegram_id).encode(), hashlib.sha256).hexdigest()

    def seal(self, text: str) -> str:
        """The text, encrypted."""
        return self._fernet.encrypt(text.encode()).decode()

    def unseal(self, sealed: str) -> str:
        """The text behind `seal`.

        Raises:
            KeyProblemError: It was sealed with a key that is not among ours.
        """
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise KeyProblemError("the data was encrypted with another key") from error


def load_key(setting: str | None, path: Path) -> str:
    """The data key: the setting, or the file, which is made at the first start.

    Args:
        setting: DATA_KEY, or None.
        path: Where the key file lies: outside the folder of the database and its backups.

    Raises:
        KeyProblemError: The file can't be read or written.
    """
    if setting:
        return setting
    try:
        if path.exists():
            return path.read_text().strip()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Whole or not at all: a file cut short by a crash would lock everybody out.
        key = Fernet.generate_key().decode()
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(key + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:  # another process was first
            key = path.read_text().strip()
        finally:
            draft.unlink()
    except OSError as error:
        raise KeyProblemError(f"{path} can't be read or written: {error.strerror}") from error
    return key
