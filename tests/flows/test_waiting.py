"""What is left unfinished waits: for another test, a tool, a result, and is gone on with."""

import pytest

from domain.kinds import Mode
from domain.languages import LANGUAGES
from domain.person import Person
from domain.staying import WAITS_FOR
from handlers.callbacks import Go, Pick, Stay, StayDo, SurveyDo, SurveyTap, To
from preview.screen import ChatMessage
from storage.funnel import read_funnel
from tests.support.calendar import go_to
from tests.support.scene import Scene, rows, scene
from tests.support.stage import Stage


async def _midway(stage: Stage, language: str = "ru") -> Scene:
    """Somebody with two answers in the short map of a campaign."""
    anna = await scene(stage, language)
    await anna.begin(await stage.campaign())
    await anna.answer("8")
    await anna.answer("3")
    return anna


async def _choose(anna: Scene, test: str) -> ChatMessage:
    """A test in the list, as its button says."""
    return await anna.forge(Go(to=To.TEST, arg=test).pack())


def _title(anna: Scene, test: str) -> str:
    return anna.stage.app.speech.library.instruments[test].title[anna.language]


def _labels(screen: ChatMessage) -> list[str]:
    return [button.text for button in screen.buttons]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_to_another_test_and_back(stage: Stage, language: str) -> None:
    """Both are named; each is gone on with where it was left, and both count once."""
    anna = await _midway(stage, language)
    before, campaign = await anna.standing(), (await anna.known()).campaign
    asked = await _choose(anna, "service")
    done, count = (await anna.attempt()).progress
    mine = anna.word("waiting-name", title=_title(anna, "map"), done=done, count=count)
    assert mine in asked.text
    assert _title(anna, "service") in asked.text
    assert anna.word("conflict-waits") in asked.text
    await anna.press("button-conflict-new")
    await anna.press("button-skip-all")
    await anna.answer(anna.word("button-yes"))
    service = await anna.standing()

    back = next(b for b in _labels(await anna.say("/tests")) if mine[:12] in b)
    screen = await anna.tap(back)
    assert anna.word("notice-resumed") in screen.text
    assert anna.word("button-over") in _labels(screen)
    assert await anna.standing() == before
    assert (await anna.known()).campaign == campaign
    assert anna.word("button-over") not in _labels(await anna.answer("3"))
    await anna.leap("own_nps_reason")
    twin = await anna.press("button-skip")
    (on,) = [one for one in twin.buttons if _title(anna, "service")[:12] in one.text]
    home = await anna.say("/start")
    assert on.text == home.buttons[0].text
    await anna.forge(on.data, twin.id)
    assert await anna.standing() == service
    assert len(await anna.live()) == 1
    await anna.answer_all(anna.word("button-yes"))
    offered = anna.word("button-waiting", name="").strip()
    assert not any(label.startswith(offered) for label in _labels(await anna.screen()))

    assert len(rows(stage, "attempts")) == 2
    for test in ("map", "service"):
        instrument = stage.app.speech.library.instruments[test]
        funnel = await read_funnel(stage.app.database, instrument, stage.clock())
        assert (sum(funnel.begun.values()), funnel.finished) == (1, 1)


async def test_a_tool_and_back(stage: Stage) -> None:
    """No question is asked; a term's page leads back; a tool waits for nobody."""
    anna = await _midway(stage)
    before = await anna.standing()
    await _choose(anna, "metrics")
    assert (await anna.attempt()).instrument.id == "metrics"
    await _choose(anna, "map")
    assert await anna.standing() == before
    await _choose(anna, "metrics")
    home = await anna.say("/cancel")
    await anna.tap(home.buttons[0].text)
    assert await anna.standing() == before
    waits = await stage.app.database.read(lambda r: r.attempts.waiting(1, stage.clock()))
    assert [one.attempt.instrument.id for one in waits] == ["map"]


