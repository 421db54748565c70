"""One instrument across its versions."""

from collections.abc import Sequence
from typing import Final

from domain.kinds import PRIVATE, Kind, Measure, Mode, Scoring
from domain.languages import Text
from domain.questionnaire import Instrument, Question, Section

_COMMENTED: Final = frozenset({Scoring.BLOCKS, Scoring.SURVEY, Scoring.NONE})
"""Where people write for whoever asks; in builders and beside ratings, for themselves."""
COUNTED: Final = frozenset({Kind.YES_NO, Kind.CHOICE, Kind.RATING, Kind.LIKELIHOOD})
"""Kinds of questions of which each answer is counted."""


class Outline:
    """Questions and blocks: the current version's in its order, then what only older ones have.

    Args:
        versions: The current version first.

    Attributes:
        current: The current version.
        versions: By hash.
        questions: By code; worded as in the newest version that has them.
        sections: The sections of these questions, by the questions' codes.
        blocks: The scored sections by code.
        options: What each choice offers or has offered: labels by the codes of question and
            option.
        modes: Which versions of the test there are to be told apart; one or two.
        commented: Hashes of the versions whose written answers are for whoever asks.
    """

    def __init__(self, versions: Sequence[Instrument]) -> None:
        self.current = versions[0]
        self.versions = {version.version: version for version in versions}
        self.questions: dict[str, Question] = {}
        self.sections: dict[str, Section] = {}
        self.blocks: dict[str, Section] = {}
        self.options: dict[str, dict[str, Text]] = {}
        for version in versions:
            for question in version.questions:
                self.questions.setdefault(question.code, question)
                self.sections.setdefault(question.code, version.section_of[question.code])
                offered = self.options.setdefault(question.code, {})
                for option in question.options:
                    offered.setdefault(option.code, option.label)
            for block in version.blocks:
                self.blocks.setdefault(block.code, block)
        is_short = any(version.express for version in versions)
        self.modes = (Mode.FULL, Mode.EXPRESS) if is_short else (Mode.FULL,)
        self.commented = frozenset(
            version.version for version in versions if version.scoring in _COMMENTED
        )

    @property
    def scoring(self) -> Scoring:
        """How the current version is scored."""
        return self.current.scoring

    @property
    def is_private(self) -> bool:
        """Whether the answers are the person's alone."""
        return self.scoring in PRIVATE

    def of_kind(self, kind: Kind) -> list[Question]:
        """The questions that are answered this way."""
        return [question for question in self.questions.values() if question.kind is kind]

    @property
    def recommending(self) -> list[Question]:
        """The questions that make a net promoter score."""
        return [q for q in self.questions.values() if q.measure is Measure.NPS]

    @property
    def counted(self) -> list[Question]:
        """The other questions of which each answer is counted; none where answers are private."""
        if self.is_private:
            return []
        return [
            question
            for question in self.questions.values()
            if question.kind in COUNTED and question.measure is not Measure.NPS
        ]
