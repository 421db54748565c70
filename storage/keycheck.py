"""Proves at start that the data key is the one the database was written with."""

from typing import Final

from storage.cipher import KeyProblemError
from storage.database import Database
from storage.records import Records

PROOF: Final = "key_proof"


async def check_key(database: Database) -> None:
    """Checks the data key, or leaves a proof of it in a new database.

    Raises:
        KeyProblemError: The database was written with another key.
    """
    cipher = database.cipher

    async def unit(records: Records) -> str | None:
        proof = await records.facts.get(PROOF)
        if proof is None:
            await records.facts.put(PROOF, cipher.seal(cipher.ident(0)))
        return proof

    proof = await database.write(unit)
    if proof is not None and cipher.unseal(proof) != cipher.ident(0):
        raise KeyProblemError("the oldest key of the list has changed; it must stay the last")
