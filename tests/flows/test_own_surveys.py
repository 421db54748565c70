"""A head gives a survey other words, and removes it, also while people answer."""

import json

from handlers.callbacks import SurveyDo, SurveyTap
from tests.flows.test_surveys import answers, head_at, made_by
from tests.support.scene import refusals, rows, scene
from tests.support.stage import Stage
from tests.support.surveyed import surveyed


async def test_other_words(stage: Stage) -> None:
    """Asked for with those there are; too long loses nothing, the same changes nothing."""
    head = await head_at(stage)
    hall = await made_by(head, occasion="завтрак")
    anna = await scene(stage)
    await anna.agree()
    assert "Кафе «Ромашка» · завтрак" in (await anna.open(hall.code)).text
    asked = await head.press("button-survey-name")
    assert "Кафе «Ромашка»" in asked.text
    too_long = await head.say("x" * 81)
    assert head.word("notice-survey-long", count=81, limit=80) in too_long.text
    assert await head.state() == "survey_name"
    await head.say("Кафе «Ромашка»")
    assert await head.state() == "survey_page"
    await head.press("button-survey-name")
    page = await head.say(" Кафе  «Лютик»")
    assert head.word("notice-campaign-saved") in page.text
    await head.press("button-survey-topic")
    await head.say("ужин")
    assert "Кафе «Лютик» · ужин" in (await anna.tap("10")).text
    await head.press("button-survey-topic")
    page = await head.press("button-survey-untopic")
    assert "ужин" not in page.text
    await head.press("button-survey-topic")
    await head.press("button-keep")
    (row,) = rows(stage, "campaigns")
    assert (row["company"], row["title"], row["occasion"]) == (*["Кафе «Лютик»"] * 2, None)
    logged = [json.loads(entry["details"])["what"] for entry in rows(stage, "audit")[1:]]
    assert logged == ["company", "occasion", "occasion"]


async def test_it_is_removed(stage: Stage) -> None:
    """After a second word; twice, late and again it is gone once, and newcomers are told."""
    head = await head_at(stage)
    old = SurveyTap(do=SurveyDo.PAGE, n=1).pack()
    hall = await made_by(head)
    await head.forge(SurveyTap(do=SurveyDo.ABOUT, v="nps").pack())
    other = await made_by(head, "Бар")
    nps = stage.app.speech.library.instruments["nps"]
    await surveyed(stage.app.database, nps, hall, {}, now=stage.clock())
    yes = SurveyTap(do=SurveyDo.REMOVE_YES, n=hall.id).pack()
    page = await head.forge(yes)
    assert head.word("survey-remove-answers", count=1) in page.text
    await head.press("button-survey-stay")
    await head.press("button-survey-remove")
    listed = await head.press("button-survey-remove-yes")
    assert head.word("survey-removed") in listed.text
    assert [button.data for button in listed.buttons if ":page:" in button.data] == [
        SurveyTap(do=SurveyDo.PAGE, n=other.id).pack()
    ]
    for data in (yes, old):
        await head.forge(data, listed.id)
        assert await head.toast() == head.word("toast-survey-gone")
    assert head.word("survey-removed") in (await head.screen()).text
    assert refusals(stage) == 0
    entries = [row["action"] for row in rows(stage, "audit")]
    assert entries == [*["campaign_created"] * 2, "campaign_removed"]
    for language in ("ru", "uk", "en"):
        newcomer = await scene(stage, language)
        date = stage.app.speech.texts.date(language, stage.clock())
        assert newcomer.word("survey-over", date=date) in (await newcomer.open(hall.code)).text


async def test_while_somebody_answers(stage: Stage) -> None:
    """Nobody answers in vain: the next tap or word says so; what was finished stays theirs."""
    head = await head_at(stage)
    hall = await made_by(head)
    done, tapping, writing, away = [await scene(stage) for _ in range(4)]
    for one in (done, tapping, writing, away):
        await one.agree()
        await one.open(hall.code)
    await answers(done, "9")
    await writing.tap("3")
    before = rows(stage, "attempts")
    await head.press("button-survey-remove")
    await head.press("button-survey-remove-yes")
    assert await head.state() == "survey"
    ended = done.word("survey-ended-midway")
    assert ended in (await tapping.tap("10")).text
    assert ended in (await writing.say("Долго ждал")).text
    assert ended in (await away.open("")).text
    for one in (tapping, writing, away):
        assert await one.state() == "home"
        assert (await one.known()).attempt is None
    assert rows(stage, "attempts") == before
    assert rows(stage, "written") == []
    await done.say("/results")
    told = await done.tap((await done.screen()).rows[0][0].text)
    assert done.word("survey-ended-after") in told.text


async def test_words_for_a_removed_one(stage: Stage) -> None:
    """A screen that is still there leads away; what was written there names nobody."""
    head = await head_at(stage)
    hall = await made_by(head)
    await head.press("button-survey-name")
    await stage.app.database.write(lambda r: r.campaigns.remove(hall.id, stage.clock()))
    told = await head.say("Кафе «Лютик»")
    assert head.word("toast-survey-gone") in told.text
    assert await head.state() == "survey"
    (row,) = rows(stage, "campaigns")
    assert row["company"] is None
