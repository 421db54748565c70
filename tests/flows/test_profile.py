"""The optional taps about the person, and the choice of the version."""

import pytest

from domain.kinds import Mode
from domain.questionnaire import Profile
from handlers.callbacks import Go, To
from tests.support.scene import Scene, scene
from tests.support.stage import Stage

EMPLOYED = {"top_manager", "manager", "employee"}
ROLES = (*sorted(EMPLOYED), "owner", "consultant", "none", None)


async def _say(anna: Scene, question: str, code: str) -> None:
    options = next(q.options for q in anna.stage.app.speech.library.profile if q.code == question)
    label = next(option.label[anna.language] for option in options if option.code == code)
    await anna.tap(label)


@pytest.mark.parametrize("role", ROLES)
async def test_own_enps_only_for_those_who_work_there(stage: Stage, role: str | None) -> None:
    """Owners, consultants, outsiders and those who skip are not asked; the reason neither."""
    code = await stage.campaign()
    anna = await scene(stage)
    await anna.agree(code)
    if role is not None:
        await _say(anna, "role", role)
    await anna.press("button-skip-all")
    attempt = await anna.attempt()
    asked = [attempt.instrument.questions[n].code for n in attempt.steps]
    assert ("own_enps" in asked) == (role in EMPLOYED)
    assert asked[0] == "own_nps"
    await anna.answer("3")
    assert ((await anna.standing())[0] == "own_enps") == (role in EMPLOYED)
    if role in EMPLOYED:
        await anna.answer("8")
    await anna.leap("own_nps_reason")
    steps = [attempt.instrument.questions[n].code for n in (await anna.attempt()).steps]
    assert ("own_enps_reason" in steps) == (role in EMPLOYED)


async def test_everything_said(stage: Stage) -> None:
    """Three taps in one message, then the first question; kept in the person and the attempt."""
    anna = await scene(stage)
    first = await anna.agree(await stage.campaign())
    assert anna.word("profile-note", number=1, count=3) in first.text
    await _say(anna, "role", "manager")
    assert anna.word("profile-note", number=2, count=3) in (await anna.screen()).text
    await _say(anna, "size", "10_49")
    assert anna.word("profile-note", number=3, count=3) in (await anna.screen()).text
    await _say(anna, "industry", "logistics")
    said = Profile("manager", "10_49", "logistics")
    assert (await anna.known()).profile == said
    assert (await anna.attempt()).profile == said
    assert (await anna.screen()).id == first.id


@pytest.mark.parametrize("said", [0, 1, 2])
async def test_skipping_what_is_left(stage: Stage, said: int) -> None:
    """At any of the three; what was said before stays."""
    anna = await scene(stage)
    await anna.agree(await stage.campaign())
    answers = [("role", "owner"), ("size", "1")][:said]
    for question, code in answers:
        await _say(anna, question, code)
    await anna.press("button-skip-all")
    assert await anna.state() == "answering"
    assert (await anna.known()).profile == Profile(**dict(answers))


async def test_skipping_twice(stage: Stage) -> None:
    """The second tap of a hasty thumb skips nothing more."""
    anna = await scene(stage)
    screen = await anna.agree(await stage.campaign())
    data = screen.rows[-1][0].data
    anna.taps += [await anna.person.tap_old(screen.id, data) for _ in range(2)]
    await anna.screen()
    assert await anna.standing() == ("own_nps", {})
    assert len(await anna.live()) == 1


async def test_a_forged_profile(stage: Stage) -> None:
    """Answers that are not offered here are not taken."""
    anna = await scene(stage)
    await anna.agree(await stage.campaign())
    for arg in (
        "role.boss",
        "role.",
        "",
        "age.7",
        "size.10_49",
        "role.own.er",
        "__class__.x",
        "role.1",
    ):
        await anna.forge(Go(to=To.SAY, arg=arg).pack())
        assert await anna.state() == "role", arg
        assert (await anna.known()).profile == Profile()


@pytest.mark.parametrize("mode", list(Mode))
async def test_the_campaign_s_version(stage: Stage, mode: Mode) -> None:
    """Where the campaign says which, nobody is asked to choose."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign(mode=mode))
    assert (await anna.attempt()).mode is mode
    assert await anna.state() == "answering"


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("has_campaign", [True, False])
async def test_the_choice_without_one(stage: Stage, mode: Mode, *, has_campaign: bool) -> None:
    """Both versions with their real counts, one tap."""
    payload = await stage.campaign(mode=None) if has_campaign else ""
    anna = await scene(stage)
    screen = await anna.begin(payload)
    assert await anna.state() == "mode"
    counts = [button.text.split(" · ")[1] for button in screen.buttons[:2]]
    assert counts == ["16", "43"]
    await anna.tap(next(b.text for b in screen.buttons if b.data.endswith(mode)))
    assert (await anna.attempt()).mode is mode


async def test_back_before_the_first_question(stage: Stage) -> None:
    """Each step leads back to the one before, with what was said; the first one home."""
    anna = await scene(stage)
    await anna.agree()
    await _say(anna, "role", "manager")
    await _say(anna, "size", "10_49")
    await _say(anna, "industry", "logistics")
    for place in ("industry", "size", "role"):
        screen = await anna.press("button-back")
        assert await anna.state() == place
        assert len([b for b in screen.buttons if b.text.startswith("✓ ")]) == 1, place
    await anna.forge(Go(to=To.UNSAY, arg="size").pack())
    assert await anna.state() == "role"
    await anna.press("button-back")
    assert await anna.state() == "home"
    assert (await anna.known()).profile == Profile("manager", "10_49", "logistics")


async def test_a_head_finds_the_surveys(stage: Stage) -> None:
    """From the choice of the version, for who came by no campaign."""
    anna = await scene(stage)
    assert anna.word("welcome-more") in (await anna.open()).text
    await anna.press("button-consent")
    await anna.press("button-skip-all")
    await anna.press("button-other-tests")
    await anna.press("tests-customers")
    assert await anna.state() == "survey"
    boris = await scene(stage)
    screen = await boris.begin(await stage.campaign(mode=None))
    assert boris.word("button-other-tests") not in {b.text for b in screen.buttons}


async def test_a_forged_version(stage: Stage) -> None:
    """What is no version begins no test."""
    anna = await scene(stage)
    await anna.begin("")
    for arg in ("", "half", "EXPRESS", "full.express"):
        await anna.forge(Go(to=To.MODE, arg=arg).pack())
        assert await anna.state() == "mode", arg
        assert (await anna.known()).attempt is None


async def test_changing_the_profile_later(stage: Stage) -> None:
    """From the settings; a test under way keeps what was said at its beginning."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    await anna.answer("9")
    before = await anna.standing()
    await anna.say("/settings")
    await anna.press("button-profile")
    await _say(anna, "role", "manager")
    screen = await anna.press("button-skip-all")
    assert await anna.state() == "settings"
    assert anna.word("notice-profile-saved") in screen.text
    assert (await anna.known()).profile == Profile("manager")
    assert (await anna.attempt()).profile == Profile()
    await anna.open()
    assert await anna.standing() == before


async def test_leaving_the_profile_change(stage: Stage) -> None:
    """`/cancel` in the middle of it leads back to the test under way."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    before = await anna.standing()
    await anna.say("/settings")
    await anna.press("button-profile")
    await anna.say("/cancel")
    assert await anna.state() == "answering"
    assert await anna.standing() == before
