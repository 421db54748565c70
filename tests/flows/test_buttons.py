"""Buttons that are old, forged, tapped twice or in haste; updates that come again."""

import itertools
from collections.abc import Sequence
from datetime import timedelta

import pytest
from aiogram.filters.callback_data import CallbackData

from handlers.callbacks import Go, Move, Pick, Step, To
from handlers.desk import HASTY
from handlers.states import Talk
from preview.screen import Button
from tests.support.places import PLACES, campaigns, somebody_at
from tests.support.scene import Scene, rows, scene
from tests.support.stage import Stage

GARBAGE = (
    "x", "a1", "a1:", "a1:::", "a1:k:1", "a1:k:one:4", "a1:k:1:4:5", "a0:k:1:4", "a2:k:1:4",
    "s1:k:1:fly", "s1:k:1", "s0:k:1:back", "g1", "g1:nowhere:", "g1:lang", "g0:consent:",
    "g1:admin:x:y", "null", "{}", "\u0000", "🙂" * 16, "a1:" + "9" * 60, "../../etc", "' OR 1=1",
)  # fmt: skip


async def _under_way(stage: Stage, *labels: str) -> Scene:
    await campaigns(stage)
    anna = await scene(stage)
    await anna.begin("ml7-16")
    for label in labels:
        await anna.answer(label)
    return anna


async def _all_answered(anna: Scene) -> None:
    """Every tap's spinner has ended."""
    answered = {one.callback_query_id for one in await anna.person.answers()}
    assert set(anna.taps) <= answered


@pytest.mark.parametrize("place", PLACES)
async def test_again_and_garbage_in_every_place(stage: Stage, place: str) -> None:
    """The last update once more: the same screen. What is no button of ours: nothing moves."""
    anna = await somebody_at(stage, place, "en")
    before, seen = await anna.known(), await anna.screen()
    await stage.people.control("redeliver")
    assert _labels((await anna.screen()).rows) == _labels(seen.rows)
    for data in GARBAGE if place in {"answering", "welcome"} else GARBAGE[::5]:
        await anna.forge(data)
        assert await anna.toast() == anna.word("toast-foreign"), data
        after = await anna.known()
        assert (after.state, after.attempt) == (before.state, before.attempt), data
    assert len(await anna.live()) <= 1
    await _all_answered(anna)


def test_prefixes() -> None:
    """A button is of one kind: what it carries can't be read as another kind's."""
    prefixes = [kind.__prefix__ for kind in CallbackData.__subclasses__()]
    assert len(prefixes) == len(set(prefixes)), prefixes


def _forged(key: str, n: int) -> Sequence[Pick | Step]:
    """Answers and moves that were never offered at this place."""
    values = ("0", "6", "11", "-1", "", "4.0", "٤", "unknown ", "written", "skipped", "yes")
    places = (-1, n - 1, n + 1, 45, 46, 10**9, 10**18, -(10**18))
    return [
        *(Pick(key=key, n=n, v=value) for value in values),
        *(Pick(key=key, n=place, v="4") for place in places),
        *(Step(key=key, n=place, do=do) for place in places[:5] for do in Move),
        Step(key=key, n=n, do=Move.NEXT),
    ]


async def test_forged_answers(stage: Stage) -> None:
    """Out of range, of another kind, of other places, huge: nothing is stored."""
    anna = await _under_way(stage, "8", "3")
    attempt, before = await anna.attempt(), await anna.standing()
    for data in _forged(attempt.key, attempt.position or 0):
        await anna.forge(data.pack())
        assert await anna.standing() == before, data
        assert await anna.state() == "answering"
    await _all_answered(anna)
    assert len(await anna.live()) == 1


async def test_another_person_s_attempt(stage: Stage) -> None:
    """With the right key and place: refused, and neither of the two is moved."""
    anna = await _under_way(stage, "8")
    boris = await scene(stage, "en")
    await boris.open()
    await boris.press("button-consent")
    attempt, before = await anna.attempt(), await anna.standing()
    for data in (
        Pick(key=attempt.key, n=attempt.position or 0, v="1"),
        Step(key=attempt.key, n=attempt.position or 0, do=Move.BACK),
    ):
        await boris.forge(data.pack())
        assert await boris.toast() == boris.word("toast-foreign")
        assert (await boris.known()).attempt is None
    assert await anna.standing() == before
    await _all_answered(boris)


async def test_another_attempt_at_the_same_place(stage: Stage) -> None:
    """One's own question has that number too: the key decides, another's or one's own old one."""
    anna = await _under_way(stage, "8")
    boris = await scene(stage, "en")
    await boris.begin("ml7-16")
    await boris.answer("7")
    foreign = await anna.attempt()
    old = await boris.attempt()
    await boris.open("other")
    await boris.press("button-conflict-over")
    await boris.answer("6")
    before = await boris.standing()
    assert (await boris.attempt()).position == foreign.position == old.position
    for key in (foreign.key, old.key, "", "AAAAAAAA"):
        await boris.forge(Pick(key=key, n=old.position or 0, v="1").pack())
        assert await boris.standing() == before, key
        assert await boris.toast() == boris.word("toast-foreign")
    assert await anna.standing() == ("1.2", {"own_nps": 8})


