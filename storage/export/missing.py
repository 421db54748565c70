"""The sheet of a checklist that tells what is missing and what nobody is sure of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from domain.kinds import Mode
from domain.questionnaire import NO, UNSURE, YES, Question, Section
from domain.tally import Split, split_of
from storage.export.answers import Wording
from storage.export.figures import ANSWERED_BY, Cut, Scores, rounded
from storage.export.outline import Outline
from storage.export.rows import Cell
from storage.export.sheets import Sheet
from storage.export.shown import hidden
from storage.splits import WHOLE, most_missing, together
from storage.steps import Part

_WIDTHS: Final = (12, 30, 14, 14, 40, 10, 12)
_Groups = Mapping[str, Scores]


@dataclass(frozen=True, slots=True)
class _Line:
    """One figure of a cut's groups.

    Attributes:
        what: The word for what it is about.
        code: Of the section or item.
        name: Likewise.
        sizes: How many people it stands on, by group.
        splits: How their answers fall apart, by group.
        concealed: Groups of which it may not be told.
    """

    what: str
    code: str
    name: str
    sizes: Mapping[str, int]
    splits: Mapping[str, Split | None]
    concealed: frozenset[str]

    def told(self, group: str) -> Split | None:
        """What may be told of a group."""
        return None if group in self.concealed else self.splits[group]


class MissingSheet:
    """Tells the shares of yes, no and not sure: in all, by section and by item.

    Args:
        outline: The instrument across its versions.
        wording: How to speak.
    """

    def __init__(self, outline: Outline, wording: Wording) -> None:
        self._modes = outline.modes
        self._wording = wording
        self._blocks = list(outline.blocks.values())
        self._items = {
            block.code: [
                question
                for question in outline.questions.values()
                if outline.sections[question.code].code == block.code
            ]
            for block in self._blocks
        }

    def sheet(self, cuts: Mapping[tuple[Mode, Cut], _Groups]) -> Sheet:
        """The sheet: group by group, the items most often missing first.

        Args:
            cuts: The groups of `ANSWERED_BY` in their order, by version of the test and cut.
        """
        say, has_modes = self._wording.say, len(self._modes) > 1
        keys = ("cut", "group", "about", "code", "name", "n", "part-yes", "part-no", "part-unsure")
        headers = [say(key) for key in (*(["mode"] if has_modes else []), *keys)]
        rows = [
            [*([say(f"mode-{mode}")] if has_modes else []), say(cut), *cells]
            for mode in self._modes
            for cut in ANSWERED_BY
            for cells in self._rows(cut, cuts[mode, cut])
        ]
        return Sheet(say("missing"), headers, rows, _WIDTHS)

    def _rows(self, cut: Cut, groups: _Groups) -> Iterator[list[Cell]]:
        secret = hidden({name: scores.people for name, scores in groups.items()})
        items = {
            code: [self._item(question, groups, secret) for question in questions]
            for code, questions in self._items.items()
        }
        sections = [
            self._mean(block, groups, secret.union(*(one.concealed for one in items[block.code])))
            for block in self._blocks
        ]
        # Beside all items, a section would tell one that is hidden; and so would the whole.
        whole = self._mean(None, groups, secret.union(*(one.concealed for one in sections)))
        for group in groups:
            lines = [whole, *(sections if len(sections) > 1 else ())]
            if group not in secret:
                lines += _ordered(list(chain.from_iterable(items.values())), group)
            for line in lines if group not in secret else [whole]:
                name = self._wording.name(cut, group)
                about = [self._wording.say(line.what), line.code or None, line.name]
                yield [name, *about, *self._cells(line, group)]

    def _item(self, question: Question, groups: _Groups, secret: frozenset[str]) -> _Line:
        counts = {name: scores.items[question.code] for name, scores in groups.items()}
        sizes = {name: own.total() for name, own in counts.items()}
        return _Line(
            what="about-item",
            code=question.code,
            name=question.name[self._wording.language],
            sizes=sizes,
            splits={
                name: split_of(*(own[answer] for answer in (YES, NO, UNSURE)))
                for name, own in counts.items()
            },
            concealed=hidden(sizes, secret),
        )

    def _mean(self, block: Section | None, groups: _Groups, also: frozenset[str]) -> _Line:
        """People's own shares in a section, or in all of them."""
        code = block.code if block else WHOLE
        say, language = self._wording.say, self._wording.language
        means = {
            name: (scores.shares[Part.NO, code], scores.shares[Part.UNSURE, code])
            for name, scores in groups.items()
        }
        sizes = {name: no.n for name, (no, _) in means.items()}
        return _Line(
            what="about-section" if block else "about-whole",
            code=code,
            name=(block.title or {}).get(language, code) if block else say("all-items"),
            sizes=sizes,
            splits={
                name: together(no.sum / no.n, unsure.sum / unsure.n) if no.n else None
                for name, (no, unsure) in means.items()
            },
            concealed=hidden(sizes, also),
        )

    def _cells(self, line: _Line, group: str) -> Sequence[Cell]:
        if group in line.concealed:
            return [self._wording.hidden, None, None, None]
        split = line.splits[group]
        if split is None:
            return [0, None, None, None]
        return [line.sizes[group], *map(rounded, (split.yes, split.no, split.unsure))]


def _ordered(items: Sequence[_Line], group: str) -> Sequence[_Line]:
    """A group's items, those most often missing first."""
    return most_missing(items, [line.told(group) for line in items])
