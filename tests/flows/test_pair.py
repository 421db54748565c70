"""You and this hall: one's own result beside the hall's means."""

import pytest

from domain.kinds import Mode
from domain.statistics import GROUP_THRESHOLD, REFERENCE_THRESHOLD
from handlers.callbacks import PairTap
from results.facts_owner import PairFacts
from results.studio import Studio
from tests.support.crowd import crowd
from tests.support.scene import Scene, rows, scene
from tests.support.stage import Stage


@pytest.fixture
def drawn(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> list[PairFacts]:
    """What was handed over to be drawn."""
    facts: list[PairFacts] = []
    draw = studio.pair

    async def pair(one: PairFacts) -> bytes:
        facts.append(one)
        return await draw(one)

    monkeypatch.setattr(studio, "pair", pair)
    return facts


async def finished(stage: Stage, payload: str = "ml7-16", language: str = "en") -> Scene:
    """Somebody with a result of 50."""
    anna = await scene(stage, language)
    await anna.agree(payload)
    screen = await anna.press("button-skip-all")
    if not payload:
        await anna.tap(screen.rows[0][0].text)
    await anna.answer("9")
    await anna.leap("own_nps_reason", 3)
    await anna.press("button-skip")
    return anna


def key_of(stage: Stage) -> str:
    """The key of the newest attempt."""
    return str(rows(stage, "attempts")[-1]["key"])


async def pictures(anna: Scene) -> int:
    """How many pictures a chat holds."""
    return len([message for message in await anna.bot() if message.photo])


@pytest.mark.parametrize(("people", "told"), [(0, 0), (4, 5), (28, 25)])
async def test_a_hall_that_is_too_small(stage: Stage, people: int, told: int) -> None:
    """How many are needed and how many there are, in steps of five."""
    await stage.campaign()
    await crowd(stage, people)
    anna = await finished(stage)
    before = await pictures(anna)
    await anna.press("button-pair")
    few = anna.word("toast-pair-fewer", needed=REFERENCE_THRESHOLD, few=GROUP_THRESHOLD)
    some = anna.word("toast-pair-few", needed=REFERENCE_THRESHOLD, count=told)
    assert await anna.toast() == (some if told else few)
    assert await pictures(anna) == before
    assert rows(stage, "deliveries") == []


async def test_the_comparison(stage: Stage, drawn: list[PairFacts]) -> None:
    """Own blocks beside the hall's means, and a rank in which ties share; no 0–10 answer."""
    await stage.campaign()
    await crowd(stage, 12, label="1")
    await crowd(stage, 13, label="5")
    await crowd(stage, 4, label="3")
    await crowd(stage, 9, mode=Mode.FULL, label="5")
    anna = await finished(stage)
    before = await pictures(anna)
    await anna.press("button-pair")
    assert await anna.toast() == anna.word("toast-making")
    assert await pictures(anna) == before + 1
    (facts,) = drawn
    assert facts.headline == "50"
    # 12 are below, 4 and herself equal: (12 + 2.5) / 30
    assert facts.headline_caption == anna.word("pair-rank", share=48)
    assert facts.before_caption == anna.word("pair-hall", n=30)
    assert {pair.after for pair in facts.pairs} == {50.0}
    assert {round(pair.before or 0, 4) for pair in facts.pairs} == {round((1300 + 250) / 30, 4)}
    assert len(facts.pairs) == 8
    assert "Event ml7-16" in facts.subtitle
    assert "recommend" not in str(facts).lower()


async def test_all_alike_are_in_the_middle(stage: Stage, drawn: list[PairFacts]) -> None:
    """Nobody is higher: the 50th."""
    await stage.campaign()
    await crowd(stage, 29, label="3")
    anna = await finished(stage, language="uk")
    await anna.press("button-pair")
    assert drawn[0].headline_caption == anna.word("pair-rank", share=50)


async def test_it_comes_again_by_its_name(stage: Stage, drawn: list[PairFacts]) -> None:
    """The same picture is not drawn twice."""
    await stage.campaign()
    await crowd(stage, 29)
    anna = await finished(stage)
    for _ in range(2):
        await anna.press("button-pair")
    assert (len(drawn), await pictures(anna)) == (1, 3)


async def test_one_more_person_changes_nothing(stage: Stage, drawn: list[PairFacts]) -> None:
    """The hall grows in steps: two pictures must not tell what one person answered."""
    await stage.campaign()
    await crowd(stage, 29)
    anna = await finished(stage)
    await anna.press("button-pair")
    await crowd(stage, 4, label="1")
    await anna.press("button-pair")
    assert len(drawn) == 1
    await crowd(stage, 1, label="1")
    await anna.press("button-pair")
    assert drawn[1].before_caption == anna.word("pair-hall", n=35)


async def test_no_button_without_a_campaign(stage: Stage) -> None:
    """There is no hall to compare with; a forged button gets nothing."""
    anna = await finished(stage, payload="")
    labels = [button.text for button in (await anna.screen()).buttons]
    assert anna.word("button-share") in labels
    assert anna.word("button-pair") not in labels
    await anna.forge(PairTap(key=key_of(stage), language="en").pack())
    assert await anna.toast() == anna.word("toast-foreign")


@pytest.mark.parametrize("language", ["xx", "", "en"])
async def test_forged_buttons(stage: Stage, drawn: list[PairFacts], language: str) -> None:
    """Somebody else's result, one that there is not, a language that there is not."""
    await stage.campaign()
    await crowd(stage, 29)
    anna = await finished(stage)
    own = key_of(stage)
    boris = await scene(stage, "en")
    await boris.begin("ml7-16")
    standing = await boris.standing()
    for key in (own, "nothing!", ""):
        await boris.forge(PairTap(key=key, language=language).pack())
        assert await boris.toast() == boris.word("toast-foreign")
    assert await boris.standing() == standing
    if language != "en":
        await anna.forge(PairTap(key=own, language=language).pack())
        assert await anna.toast() == anna.word("toast-foreign")
    assert drawn == []
