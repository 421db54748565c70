"""A journey that is built: every step, its undoing, its text; whatever people do, it holds."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import AnswerError, TooLongError, UnknownValueError
from domain.journey import (
    MAX_NOTE,
    MAX_STAGES,
    MAX_TITLE,
    MAX_TOUCHPOINTS,
    UNDO_STEPS,
    Journey,
    Stage,
    Touchpoint,
    listed,
)
from domain.journey_errors import (
    BrokenJourneyError,
    EdgeError,
    EmptyError,
    FullError,
    GoneError,
    LastStageError,
    LongTitleError,
    NothingToUndoError,
)
from domain.journey_json import from_json, to_json

BEGUN = Journey.begun(["Look", "Buy", "Use"])
BUILT = BEGUN.with_touchpoints(1, ["Site", "Ad"]).with_touchpoints(3, ["App"])
SITE, AD, APP = (point.id for point in BUILT.touchpoints)
TITLES = st.text(min_size=1, max_size=MAX_TITLE + 2)


def outline(journey: Journey) -> list[tuple[str, list[str]]]:
    """The names alone."""
    return [(s.title, [point.title for point in s.touchpoints]) for s in journey.stages]


def test_begun() -> None:
    """Stage n has the number n: so it keeps the suggestions of the n-th ready stage."""
    assert [(stage.id, stage.title) for stage in BEGUN.stages] == [
        (1, "Look"), (2, "Buy"), (3, "Use"),
    ]  # fmt: skip
    assert (BEGUN.counter, BEGUN.past) == (3, ())


def test_steps_one_by_one() -> None:
    """Each does what its name says, on the element with that number, and nothing else."""
    assert outline(BUILT) == [("Look", ["Site", "Ad"]), ("Buy", []), ("Use", ["App"])]
    longer = BUILT.with_stage("  Come   back ")
    assert outline(longer) == [*outline(BUILT), ("Come back", [])]
    assert outline(BUILT.renamed(2, "Pay")) == [
        ("Look", ["Site", "Ad"]), ("Pay", []), ("Use", ["App"]),
    ]  # fmt: skip
    assert outline(BUILT.renamed(AD, "Poster"))[0] == ("Look", ["Site", "Poster"])
    assert outline(BUILT.removed(SITE))[0] == ("Look", ["Ad"])
    assert outline(BUILT.removed(1)) == [("Buy", []), ("Use", ["App"])]
    rated = BUILT.felt(AD, -2).weighed(AD, 5).noted(AD, " Too\nloud ")
    assert rated.touchpoint(AD) == Touchpoint(AD, "Ad", -2, 5, "Too loud")
    assert rated.touchpoint(SITE) == BUILT.touchpoint(SITE)
    assert rated.noted(AD, "").touchpoint(AD).note == ""
    assert BUILT.stage(APP) == BUILT.stage(3)
    assert BUILT.holds(APP)
    assert not BUILT.removed(3).holds(APP)


@pytest.mark.parametrize(
    ("number", "by", "expected"),
    [
        (1, 1, [("Buy", []), ("Look", ["Site", "Ad"]), ("Use", ["App"])]),
        (3, -1, [("Look", ["Site", "Ad"]), ("Use", ["App"]), ("Buy", [])]),
        (AD, -1, [("Look", ["Ad", "Site"]), ("Buy", []), ("Use", ["App"])]),
        (SITE, 1, [("Look", ["Ad", "Site"]), ("Buy", []), ("Use", ["App"])]),
        (AD, 1, [("Look", ["Site"]), ("Buy", ["Ad"]), ("Use", ["App"])]),
        (APP, -1, [("Look", ["Site", "Ad"]), ("Buy", ["App"]), ("Use", [])]),
    ],
)
def test_moves(number: int, by: int, expected: list[tuple[str, list[str]]]) -> None:
    """Stages change places with their touchpoints; touchpoints cross borders, both ways."""
    assert outline(BUILT.moved(number, by)) == expected
    assert outline(BUILT.moved(number, by).moved(number, -by)) == outline(BUILT)


@pytest.mark.parametrize(("number", "by"), [(1, -1), (3, 1), (SITE, -1), (APP, 1)])
def test_edges(number: int, by: int) -> None:
    """The first has no place above, the last none below."""
    assert not BUILT.can_move(number, by)
    with pytest.raises(EdgeError):
        BUILT.moved(number, by)


REFUSED: list[tuple[Callable[[Journey], Journey], type[AnswerError]]] = [
    (lambda j: j.with_stage(" \n "), EmptyError),
    (lambda j: j.with_stage("\u200b"), EmptyError),
    (lambda j: j.with_stage("x" * (MAX_TITLE + 1)), LongTitleError),
    (lambda j: j.with_touchpoints(99, ["x"]), GoneError),
    (lambda j: j.with_touchpoints(SITE, ["x"]), GoneError),
    (lambda j: j.with_touchpoints(1, []), EmptyError),
    (lambda j: j.with_touchpoints(1, ["x", " "]), EmptyError),
    (lambda j: j.with_touchpoints(1, ["x", "y" * (MAX_TITLE + 1)]), LongTitleError),
    (lambda j: j.with_touchpoints(1, ["x"] * (MAX_TOUCHPOINTS - 2)), FullError),
    (lambda j: j.renamed(99, "x"), GoneError),
    (lambda j: j.renamed(AD, ""), EmptyError),
    (lambda j: j.removed(99), GoneError),
    (lambda j: j.removed(1).removed(2).removed(3), LastStageError),
    (lambda j: j.moved(99, 1), GoneError),
    (lambda j: j.felt(99, 0), GoneError),
    (lambda j: j.felt(1, 0), GoneError),
    (lambda j: j.felt(AD, 3), UnknownValueError),
    (lambda j: j.weighed(AD, 0), UnknownValueError),
    (lambda j: j.weighed(AD, 6), UnknownValueError),
    (lambda j: j.noted(AD, "x" * (MAX_NOTE + 1)), TooLongError),
    (lambda j: BEGUN.undone(), NothingToUndoError),  # noqa: ARG005 - one that has no past
]


@pytest.mark.parametrize(("step", "error"), REFUSED)
def test_refused(step: Callable[[Journey], Journey], error: type[AnswerError]) -> None:
    """Each fault has a name of its own, so that it gets its own kind answer."""
    with pytest.raises(error):
        step(BUILT)


def test_what_a_refusal_says() -> None:
    """Which line is too long; how many more would fit."""
    with pytest.raises(LongTitleError) as long:
        BUILT.with_touchpoints(1, ["fits", "ж" * 61])
    assert (long.value.title, long.value.length, long.value.limit) == ("ж" * 61, 61, MAX_TITLE)
    with pytest.raises(FullError) as full:
        BUILT.with_touchpoints(1, ["x"] * 38)
    assert (full.value.room, full.value.limit) == (37, MAX_TOUCHPOINTS)
    packed = BUILT.with_touchpoints(1, ["x"] * 37)
    with pytest.raises(FullError) as nothing_more:
        packed.with_touchpoints(2, ["x"])
    assert nothing_more.value.room == 0
    many = BUILT
    for number in range(MAX_STAGES - 3):
        many = many.with_stage(str(number))
    with pytest.raises(FullError):
        many.with_stage("one more")


def test_the_longest_fits() -> None:
    """A limit is what is still taken; characters count, not bytes."""
    assert BUILT.renamed(AD, "😀" * MAX_TITLE).touchpoint(AD).title == "😀" * MAX_TITLE
    assert BUILT.noted(AD, "ї" * MAX_NOTE).touchpoint(AD).note == "ї" * MAX_NOTE


def test_next_unrated() -> None:
    """Onwards first, then from the beginning; the one in hand does not follow itself."""
    assert BEGUN.next_unrated() is None
    assert (BUILT.next_unrated() or BUILT).id == SITE  # type: ignore[union-attr] # a Touchpoint
    half = BUILT.felt(AD, 1)
    assert [p.id for p in half.unrated] == [SITE, AD, APP]
    rated = half.weighed(AD, 1)
    found = [rated.next_unrated(after) for after in (0, SITE, AD, APP, 99)]
    assert [one.id for one in found if one] == [SITE, APP, APP, SITE, SITE]
    assert rated.felt(SITE, 0).weighed(SITE, 3).next_unrated(APP) is None


def test_what_changes_nothing_is_no_step() -> None:
    """A double tap takes no step from those that can be undone."""
    rated = BUILT.felt(AD, 1)
    assert rated.felt(AD, 1) is rated
    assert rated.renamed(AD, "Ad") is rated
    assert rated.noted(AD, "") is rated


def test_numbers_are_never_given_again() -> None:
    """An old button must not act on something that came later."""
    gone = BUILT.removed(APP)
    added = BUILT.undone().with_touchpoints(3, ["Shop"])
    assert added.touchpoints[-1].id not in {APP, SITE, AD}
    assert gone.with_touchpoints(3, ["Shop"]).touchpoints[-1].id > APP


def test_only_the_latest_steps_are_kept() -> None:
    """As many as are promised."""
    journey = BUILT
    for number in range(UNDO_STEPS + 5):
        journey = journey.renamed(AD, f"Ad {number}")
    for _ in range(UNDO_STEPS):
        journey = journey.undone()
    assert journey.touchpoint(AD).title == "Ad 4"
    with pytest.raises(NothingToUndoError):
        journey.undone()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Site\nShop", ["Site", "Shop"]),
        ("- Site\n• Shop\n\n 3) Till \n4. Call", ["Site", "Shop", "Till", "Call"]),
        ("24/7 chat\n-20 % sale\n3D tour", ["24/7 chat", "-20 % sale", "3D tour"]),
        (" \n\t\n", []),
    ],
)
def test_lines_of_a_message(text: str, expected: list[str]) -> None:
    """Lists are pasted as people write them; a number that belongs to the name stays."""
    assert listed(text) == expected


# -- any steps at all

STEPS = st.one_of(
    st.tuples(st.just("with_stage"), TITLES),
    st.tuples(st.just("with_touchpoints"), st.integers(0, 40), st.lists(TITLES, max_size=14)),
    st.tuples(st.just("renamed"), st.integers(0, 60), TITLES),
    st.tuples(st.just("moved"), st.integers(0, 60), st.sampled_from([-1, 1])),
    st.tuples(st.just("removed"), st.integers(0, 60)),
    st.tuples(st.just("felt"), st.integers(0, 60), st.integers(-3, 3)),
    st.tuples(st.just("weighed"), st.integers(0, 60), st.integers(0, 6)),
    st.tuples(st.just("noted"), st.integers(0, 60), st.text(max_size=20)),
    st.tuples(st.just("undone")),
)


def whole(journey: Journey) -> None:
    """What must be true of every journey."""
    numbers = [s.id for s in journey.stages] + [point.id for point in journey.touchpoints]
    assert 1 <= len(journey.stages) <= MAX_STAGES
    assert len(journey.touchpoints) <= MAX_TOUCHPOINTS
    assert len(set(numbers)) == len(numbers)
    assert max(numbers) <= journey.counter
    assert len(journey.past) <= UNDO_STEPS
    titles = [stage.title for stage in journey.stages]
    for title in titles + [point.title for point in journey.touchpoints]:
        assert 1 <= len(title) <= MAX_TITLE
        assert title == " ".join(title.split())
    for point in journey.touchpoints:
        assert point.emotion is None or -2 <= point.emotion <= 2
        assert point.effort is None or 1 <= point.effort <= 5
        assert len(point.note) <= MAX_NOTE


@given(st.lists(STEPS, max_size=40))
@settings(max_examples=120)
def test_any_steps(steps: list[tuple[Any, ...]]) -> None:
    """It stays whole; a refusal changes nothing; undoing goes back through exactly what was."""
    journey = BEGUN
    seen: list[tuple[Stage, ...]] = []
    for name, *arguments in steps:
        before = journey
        try:
            journey = getattr(journey, name)(*arguments)
        except AnswerError:
            assert journey is before
            continue
        whole(journey)
        if name == "undone":
            assert journey.stages == seen.pop()
            assert journey.counter > before.counter
        elif journey is not before:
            assert journey.counter > before.counter
            seen.append(before.stages)
        assert len(journey.past) <= len(seen)
    text = to_json(journey)
    assert from_json(text) == journey
    assert to_json(from_json(text)) == text
    while journey.past:
        journey = journey.undone()
        assert journey.stages == seen.pop()


# -- as text

POINT = {"id": 2, "title": "Site", "emotion": None, "effort": 3, "note": ""}
PLAIN: dict[str, Any] = {
    "counter": 3,
    "stages": [{"id": 1, "title": "Look", "touchpoints": [POINT]}],
    "past": [{"layout": [[1, []]], "titles": [], "touchpoints": []}],
}


def test_text_is_readable() -> None:
    """Whoever asks for their data reads their own words in it."""
    expected = Journey((Stage(1, "Look"),), 1).with_touchpoints(1, ["Site"]).weighed(2, 3)
    text = to_json(expected)
    assert '"title":"Site"' in text
    assert from_json(json.dumps(PLAIN)).stages == expected.stages
    assert "ґєії" in to_json(BUILT.renamed(AD, "ґєії"))


def _with(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {**PLAIN, **fields}


def _stage(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return _with(stages=[{**PLAIN["stages"][0], **fields}])


def _point(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return _stage(touchpoints=[{**POINT, **fields}])


BROKEN: list[Any] = [
    None, [], 7, "x", {}, {**PLAIN, "more": 1}, {"counter": 3, "stages": []},
    _with(counter=1), _with(counter="3"), _with(counter=True), _with(stages=[]),
    _with(stages={}), _with(stages=[[]]), _with(stages=[{"id": n, "title": "x", "touchpoints": []}
                                                        for n in range(1, 4)] * 5),
    _stage(id=2), _stage(id=0), _stage(title=""), _stage(title="x" * 61), _stage(title=" x"),
    _stage(title=None), _point(emotion=3), _point(emotion=True), _point(emotion="1"),
    _point(effort=0), _point(effort=1.5), _point(note="x" * 301), _point(note=None),
    _point(title="a\nb"), _stage(touchpoints=[{**POINT, "id": n} for n in range(2, 43)]),
    _with(past=[{"layout": [[1, [9]]], "titles": [], "touchpoints": []}]),
    _with(past=[{"layout": [[7, []]], "titles": [], "touchpoints": []}]),
    _with(past=[{"layout": [], "titles": [], "touchpoints": []}]),
    _with(past=[{"layout": ["ab"], "titles": [], "touchpoints": []}]),
    _with(past=[{"layout": [[1]], "titles": [], "touchpoints": []}]),
    _with(past=PLAIN["past"] * 11),
]  # fmt: skip


@pytest.mark.parametrize("plain", BROKEN, ids=range(len(BROKEN)))
def test_what_is_broken_is_an_error(plain: object) -> None:
    """Never half a journey: better nothing is shown than something else than was built."""
    with pytest.raises(BrokenJourneyError):
        from_json(json.dumps(plain))


@pytest.mark.parametrize("text", ["", "{", "nonsense", "[" * 100_000])
def test_what_is_no_json_is_an_error(text: str) -> None:
    """Whatever the text is."""
    with pytest.raises(BrokenJourneyError):
        from_json(text)
