"""The sheets of answers that are counted one by one: checklists, choices, ratings, means."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.kinds import Kind
from domain.questionnaire import NO, UNSURE, YES, Question, Value
from domain.statistics import favourable, mean_of, share_of
from storage.campaigns import NO_SOURCE
from storage.export.figures import ANSWERED_BY, Cut, Figures, rounded
from storage.export.outline import Outline
from storage.export.rows import Cell
from storage.export.sheets import Chart, Sheet, distinct
from storage.export.shown import hidden
from storage.export.words import Say

_WIDTHS: Final = (16, 55, 12, 30, 16, 12)
_OF_SHARES: Final = ("favourable", "share", "low", "high")
_OF_MEANS: Final = ("mean",)


@dataclass(frozen=True, slots=True)
class Wording:
    """How the sheets speak.

    Attributes:
        language: One of LANGUAGES.
        say: Says a word in it.
        name: Names a group of a cut.
        hidden: Stands for what is hidden.
    """

    language: str
    say: Say
    name: Callable[[Cut, str], str]
    hidden: str


class AnswerSheets:
    """Tells each answer's count by question, in all and by campaign.

    Args:
        outline: The instrument across its versions.
        figures: Of its attempts.
        sources: The campaigns' codes in their order.
        wording: How to speak.
    """

    def __init__(
        self, outline: Outline, figures: Figures, sources: Sequence[str], wording: Wording
    ) -> None:
        self._questions = outline.counted
        self._options = outline.options
        self._figures = figures
        self._sources = sources
        self._wording = wording
        # Answers that are worded alike share a column.
        labels = (label for question in self._questions for label in self._labels(question))
        self._columns = list(dict.fromkeys(sorted(labels, key=_rank)))
        # What none of the questions has, needs no column.
        self._measured = (
            *(_OF_SHARES if any(map(_is_shared, self._questions)) else ()),
            *(_OF_MEANS if any(question.grades for question in self._questions) else ()),
        )

    def sheets(self) -> Iterator[Sheet]:
        """The counts, and the shares upright as a chart needs them, as far as there are any."""
        if self._questions:
            yield self._answers()
        shared = [question for question in self._questions if _is_shared(question)]
        if shared:
            yield self._shares(shared)

    def _answers(self) -> Sheet:
        say = self._wording.say
        keys = ("code", "question", "cut", "group", "n", *self._measured)
        headers = distinct([*(say(key) for key in keys), *self._columns])
        rows = [
            [question.code, question.text[self._wording.language], say(cut), *cells]
            for question in self._questions
            for cut in ANSWERED_BY
            for cells in self._groups(question, cut)
        ]
        return Sheet(say("answers"), headers, rows, _WIDTHS)

    def _groups(self, question: Question, cut: Cut) -> Iterator[list[Cell]]:
        groups = self._counts(question, cut)
        concealed = hidden({name: counts.total() for name, counts in groups.items()})
        for group, counts in groups.items():
            name = self._wording.name(cut, group)
            if group in concealed:
                nothing: list[Cell] = [None] * (len(self._measured) + len(self._columns))
                yield [name, self._wording.hidden, *nothing]
            else:
                yield [name, counts.total(), *self._told(question, counts)]

    def _told(self, question: Question, counts: Counter[Value]) -> Iterator[Cell]:
        """Share, interval and mean, as far as there are columns for them; then each answer."""
        cells = {"favourable": self._favourable(question), **_measures(question, counts)}
        yield from (cells[key] for key in self._measured)
        yield from self._by_column(question, counts)

    def _counts(self, question: Question, cut: Cut) -> dict[str, Counter[Value]]:
        """How many gave each answer that the question (still) has, by group, in order."""
        found = self._figures.answers_by_group(question.code, cut, finished=True)
        order = self._sources if cut is Cut.CAMPAIGN else sorted(found)
        codes = self._codes(question)
        return {
            group: Counter({code: found[group][code] for code in codes if found[group][code]})
            for group in order
            if group in found
        }

    def _codes(self, question: Question) -> Sequence[Value]:
        match question.kind:
            case Kind.YES_NO:
                return (YES, NO, UNSURE)
            case Kind.CHOICE:
                return tuple(self._options[question.code])
            case _:
                return question.grades

    def _labels(self, question: Question) -> Sequence[str]:
        """How each answer is worded, in the order of their codes."""
        match question.kind:
            case Kind.YES_NO:
                return [self._wording.say(f"value-{code}") for code in (YES, NO, UNSURE)]
            case Kind.CHOICE:
                offered = self._options[question.code].values()
                return [label[self._wording.language] for label in offered]
            case _:
                return [str(grade) for grade in question.grades]

    def _by_column(self, question: Question, counts: Counter[Value]) -> Iterator[Cell]:
        by_label: Counter[str] = Counter()
        labels = self._labels(question)
        for code, label in zip(self._codes(question), labels, strict=True):
            by_label[label] += counts[code]
        return (by_label[column] if column in labels else None for column in self._columns)

    def _favourable(self, question: Question) -> str | None:
        """Which answers the share is of."""
        if question.kind is Kind.YES_NO:
            return self._wording.say(f"value-{YES}")
        if question.favourable is None:
            return None
        low, high = question.favourable, question.grades[-1]
        return f"{low}–{high}" if low < high else str(low)

    def _shares(self, shared: Sequence[Question]) -> Sheet:
        """The overall shares; what is hidden is left out, as a chart would draw it as a nought."""
        say, language = self._wording.say, self._wording.language
        headers = [say("question"), say("share")]
        rows: list[list[Cell]] = []
        for question in shared:
            counts = self._counts(question, Cut.ALL)
            concealed = hidden({name: own.total() for name, own in counts.items()})
            own = counts.get(NO_SOURCE)
            told = own if own is not None and NO_SOURCE not in concealed else None
            share = _measures(question, told)["share"] if told is not None else None
            rows.append([question.name[language], share])
        chart = Chart("bar", say("shares"), headers[0], headers[1:])
        return Sheet(say("shares"), headers, rows, (40, 14), chart)


def _is_shared(question: Question) -> bool:
    return question.kind is Kind.YES_NO or question.favourable is not None


def _rank(label: str) -> tuple[bool, int]:
    """Numbers first and in their order; words stay as they come."""
    return not label.isdecimal(), int(label) if label.isdecimal() else 0


def _measures(question: Question, counts: Mapping[Value, int]) -> dict[str, float | None]:
    """Share, both ends of its interval, mean; None for what this question has not."""
    n = sum(counts.values())
    numbers = {grade: counts[grade] for grade in question.grades if counts.get(grade)}
    share = None
    if question.kind is Kind.YES_NO:
        share = share_of(counts.get(YES, 0), n)
    elif question.favourable is not None:
        share = favourable(numbers, question.favourable)
    mean = mean_of(numbers)
    return {
        "share": None if share is None else rounded(share.score),
        "low": None if share is None else rounded(share.low),
        "high": None if share is None else rounded(share.high),
        # One decimal more than elsewhere: a scale has few points.
        "mean": None if mean is None else rounded(mean, 2),
    }
