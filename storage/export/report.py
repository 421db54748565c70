"""The report: figures of groups as the sheets of a workbook."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from secrets import SystemRandom
from typing import Final, TypeVar

from domain.kinds import Kind, Mode, Scoring
from domain.questionnaire import LIKELIHOOD_MAX, Question
from domain.statistics import COMMENT_THRESHOLD, GROUP_THRESHOLD
from storage.campaigns import NO_SOURCE
from storage.export.answers import AnswerSheets, Wording
from storage.export.codebook import codebook
from storage.export.figures import ANSWERED_BY, Cut, Figures, Step, rounded
from storage.export.missing import MissingSheet
from storage.export.outline import Outline
from storage.export.rows import Cell
from storage.export.sheets import Chart, Sheet, distinct
from storage.export.shown import Row, hidden, shown_likelihood, shown_scores
from storage.export.words import label, speaker

T = TypeVar("T")

_EVERYBODY: Final = NO_SOURCE
"""The one group of the cut that cuts nothing."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made of.

    Attributes:
        outline: The instrument across its versions.
        figures: Of its attempts.
        campaigns: Titles by code, in their order.
        visits: How many started and consented, by campaign of the instrument's own.
        comments: Question codes and what people wrote.
    """

    outline: Outline
    figures: Figures
    campaigns: Mapping[str, str]
    visits: Mapping[str, tuple[int, int]]
    comments: Iterable[tuple[str, str]]


class Report:
    """Builds the sheets in one language.

    Args:
        material: What to tell.
        language: One of LANGUAGES.
    """

    def __init__(self, material: Material, language: str) -> None:
        self._outline = material.outline
        self._figures = material.figures
        self._campaigns = material.campaigns
        self._visits = material.visits
        self._comments = material.comments
        self._language = language
        self._say = speaker(language)
        self._hidden = self._say("hidden", threshold=GROUP_THRESHOLD)
        self._sources = (*material.campaigns, NO_SOURCE)

    def sheets(self) -> list[Sheet]:
        """All sheets that have something to tell, in their order."""
        return [*self._told(), codebook(self._outline, self._say)]

    def _told(self) -> Iterator[Sheet]:
        outline = self._outline
        yield self._summary()
        yield self._funnel()
        if outline.recommending:
            yield self._likelihood()
        if outline.of_kind(Kind.LIKELIHOOD):
            yield self._distribution()
        wording = Wording(self._language, self._say, self._name, self._hidden)
        if outline.scoring is Scoring.CHECKLIST:
            yield MissingSheet(outline, wording).sheet(
                {
                    (mode, cut): self._ordered(cut, self._figures.scores_by_group(mode, cut))
                    for mode in outline.modes
                    for cut in ANSWERED_BY
                }
            )
        yield from AnswerSheets(outline, self._figures, self._sources, wording).sheets()
        if outline.blocks:
            yield self._blocks()
        if len(outline.blocks) > 1:
            yield self._block_means()
        if outline.commented and outline.of_kind(Kind.TEXT):
            yield self._comment_sheet()

    def _summary(self) -> Sheet:
        say = self._say
        headers = [
            *(say(key) for key in ("campaign", "started", "consented", "begun", "finished")),
            say("share-finished"),
        ]
        for mode in self._outline.modes:
            headers += self._of_mode("people", mode)
            if self._outline.blocks:
                headers += self._of_mode(self._total("mean-total"), mode)
        rows = [
            [say("all"), *self._came(self._sources), *self._means(Cut.ALL, _EVERYBODY)],
            *(self._summary_row(code) for code in self._sources),
        ]
        return Sheet(say("summary"), headers, rows, (40, 18))

    def _of_mode(self, key: str, mode: Mode) -> list[str]:
        """A header, with the version of the test where there are two."""
        name = self._say(key)
        has_modes = len(self._outline.modes) > 1
        return [f"{name}: {self._say(f'mode-{mode}')}" if has_modes else name]

    def _total(self, key: str) -> str:
        """The word for a total, or for a checklist's share of yes."""
        return "share-yes" if self._outline.scoring is Scoring.CHECKLIST else key

    def _part(self, key: str) -> str:
        """The word for the blocks of a map, or for the sections of other instruments."""
        return key if self._outline.scoring is Scoring.BLOCKS else f"{key}-sections"

    def _summary_row(self, code: str) -> list[Cell]:
        name = self._name(Cut.CAMPAIGN, code)
        return [name, *self._came([code]), *self._means(Cut.CAMPAIGN, code)]

    def _came(self, sources: Sequence[str]) -> list[Cell]:
        started, consented = self._visited(sources)
        begun = sum(self._figures.begun[code] for code in sources)
        finished = sum(self._figures.finished[code] for code in sources)
        return [started, consented, begun, finished, _percent(finished, begun)]

    def _visited(self, sources: Iterable[str]) -> tuple[int, int] | tuple[None, None]:
        """How many came and agreed; nothing of those who came for something else."""
        visits = [self._visits[code] for code in sources if code in self._visits]
        if not visits:
            return None, None
        return sum(started for started, _ in visits), sum(consented for _, consented in visits)

    def _means(self, cut: Cut, group: str) -> list[Cell]:
        cells: list[Cell] = []
        for mode in self._outline.modes:
            row = self._shown(mode, cut).get(group, Row(0, None, ()))
            cells += [row.people, row.total] if self._outline.blocks else [row.people]
        return cells

    def _funnel(self) -> Sheet:
        say = self._say
        own = [say(key) for key in ("step", "question", "asked", "answered", "skipped")]
        headers = [*own, say("share-answered")]
        for code in self._sources:
            campaign = self._name(Cut.CAMPAIGN, code)
            headers += [
                say("of-campaign", what=say(what), campaign=campaign)
                for what in ("asked", "answered")
            ]
        chart = Chart("line", say("funnel"), say("step"), (say("asked"), say("answered")))
        return Sheet(say("funnel"), headers, list(self._steps()), (16, 60, 14), chart)

    def _steps(self) -> Iterator[list[Cell]]:
        each = [self._visited([code]) for code in self._sources]
        begun, finished = self._figures.begun, self._figures.finished
        yield self._passage("started", [(None, started) for started, _ in each])
        yield self._passage("consented", each)
        yield self._passage("begun", [(None, begun[code]) for code in self._sources])
        for question in self._outline.questions.values():
            yield self._step(question)
        yield self._passage("finished", [(begun[code], finished[code]) for code in self._sources])

    def _passage(self, key: str, each: Sequence[tuple[int | None, int | None]]) -> list[Cell]:
        """How many came this far: a number of people, no answer, and so never hidden."""
        asked = [of for of, _ in each if of is not None]
        through = [count for _, count in each if count is not None]
        of, passed = sum(asked) if asked else None, sum(through) if through else None
        share = None if passed is None else _percent(passed, of)
        cells: list[Cell] = [self._say(key), None, of, passed, None, share]
        return cells + [cell for pair in each for cell in pair]

    def _step(self, question: Question) -> list[Cell]:
        steps = {
            code: self._figures.steps.get((question.code, code), Step()) for code in self._sources
        }
        whole = sum(steps.values(), Step())
        cells: list[Cell] = [question.code, question.text[self._language]]
        if hidden({_EVERYBODY: whole.asked}):
            cells += [self._hidden] * 4
        else:
            share = _percent(whole.answered, whole.asked)
            cells += [whole.asked, whole.answered, whole.skipped, share]
        concealed = hidden({code: step.asked for code, step in steps.items()})
        for code, step in steps.items():
            shown: list[Cell] = [step.asked, step.answered]
            cells += [self._hidden] * 2 if code in concealed else shown
        return cells

    def _likelihood(self) -> Sheet:
        keys = ("view", "attempts", "cut", "group", "n", "promoters", "passives", "detractors")
        headers = [
            *(self._say(key) for key in (*keys, "score", "low", "high")),
            *(str(answer) for answer in range(LIKELIHOOD_MAX + 1)),
        ]
        rows = [
            [self._view(question), self._say(f"attempts-{state}"), self._say(cut), *cells]
            for question in self._outline.recommending
            for state in ("finished", "unfinished")
            for cut in Cut
            for cells in self._loyalty(question.code, cut, finished=state == "finished")
        ]
        return Sheet(self._say("likelihood"), headers, rows, (55, 16, 12, 30, 18, 14))

    def _loyalty(self, code: str, cut: Cut, *, finished: bool) -> Iterator[list[Cell]]:
        groups = self._ordered(cut, self._grades(code, cut, finished=finished))
        for group, cells in shown_likelihood(groups, self._hidden).items():
            yield [self._name(cut, group), *cells]

    def _grades(self, code: str, cut: Cut, *, finished: bool) -> dict[str, Counter[int]]:
        """How many gave each answer from 0 to 10, by group."""
        found = self._figures.answers_by_group(code, cut, finished=finished)
        return {
            group: Counter({grade: n for grade, n in answers.items() if isinstance(grade, int)})
            for group, answers in found.items()
        }

    def _distribution(self) -> Sheet:
        """The overall answers once more, upright, as a chart needs them."""
        questions = self._outline.of_kind(Kind.LIKELIHOOD)
        headers = distinct([self._say("answer"), *(self._view(q) for q in questions)])
        columns = [self._overall_answers(question.code) for question in questions]
        rows = [
            [str(answer), *(column[answer] for column in columns)]
            for answer in range(LIKELIHOOD_MAX + 1)
        ]
        chart = Chart("column", self._say("distribution"), headers[0], headers[1:])
        return Sheet(
            self._say("distribution"), headers, rows, (10, 55), chart if questions else None
        )

    def _overall_answers(self, code: str) -> Sequence[Cell]:
        groups = self._grades(code, Cut.ALL, finished=True)
        nothing: list[Cell] = [None] * (LIKELIHOOD_MAX + 1)
        shown = shown_likelihood(groups, "").get(_EVERYBODY, nothing)
        return shown[-len(nothing) :]

    def _blocks(self) -> Sheet:
        titles = [self._title(code) for code in self._outline.blocks]
        has_modes = len(self._outline.modes) > 1
        keys = (*(["mode"] if has_modes else []), "cut", "group", "n", self._total("total"))
        headers = distinct([*(self._say(key) for key in keys), *titles])
        rows = [
            [*([self._say(f"mode-{mode}")] if has_modes else []), self._say(cut), *cells]
            for mode in self._outline.modes
            for cut in Cut
            for cells in self._block_rows(mode, cut)
        ]
        widths = (12, 12, 30, 16) if has_modes else (12, 30, 16)
        return Sheet(self._say(self._part("blocks")), headers, rows, widths)

    def _block_rows(self, mode: Mode, cut: Cut) -> Iterator[list[Cell]]:
        for group, row in self._shown(mode, cut).items():
            yield [self._name(cut, group), row.people, row.total, *row.blocks]

    def _block_means(self) -> Sheet:
        """The overall means once more, upright, as a chart needs them."""
        codes, modes = list(self._outline.blocks), self._outline.modes
        named = [self._say(f"mode-{mode}") for mode in modes]
        only = [self._say(self._total("mean"))]
        headers = [self._say(self._part("block")), *(named if len(modes) > 1 else only)]
        columns: list[Sequence[Cell]] = []
        for mode in modes:
            rows = self._shown(mode, Cut.ALL)
            columns.append(rows[_EVERYBODY].blocks if rows else [None] * len(codes))
        cells = [
            [self._title(code), *(_drawable(column[number]) for column in columns)]
            for number, code in enumerate(codes)
        ]
        name = self._say(self._part("block-means"))
        chart = Chart("bar", name, headers[0], headers[1:])
        return Sheet(name, headers, cells, (40, 14), chart)

    def _comment_sheet(self) -> Sheet:
        by_question: defaultdict[str, list[str]] = defaultdict(list)
        for code, words in self._comments:
            by_question[code].append(words)
        rows: list[list[Cell]] = []
        for question in self._outline.of_kind(Kind.TEXT):
            comments = by_question[question.code]
            SystemRandom().shuffle(comments)
            if len(comments) < COMMENT_THRESHOLD:
                comments = [self._say("needed", count=COMMENT_THRESHOLD)]
            rows += [[question.text[self._language], comment] for comment in comments]
        headers = [self._say("question"), self._say("comment")]
        return Sheet(self._say("comments"), headers, rows, (50, 100), wraps=True)

    def _shown(self, mode: Mode, cut: Cut) -> dict[str, Row]:
        groups = self._ordered(cut, self._figures.scores_by_group(mode, cut))
        return shown_scores(groups, list(self._outline.blocks), self._hidden)

    def _ordered(self, cut: Cut, groups: Mapping[str, T]) -> dict[str, T]:
        order = list(self._sources) if cut is Cut.CAMPAIGN else sorted(groups)
        return {group: groups[group] for group in order if group in groups}

    def _name(self, cut: Cut, group: str) -> str:
        if cut is Cut.ALL:
            return self._say("all")
        if cut is not Cut.CAMPAIGN:
            return label(cut, group, self._language)
        # Titles may be alike, codes are not.
        return f"{self._campaigns[group]} ({group})" if group else self._say("no-campaign")

    def _view(self, question: Question) -> str:
        """What a likelihood question is about: insiders' views are named so."""
        name = question.name[self._language]
        return label("view", question.code, self._language, name)

    def _title(self, block: str) -> str:
        title = self._outline.blocks[block].title
        return title[self._language] if title else block


def _percent(part: int, whole: int | None) -> float | None:
    return rounded(100 * part / whole) if whole else None


def _drawable(cell: Cell) -> Cell:
    """A word among the numbers would be drawn as a nought: what is hidden is left out."""
    return None if isinstance(cell, str) else cell
