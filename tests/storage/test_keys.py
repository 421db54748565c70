"""Encryption at rest: keys, their rotation, and the check at the start."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from storage.cipher import Cipher, KeyProblemError, load_key
from storage.database import Database
from storage.keycheck import check_key

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@given(st.text())
def test_what_is_sealed_comes_back(words: str) -> None:
    """Any text, and never as it was written."""
    cipher = Cipher(OLD)
    sealed = cipher.seal(words)
    assert words == cipher.unseal(sealed)
    assert len(words) < 8 or words not in sealed


@given(st.integers(), st.integers())
def test_idents(one: int, other: int) -> None:
    """The same person always, another one never; the id does not show."""
    cipher = Cipher(OLD)
    assert (one == other) is (cipher.ident(one) == cipher.ident(other))
    assert cipher.ident(one) != Cipher(NEW).ident(one)


def test_a_new_key_in_front() -> None:
    """Old data can be read, people are found, new data is sealed with the new key only."""
    before, after = Cipher(OLD), Cipher(f" {NEW} , {OLD},")
    assert after.unseal(before.seal("слово")) == "слово"
    assert before.ident(7) == after.ident(7)
    assert Cipher(NEW).unseal(after.seal("слово")) == "слово"


def test_another_key() -> None:
    """Says so, instead of returning rubbish."""
    with pytest.raises(KeyProblemError, match="another key"):
        Cipher(NEW).unseal(Cipher(OLD).seal("слово"))


@pytest.mark.parametrize(
    "keys",
    ["", " , ", "short", OLD[:-4], f"{OLD},nonsense", "ключ"],
    ids=["empty", "commas", "short", "cut", "one wrong", "cyrillic"],
)
def test_malformed_keys(keys: str) -> None:
    """Are refused with what is expected, without repeating the secret."""
    with pytest.raises(KeyProblemError, match="Fernet") as caught:
        Cipher(keys)
    assert OLD not in str(caught.value)


def test_the_key_file(tmp_path: Path) -> None:
    """Made at the first start, readable for its owner only, the same at the next start."""
    path = tmp_path / "secrets" / "data.key"
    key = load_key(None, path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert key == load_key(None, path)
    assert load_key(NEW, path) == NEW
    Cipher(key)


def test_a_key_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A folder in its place is told as a problem of the key."""
    with pytest.raises(KeyProblemError, match="can't be read"):
        load_key(None, tmp_path)


async def test_the_key_is_proven_at_the_start(database: Database) -> None:
    """The first start leaves a proof; the same keys and a rotated list pass, others do not."""

    def opened(keys: str) -> Database:
        return Database(database.url, Cipher(keys), database.catalogue)

    starts = [(OLD, ""), (OLD, ""), (f"{NEW},{OLD}", ""), (NEW, "another key"),
              (f"{OLD},{NEW}", "oldest key")]  # fmt: skip
    for keys, problem in starts:
        again = opened(keys)
        try:
            if problem:
                with pytest.raises(KeyProblemError, match=problem):
                    await check_key(again)
            else:
                await check_key(again)
        finally:
            await again.close()
