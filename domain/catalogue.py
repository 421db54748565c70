"""How stored answers find the questionnaire they belong to."""

from typing import Protocol

from domain.questionnaire import Instrument


class Catalogue(Protocol):
    """Instruments by version: the current ones, and older ones from their stored source."""

    def knows(self, version: str) -> bool:
        """Whether this version can be had without its stored source."""
        ...

    def known(self, version: str) -> Instrument:
        """An instrument for which `knows` holds."""
        ...

    def version(self, version: str, source: str) -> Instrument:
        """An instrument from its stored source."""
        ...

    def source(self, version: str) -> str:
        """What is stored for a current version: its merged content as canonical JSON."""
        ...
