"""What comes after the last answer, by the way an instrument is scored.

How each of these things is made stands in handlers/views/twins.py (words) and in
handlers/parcels/outcomes.py (pictures and documents).
"""

from collections.abc import Mapping
from typing import Final

from domain.kinds import Scoring

AFTER: Final[Mapping[Scoring, tuple[str, ...]]] = {
    Scoring.BLOCKS: ("card", "change", "twin"),
    Scoring.CHECKLIST: ("card", "twin"),
    Scoring.PROFILE: ("card", "twin"),
    Scoring.SURVEY: ("twin",),
    Scoring.JOURNEY: ("card", "twin"),
    Scoring.CANVAS: ("card", "twin"),
    Scoring.CALCULATION: ("card", "twin"),
    Scoring.NONE: ("twin",),
}
"""Kinds of deliveries, in their order."""

EDITABLE: Final = frozenset({Scoring.JOURNEY, Scoring.CANVAS})
"""What is built rather than answered, and may be gone on with after it was drawn."""

SHAREABLE: Final = frozenset({Scoring.BLOCKS, Scoring.CHECKLIST, Scoring.PROFILE})
"""Pictures of which a copy may be passed on: no words of the person and no figures of the company
stand on them."""

DOCUMENTED: Final = frozenset({Scoring.PROFILE, Scoring.JOURNEY, Scoring.CANVAS})
"""What can be had as a PDF too."""