async def test_by_the_link_again_and_over(stage: Stage) -> None:
    """The same link goes on; a new beginning takes the old one's place, on a calm tap only."""
    anna = await _midway(stage)
    before, old = await anna.standing(), (await anna.attempt()).key
    await stage.campaign("other")
    await anna.open("other")
    await anna.press("button-conflict-new")
    await anna.press("button-skip-all")
    await anna.answer("9")
    await anna.open("ml7-16")
    await anna.press("button-conflict-new")
    assert await anna.standing() == before
    screen = await anna.screen()
    (over,) = [one.data for one in screen.buttons if one.text == anna.word("button-over")]
    for _ in range(2):
        await anna.forge(over, screen.id)
    assert (await anna.attempt()).answers == {}
    assert (await anna.known()).campaign is not None
    assert len(rows(stage, "attempts")) == 3
    await anna.forge(Go(to=To.RESUME, arg=old).pack())
    assert (await anna.attempt()).key != old, "what was begun anew does not come back"


async def _finished_all(stage: Stage, anna: Scene) -> dict[str, str]:
    """Keys of a finished short and a finished full map."""
    await anna.begin(await stage.campaign())
    await anna.answer("8")
    await anna.leap("own_nps_reason")
    await anna.press("button-skip")
    keys = {"express": rows(stage, "attempts")[-1]["key"]}
    await anna.forge(Go(to=To.FULL, arg=keys["express"]).pack())
    await anna.leap("own_nps_reason")
    await anna.press("button-skip")
    return keys | {"full": rows(stage, "attempts")[-1]["key"]}


async def test_from_results(stage: Stage) -> None:
    """The full version, measuring again and trying a survey ask, and are not landed beside."""
    anna = await scene(stage)
    keys = await _finished_all(stage, anna)
    await _choose(anna, "service")
    await anna.press("button-skip-all")
    await anna.answer(anna.word("button-yes"))
    before = await anna.standing()
    wishes = {
        Go(to=To.FULL, arg=keys["express"]).pack(): ("map", Mode.FULL),
        Stay(do=StayDo.AGAIN, arg=keys["full"]).pack(): ("map", Mode.FULL),
        SurveyTap(do=SurveyDo.TRY, v="nps").pack(): ("nps", Mode.FULL),
    }
    for data, (test, mode) in wishes.items():
        screen = await anna.forge(data)
        assert await anna.state() == "conflict", data
        assert _title(anna, "service") in screen.text
        assert _title(anna, test) in screen.text
        await anna.press("button-conflict-go-on")
        assert await anna.standing() == before
        await anna.forge(data)
        await anna.press("button-conflict-new")
        attempt = await anna.attempt()
        assert (attempt.instrument.id, attempt.mode) == (test, mode)
        await _choose(anna, "service")
        if await anna.state() == "conflict":
            await anna.press("button-conflict-new")
        assert await anna.standing() == before
    assert sum(row["instrument"] == "service" for row in rows(stage, "attempts")) == 1


async def test_foreign_and_late_buttons(stage: Stage) -> None:
    """Another's key is refused; an answer to what waits changes nothing; what is old is over."""
    anna, boris = await _midway(stage), await scene(stage, "en")
    key = (await anna.attempt()).key
    await boris.agree()
    for data in (Go(to=To.RESUME, arg=key), Go(to=To.GO_ON, arg=key), Go(to=To.OVER, arg=key)):
        await boris.forge(data.pack())
        assert (await boris.known()).attempt is None
    assert await boris.toast() == ""
    await boris.forge(Go(to=To.RESUME, arg=key).pack())
    assert await boris.toast() == boris.word("toast-foreign")
    await _choose(anna, "metrics")
    before: Person = await anna.known()
    await anna.forge(Pick(key=key, n=2, v="5").pack())
    assert (await anna.known()).attempt == before.attempt
    await anna.say("/cancel")
    go_to(stage, "ru", WAITS_FOR.days + 30, 12)
    home = await anna.say("/start")
    assert not any(label.startswith("Продолжить") for label in _labels(home))
    await _choose(anna, "map")
    assert await anna.state() == "role"
