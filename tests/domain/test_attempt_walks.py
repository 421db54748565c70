"""Random walks through the product's own map: whatever people tap, nothing is lost."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Library
from domain.attempt import Attempt, supplemented
from domain.errors import AnswerError
from domain.kinds import Kind, Mode
from domain.questionnaire import SKIPPED, Profile

ROLES = st.sampled_from(["owner", "top_manager", "manager", "employee", "none", None])
MODES = st.sampled_from(list(Mode))


def whole(attempt: Attempt) -> bool:
    """Whether everything that is asked has an answer."""
    asked = {attempt.instrument.questions[step].code for step in attempt.steps}
    return asked <= set(attempt.answers)


def random_move(attempt: Attempt, data: st.DataObject) -> Attempt:
    """Any button of the screen, an old or made-up one, or words."""
    move = data.draw(st.sampled_from(["tap", "tap", "tap", "back", "on", "write", "stray"]))
    place = attempt.position or 0
    if move == "stray":
        ordinal = data.draw(st.integers(-2, 60))
        return attempt.tapped(ordinal, data.draw(st.sampled_from(["1", "5", "10", "skipped"])))
    if move == "back":
        return attempt.went_back(place)
    if move == "on":
        return attempt.went_on(place)
    if move == "write":
        return attempt.wrote("words")
    return attempt.tapped(place, data.draw(st.sampled_from([*attempt.question.tokens, "99"])))


@given(st.data(), MODES, ROLES)
@settings(max_examples=60)
def test_walk(library: Library, data: st.DataObject, mode: Mode, role: str | None) -> None:
    """Each move changes at most the answer it is for; a place is always one that is asked."""
    attempt = Attempt("key", library.instruments["map"], mode, Profile(role=role)).started()
    for _ in range(data.draw(st.integers(1, 25))):
        if attempt.position is None:
            break
        here = attempt.question.code
        try:
            later = random_move(attempt, data)
        except AnswerError:
            continue
        kept = {code: v for code, v in attempt.answers.items() if code != here}
        assert kept == {code: v for code, v in later.answers.items() if code != here}
        assert set(attempt.answers) <= set(later.answers), "an answer was lost"
        if later.position is None:
            assert whole(later)
        else:
            assert later.position in later.steps
        attempt = later


@given(st.data(), MODES, ROLES)
@settings(max_examples=25)
def test_every_way_ends(
    library: Library, data: st.DataObject, mode: Mode, role: str | None
) -> None:
    """Answering what is asked reaches the end in as many taps as there are questions."""
    attempt = Attempt("key", library.instruments["map"], mode, Profile(role=role)).started()
    taps = 0
    while attempt.position is not None:
        attempt = attempt.tapped(
            attempt.position, data.draw(st.sampled_from(attempt.question.tokens))
        )
        taps += 1
    assert whole(attempt)
    assert taps == len(attempt.steps)
    done, count = attempt.progress
    assert done == count == library.instruments["map"].scored_count(mode)
    own_enps = {"top_manager", "manager", "employee"}
    assert ("own_enps" in attempt.answers) is (role in own_enps)


@given(st.lists(st.booleans(), min_size=12, max_size=12))
@settings(deadline=None, max_examples=25)
def test_progress_never_goes_back_over_a_list(library: Library, skips: list[bool]) -> None:
    """However long the list gets and whatever is left out of it; it ends full."""
    attempt = Attempt("key", library.instruments["strategy"], Mode.FULL).started()
    assert attempt.instrument.grows
    seen, choices = [attempt.progress], iter(skips)
    while (here := attempt.position) is not None:
        if attempt.question.optional and next(choices):
            attempt = attempt.tapped(here, SKIPPED)
        else:
            attempt = attempt.wrote("so").went_on(here)
        seen.append(attempt.progress)
    assert seen == sorted(seen)
    assert {count for _, count in seen} == {4}
    assert (seen[0][0], seen[-1][0]) == (0, 4)


@given(st.data(), ROLES)
@settings(max_examples=25)
def test_full_after_express_asks_nothing_twice(
    library: Library, data: st.DataObject, role: str | None
) -> None:
    """27 statements are left of 43, and at most the two reasons."""
    attempt = Attempt("k", library.instruments["map"], Mode.EXPRESS, Profile(role=role)).started()
    while attempt.position is not None:
        token = data.draw(st.sampled_from(attempt.question.tokens))
        attempt = attempt.tapped(attempt.position, token)
    full = supplemented(attempt, "other", attempt.instrument)
    left = [
        full.instrument.questions[step]
        for step in full.steps
        if full.instrument.questions[step].code not in full.answers
    ]
    assert sum(q.kind is Kind.SCALE for q in left) == 27
    assert all(q.kind in {Kind.SCALE, Kind.TEXT} for q in left)
    assert all(attempt.answers[code] == value for code, value in full.answers.items()), (
        "an answer changed on the way"
    )
    assert replace(full, position=None).facts["mode"] is Mode.FULL
