"""One instrument across its versions."""

from collections.abc import Sequence

from domain.questionnaire import Instrument, Kind, Question, Section


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
    """

    def __init__(self, versions: Sequence[Instrument]) -> None:
        self.current = versions[0]
        self.versions = {version.version: version for version in versions}
        self.questions: dict[str, Question] = {}
        self.sections: dict[str, Section] = {}
        self.blocks: dict[str, Section] = {}
        for version in versions:
            for question in version.questions:
                self.questions.setdefault(question.code, question)
                self.sections.setdefault(question.code, version.section_of[question.code])
            for block in version.blocks:
                self.blocks.setdefault(block.code, block)

    def of_kind(self, kind: Kind) -> list[Question]:
        """The questions that are answered this way."""
        return [question for question in self.questions.values() if question.kind is kind]
