"""What has changed between two attempts at the same questionnaire by one person.

One answer is a coarse measure: what one other tap in a block could have made is not told as a
change, but as "about the same". That is a convention of ours (docs/methods.md), not a test of
significance: one person on two days is no sample.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from domain.attempt import Attempt
from domain.questionnaire import Section
from domain.scoring import BlockScore, score, shown


@dataclass(frozen=True, slots=True)
class BlockChange:
    """One block, two times.

    Attributes:
        block: The section, as it is now.
        before: Its score then, 0 to 100; None where too few items were answered.
        after: Its score now.
        one_tap: By how many points one item answered one level otherwise moves its score, at
            most: in the thinner of the two times that have one.
    """

    block: Section
    before: Fraction | None
    after: Fraction | None
    one_tap: Fraction

    @property
    def points(self) -> int | None:
        """The difference of the whole numbers that people read; None without both."""
        return _points(self.before, self.after)

    @property
    def is_about_the_same(self) -> bool:
        """Whether one tap can account for the difference; False without both scores."""
        if self.before is None or self.after is None:
            return False
        return abs(self.after - self.before) <= self.one_tap


@dataclass(frozen=True, slots=True)
class Change:
    """A whole map, two times.

    Attributes:
        before: The total then, 0 to 100; None where too few blocks counted.
        after: The total now.
        blocks: In the instrument's order.
    """

    before: Fraction | None
    after: Fraction | None
    blocks: Sequence[BlockChange]

    @property
    def points(self) -> int | None:
        """The difference of the totals as people read them; None without both."""
        return _points(self.before, self.after)

    @property
    def is_about_the_same(self) -> bool:
        """Whether one tap in each block can account for the difference of the totals."""
        if self.before is None or self.after is None:
            return False
        taps = [one.one_tap for one in self.blocks if one.after is not None]
        return abs(self.after - self.before) <= sum(taps, Fraction()) / len(taps)

    @property
    def is_of_the_same_blocks(self) -> bool:
        """Whether both totals are means of the very same blocks."""
        return all((one.before is None) == (one.after is None) for one in self.blocks)

    @property
    def moved(self) -> Sequence[BlockChange]:
        """The blocks that moved by more than one tap, those that moved most first."""
        apart = [
            (abs(one.after - one.before), one)
            for one in self.blocks
            if one.before is not None and one.after is not None and not one.is_about_the_same
        ]
        return [one for _, one in sorted(apart, key=lambda pair: -pair[0])]


def change_between(earlier: Attempt, later: Attempt) -> Change:
    """What has changed; both must be full and of one instrument with the same meaning."""
    then, now = score(earlier), score(later)
    scored_then = {one.block.code: one for one in then.blocks}
    return Change(
        before=then.total,
        after=now.total,
        blocks=[_of_block(scored_then.get(one.block.code), one) for one in now.blocks],
    )


def _of_block(before: BlockScore | None, after: BlockScore) -> BlockChange:
    scored = [one.answered for one in (before, after) if one and one.score is not None]
    steps = min(
        (len(question.options) - 1 for question in after.block.questions if question.options),
        default=1,
    )
    return BlockChange(
        block=after.block,
        before=None if before is None else before.score,
        after=after.score,
        one_tap=Fraction(100, steps * min(scored, default=max(after.asked, 1))),
    )


def _points(before: Fraction | None, after: Fraction | None) -> int | None:
    if before is None or after is None:
        return None
    return shown(after) - shown(before)
