"""A link opened in the middle of a test: go on, the new one, or start over."""

import pytest

from handlers.callbacks import Go, To
from tests.support.scene import Scene, rows, scene
from tests.support.stage import Stage


async def _torn(stage: Stage) -> tuple[Scene, tuple[str, dict[str, object]]]:
    """Somebody in the first campaign's test who opens the second one's link."""
    await stage.campaign("first")
    await stage.campaign("second", mode="full")
    anna = await scene(stage)
    await anna.begin("first")
    for label in ("8", "1", "2"):
        await anna.answer(label)
    before = await anna.standing()
    screen = await anna.open("second")
    assert await anna.state() == "conflict"
    assert "Event second" in screen.text
    assert await anna.live() == []
    return anna, before


async def _campaign(anna: Scene) -> str | None:
    campaign = (await anna.known()).campaign
    return campaign.code if campaign else None


async def test_the_choice(stage: Stage) -> None:
    """It tells how far one is and where the link leads; nothing is lost by asking."""
    anna, before = await _torn(stage)
    screen = await anna.screen()
    title = (await anna.attempt()).instrument.title["ru"]
    mine = anna.word("waiting-name", title=title, done=2, count=16)
    told = anna.word("conflict", current=mine, wanted=f"Event second · {title}")
    assert told.replace("<b>", "").replace("</b>", "") in screen.text
    assert anna.word("conflict-waits") in screen.text
    assert await anna.standing() == before


async def test_go_on(stage: Stage) -> None:
    """The same question, in the first campaign."""
    anna, before = await _torn(stage)
    await anna.press("button-conflict-go-on")
    assert await anna.standing() == before
    assert await anna.state() == "answering"
    assert await _campaign(anna) == "first"
    assert len(await anna.live()) == 1


async def test_the_new_one(stage: Stage) -> None:
    """A new attempt in the new campaign and its version; the old one stays unfinished."""
    anna, before = await _torn(stage)
    old = (await anna.attempt()).key
    await anna.press("button-conflict-new")
    if await anna.state() == "role":
        await anna.press("button-skip-all")
    attempt = await anna.attempt()
    assert (attempt.mode, attempt.answers, attempt.position) == ("full", {}, 0)
    assert await _campaign(anna) == "second"
    kept = {row["key"]: row for row in rows(stage, "attempts")}
    assert len(kept) == 2
    assert kept[old]["finished_at"] is None
    assert str(before[1]["own_nps"]) in kept[old]["answers"]


async def test_start_over(stage: Stage) -> None:
    """The first test from its beginning, in its own campaign and version."""
    anna, _ = await _torn(stage)
    await anna.press("button-conflict-over")
    assert await anna.standing() == ("own_nps", {})
    assert (await anna.attempt()).mode == "express"
    assert await _campaign(anna) == "first"
    assert len(await anna.live()) == 1


@pytest.mark.parametrize("to", [To.GO_ON, To.GO_NEW, To.OVER])
async def test_the_choice_taken_twice(stage: Stage, to: To) -> None:
    """A double tap leaves one attempt more at most, and one question."""
    anna, _ = await _torn(stage)
    screen = await anna.screen()
    (data,) = [b.data for b in screen.buttons if b.data.startswith(Go(to=to).pack())]
    anna.taps += [await anna.person.tap_old(screen.id, data) for _ in range(2)]
    await anna.screen()
    if await anna.state() == "role":
        await anna.press("button-skip-all")
    assert await anna.state() == "answering"
    assert len(rows(stage, "attempts")) == (1 if to is To.GO_ON else 2)
    assert len(await anna.live()) == 1


@pytest.mark.parametrize("to", [To.GO_NEW, To.OVER])
async def test_the_choice_forged_elsewhere(stage: Stage, to: To) -> None:
    """Without the question having been asked, nothing is begun or left."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    await anna.answer("8")
    before = await anna.standing()
    await anna.forge(Go(to=to).pack())
    assert await anna.standing() == before
    assert len(rows(stage, "attempts")) == 1


@pytest.mark.parametrize("payload", ["first", "FIRST", "", "nobody", "s_second"])
async def test_links_that_lead_to_no_other_test(stage: Stage, payload: str) -> None:
    """One's own link, a plain start, an unknown code, a friend's card: one just goes on."""
    await stage.campaign("first")
    await stage.campaign("second")
    anna = await scene(stage)
    await anna.begin("first")
    await anna.answer("8")
    before = await anna.standing()
    await anna.open(payload)
    assert await anna.state() == "answering"
    assert await anna.standing() == before
    assert len(await anna.live()) == 1


async def test_a_third_link_on_top(stage: Stage) -> None:
    """The latest one counts."""
    anna, before = await _torn(stage)
    await stage.campaign("third")
    screen = await anna.open("third")
    assert "Event third" in screen.text
    await anna.open("first")
    assert await anna.state() == "answering"
    assert await anna.standing() == before


async def test_by_code_too(stage: Stage) -> None:
    """A code typed mid-test asks the same."""
    await stage.campaign("first")
    await stage.campaign("second")
    anna = await scene(stage)
    await anna.begin("first")
    await anna.answer("8")
    await anna.say("/code")
    await anna.say("second")
    assert await anna.state() == "conflict"