@pytest.mark.parametrize("to", [To.RESULT, To.SHOW, To.DETAILS, To.SHARE, To.FULL])
async def test_another_person_s_result(stage: Stage, to: To) -> None:
    """Knowing the key opens nothing."""
    anna = await _under_way(stage, "8")
    key = (await anna.attempt()).key
    await anna.leap("own_nps_reason")
    await anna.press("button-skip")
    boris = await scene(stage)
    await boris.agree()
    seen = len(await boris.bot())
    for arg in (key, f"{key}.ru", f"{key}.xx", "", ".ru", "%"):
        await boris.forge(Go(to=to, arg=arg).pack())
        assert await boris.toast() == boris.word("toast-foreign"), arg
    assert not [m for m in await boris.bot() if m.photo or "75" in m.text]
    assert len(await boris.bot()) <= seen + 1
    assert len(rows(stage, "attempts")) == 1


async def test_an_earlier_question_s_buttons(stage: Stage) -> None:
    """A repeat of what is stored is quiet; another answer to it is told how to change it."""
    anna = await _under_way(stage, "8")
    old = await anna.screen()
    await anna.answer("3")
    before = await anna.standing()
    same, other = old.rows[0][2].data, old.rows[0][4].data
    await anna.forge(same, old.id)
    assert await anna.toast() == ""
    await anna.forge(other, old.id)
    assert await anna.toast() == anna.word("toast-outdated")
    assert await anna.standing() == before
    assert (await anna.live())[0].id == old.id


@pytest.mark.parametrize("times", [2, 5])
async def test_taps_in_a_burst(stage: Stage, times: int) -> None:
    """The same button many times at once counts once."""
    anna = await _under_way(stage, "8")
    screen = await anna.screen()
    code, answers = await anna.standing()
    data = screen.rows[0][1].data
    anna.taps += [await anna.person.tap_old(screen.id, data) for _ in range(times)]
    assert (await anna.standing())[1] == answers | {code: 2}
    await _all_answered(anna)
    assert len(await anna.live()) == 1


async def test_different_answers_in_a_burst(stage: Stage) -> None:
    """The first one counts."""
    anna = await _under_way(stage, "8")
    screen = await anna.screen()
    code, answers = await anna.standing()
    for button in screen.rows[0]:
        anna.taps.append(await anna.person.tap_old(screen.id, button.data))
    assert (await anna.standing())[1] == answers | {code: 1}
    await _all_answered(anna)


async def test_a_hasty_tap(stage: Stage) -> None:
    """On the next question within 400 ms of its appearance: answered, not taken; then it is."""
    anna = await _under_way(stage, "8")
    stage.clock._ticks = itertools.repeat(0)  # the real clock,
    stage.clock.ahead += timedelta(hours=1)  # a moment after what was shown by the other
    await anna.answer("3")
    before = await anna.standing()
    assert len(before[1]) == 2
    await anna.answer("3")
    assert await anna.toast() == anna.word("toast-hasty")
    assert await anna.standing() == before
    stage.clock.ahead += HASTY
    await anna.answer("3")
    assert len((await anna.standing())[1]) == 3


async def test_a_clock_set_back_is_no_haste(stage: Stage) -> None:
    """The server's clock is corrected by a minute: nobody waits for it to catch up."""
    anna = await _under_way(stage, "8", "3")
    stage.clock.ahead -= timedelta(minutes=1)
    await anna.answer("3")
    assert len((await anna.standing())[1]) == 3


async def test_haste_on_the_way_back(stage: Stage) -> None:
    """Going back fast is no haste: nothing is answered by it."""
    anna = await _under_way(stage, "8", "1", "2", "3", "4")
    stage.clock._ticks = itertools.repeat(0)
    _, answers = await anna.standing()
    for _ in range(5):
        await anna.press("button-back")
    assert await anna.standing() == ("own_nps", answers)


async def test_redelivered_taps(stage: Stage) -> None:
    """Each answer's update comes once more: the answers and the place stay."""
    anna = await _under_way(stage, "8", "1", "2")
    before = await anna.standing()
    last = (await stage.people.control("redeliver"))["update_id"]
    assert await anna.standing() == before
    for update in range(last - 3, last + 1):
        await stage.people.control("redeliver", update_id=update)
        assert await anna.standing() == before
    assert len(await anna.live()) == 1


def _labels(rows_of: Sequence[Sequence[Button]]) -> list[list[str]]:
    return [[button.text for button in row] for row in rows_of]


async def test_every_place_by_a_button_from_every_place(stage: Stage) -> None:
    """Old menus all over the chat: any of their buttons is answered and shows a screen."""
    anna = await _under_way(stage, "8", "3")
    before = await anna.standing()
    harmless = set(To) - {To.DELETE_YES, To.GO_NEW, To.OVER, To.MY_DATA}
    for to, first in itertools.product(sorted(harmless), (To.HOME, To.RESUME)):
        await anna.forge(Go(to=first).pack())
        await anna.forge(Go(to=to, arg="map").pack())
        assert await anna.standing() == before, to
        assert f"Talk:{await anna.state()}" in {state.state for state in Talk.__all_states__}
        assert len(await anna.live()) <= 1, to
    await _all_answered(anna)
