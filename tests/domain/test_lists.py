"""Lists of questions: an item taken out of the middle leaves no gap behind."""

from dataclasses import replace

import pytest

from content.library import Library
from domain.attempt import Attempt
from domain.kinds import Mode
from domain.lists import Moved, closed_up
from domain.questionnaire import SKIPPED, WRITTEN

_HEADS = {"mission": WRITTEN, "feelings": WRITTEN}


def _attempt(library: Library, answers: dict[str, str]) -> Attempt:
    given = {**_HEADS, **answers}
    return Attempt("k", library.instruments["strategy"], Mode.FULL, answers=given, position=None)


def _written(*codes: str) -> dict[str, str]:
    return dict.fromkeys(codes, WRITTEN)


@pytest.mark.parametrize(
    ("before", "removed", "after", "moved"),
    [
        (  # The middle of three: the third moves up, and the fourth stays declined.
            _written("p1", "p2", "p3", "m1", "m2", "m3") | {"p4": SKIPPED},
            "p2",
            _written("p1", "p2", "m1", "m2") | {"p3": SKIPPED},
            [("p2", "p3"), ("m2", "m3"), ("m3", None)],
        ),
        (  # All five: the last place is free and not asked for once more.
            _written("p1", "p2", "p3", "p4", "p5", "m1", "m3", "m5") | {"m2": SKIPPED},
            "p4",
            _written("p1", "p2", "p3", "p4", "m1", "m3", "m4") | {"m2": SKIPPED, "p5": SKIPPED},
            [("p4", "p5"), ("m4", "m5"), ("m5", None)],
        ),
        (  # Nothing was said about the one that moves up: nothing of the other stays with it.
            _written("p1", "p2", "p3", "m1", "m2") | {"p4": SKIPPED},
            "p2",
            _written("p1", "p2", "m1") | {"p3": SKIPPED},
            [("p2", "p3"), ("m2", "m3"), ("m3", None)],
        ),
        (  # The last of them: only what was said about it goes.
            _written("p1", "p2", "m1", "m2") | {"p3": SKIPPED},
            "p2",
            _written("p1", "m1") | {"p2": SKIPPED},
            [("m2", None)],
        ),
        (  # Declined at once, on the first way through.
            _written("p1"),
            "p2",
            _written("p1") | {"p2": SKIPPED},
            [("m2", None)],
        ),
        (_written("p1", "m1"), "m1", _written("p1") | {"m1": SKIPPED}, []),
    ],
    ids=["middle", "full", "unsaid", "last", "first way", "no list"],
)
def test_an_item_taken_out(
    library: Library,
    before: dict[str, str],
    removed: str,
    after: dict[str, str],
    moved: list[tuple[str, str | None]],
) -> None:
    """Answers and words move together, and only as far as the list goes."""
    attempt = _attempt(library, before | {removed: SKIPPED})
    later, moves = closed_up(attempt, removed)
    counted = {code: value for code, value in later.asked_answers.items() if code not in _HEADS}
    assert counted == after
    assert list(moves) == [Moved(*pair) for pair in moved]


def test_nothing_is_asked_anew(library: Library) -> None:
    """Who takes an item out of a whole list stands at all answers again."""
    codes = [f"{letter}{n}" for letter in "pm" for n in range(1, 6)]
    attempt = _attempt(library, _written(*codes))
    for code in ("p2", "p4", "p2"):
        skipped = replace(attempt, answers={**attempt.answers, code: SKIPPED})
        attempt, _ = closed_up(skipped, code)
        assert attempt.position is None
    assert set(attempt.asked_answers) == {*_HEADS, "p1", "p2", "p3", "m1", "m2"}
