"""A company's survey: its head makes it, people answer, and nobody sees what is not theirs."""

import json
import re

import pytest

from domain.languages import LANGUAGES
from domain.person import Campaign
from handlers.callbacks import SurveyDo, SurveyTap
from handlers.surveys import MOST
from tests.support.places import own_survey, title_of
from tests.support.scene import Scene, refusals, rows, scene
from tests.support.stage import ADMIN, ANALYST, Stage
from tests.support.surveyed import surveyed

WORDS = "Долго ждал <b>счёт</b> & сдачу"
OF_ONE = tuple(
    SurveyTap(do=do, n=1, v="ru")
    for do in (
        *(SurveyDo.PAGE, SurveyDo.POSTER, SurveyDo.PRINT, SurveyDo.CODE, SurveyDo.FIGURES),
        *(SurveyDo.COMMENTS, SurveyDo.PAUSE, SurveyDo.OPEN),
        *(SurveyDo.NAME, SurveyDo.TOPIC, SurveyDo.NO_TOPIC),
        *(SurveyDo.REMOVE, SurveyDo.REMOVE_YES),
    )
)
"""Everything that can be done with one survey."""


async def head_at(stage: Stage, test: str = "nps", language: str = "ru") -> Scene:
    """Somebody on the screen that says what a survey is for."""
    head = await scene(stage, language)
    await head.agree()
    await head.say("/tests")
    await head.press(f"tests-{stage.app.speech.library.instruments[test].group}")
    assert await head.state() == "survey"
    return head


async def made_by(head: Scene, company: str = "Кафе «Ромашка»", occasion: str = "") -> Campaign:
    """A survey that somebody makes in the chat."""
    await head.press("button-survey-new")
    await head.say(company)
    await (head.say(occasion) if occasion else head.press("button-survey-skip"))
    await head.press("button-survey-create")
    assert await head.state() == "survey_page"
    (newest,) = await head.stage.app.database.read(lambda r: r.campaigns.page(0, 1))
    return newest


async def answers(anna: Scene, score: str, words: str = "") -> None:
    """From the first question of the customers' survey to the thanks."""
    await anna.tap(score)
    if words:
        await anna.say(words)
        await anna.press("button-next")
    else:
        await anna.press("button-skip")
    await anna.tap("4")
    await anna.tap("6")
    await anna.press("button-skip")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("test", ["nps", "enps"])
async def test_a_head_makes_one(stage: Stage, test: str, language: str) -> None:
    """Company, occasion, a look at it, and its page with a link that nobody guesses."""
    head = await head_at(stage, test, language)
    await head.press("button-survey-new")
    too_long = await head.say("x" * 81)
    assert head.word("notice-survey-long", count=81, limit=80) in too_long.text
    await head.say("Café   <b>Lavender</b>\n& Co")
    too_long = await head.say("y" * 121)
    assert head.word("notice-survey-long", count=121, limit=120) in too_long.text
    review = await head.say("your visit")
    for words in ("Café <b>Lavender</b> & Co", "your visit"):
        assert words in review.text
    await head.press("button-back")
    await head.press("button-back")
    await head.press("button-keep")
    await head.press("button-keep")
    assert rows(stage, "campaigns") == []
    page = await head.press("button-survey-create")
    (row,) = rows(stage, "campaigns")
    assert re.fullmatch(rf"{test}-[a-z2-9]{{8}}", row["code"])
    assert (row["company"], row["occasion"]) == ("Café <b>Lavender</b> & Co", "your visit")
    assert (row["owner_id"], row["opens_at"], row["closes_at"]) == (1, None, None)
    assert stage.app.speech.house.deep_link(row["code"]) in page.text
    assert head.word("survey-made") in page.text
    (entry,) = rows(stage, "audit")
    assert entry["action"] == "campaign_created"
    assert entry["actor"] == stage.app.database.cipher.ident(head.person.id)


async def test_ten_people_answer(stage: Stage) -> None:
    """The head sees group figures and, from ten on, comments; never who, never one by one."""
    head = await head_at(stage)
    hall = await made_by(head, occasion="завтрак")
    database, nps = stage.app.database, stage.app.speech.library.instruments["nps"]
    anna = await scene(stage)
    assert "Кафе «Ромашка»" in (await anna.open(hall.code)).text
    await anna.press("button-consent")
    await answers(anna, "10", WORDS)
    for number in range(8):
        await surveyed(database, nps, hall, {"reason": f"слова {number}"}, now=stage.clock())
    few = await head.press("button-survey-comments")
    assert head.word("survey-comments-few", comments=10, threshold=5) in few.text
    await surveyed(database, nps, hall, {"reason": "последние"}, now=stage.clock())
    await head.forge(SurveyTap(do=SurveyDo.COMMENTS, n=hall.id).pack())
    told = (await head.bot())[-1].text
    assert WORDS in told
    assert told.count("•") == 10
    await head.forge(SurveyTap(do=SurveyDo.FIGURES, n=hall.id).pack())
    (picture,) = [one for one in await head.bot() if one.photo]
    assert "Кафе «Ромашка»" in picture.caption
    assert "+100" in picture.caption
    page = await head.forge(SurveyTap(do=SurveyDo.PAGE, n=hall.id).pack())
    assert head.word("survey-flow", started=1, begun=10, finished=10) in page.text


async def test_a_respondent(stage: Stage) -> None:
    """In Ukrainian: from the link to thanks, without profile or version; `/results` shows it."""
    head = await head_at(stage, language="uk")
    hall = await made_by(head, "Кав’ярня «Їжачок»", "доставка")
    oksana = await scene(stage, "uk")
    welcome = await oksana.open(hall.code)
    for key in ("survey-sees", "survey-invitation"):
        line = oksana.word(key, threshold=5, comments=10, company="Кав’ярня «Їжачок»")
        assert re.sub("<[^>]*>", "", line) in welcome.text
    first = await oksana.press("button-consent")
    assert first.text.startswith("Кав’ярня «Їжачок» · доставка\n")
    await answers(oksana, "3", "Їжа вже холодна")
    thanks = await oksana.screen()
    assert oksana.word("survey-counted") in thanks.text
    assert thanks.rows == []
    (attempt,) = rows(stage, "attempts")
    assert (attempt["campaign_id"], attempt["is_trial"]) == (hall.id, 0)
    assert attempt["total"] is None
    await oksana.say("/results")
    line = (await oksana.screen()).rows[0][0].text
    assert line.startswith("Кав’ярня «Їжачок» · ")
    one = await oksana.tap(line)
    assert "Кав’ярня «Їжачок»" in one.text
    assert not any(button.data.startswith("l1") for button in one.buttons)
    again = await oksana.tap("English")
    assert "Thank you!" in again.text


async def test_answering_again(stage: Stage) -> None:
    """Whoever has answered is told so above the first question, by whichever way they come."""
    head = await head_at(stage)
    hall = await made_by(head)
    anna = await scene(stage)
    again = anna.word("survey-again")
    await anna.open(hall.code)
    assert again not in (await anna.press("button-consent")).text
    await answers(anna, "10")
    assert again in (await anna.open(hall.code)).text
    assert again not in (await anna.tap("9")).text
    other = await made_by(await head_at(stage))
    await anna.open(other.code)
    assert again not in (await anna.press("button-conflict-new")).text


async def test_words_at_a_score(stage: Stage) -> None:
    """Nothing is promised for the end: a survey asks for words beside each score."""
    head = await head_at(stage)
    hall = await made_by(head)
    anna = await scene(stage)
    await anna.agree()
    await anna.open(hall.code)
    told = (await anna.say("просто хорошо")).text
    assert anna.word("notice-tap-only") in told
    assert anna.word("notice-tap") not in told


@pytest.mark.parametrize("code", ["nps-abcdefgh", "ENPS-x", "npsabcdefgh"])
async def test_an_unknown_survey(stage: Stage, code: str) -> None:
    """A code that begins like a survey's is told to be none; no event is spoken of."""
    anna = await scene(stage)
    key = "campaign-unknown" if code.startswith("npsa") else "survey-unknown"
    for _ in range(2):
        assert anna.word(key) in (await anna.open(code)).text
        if await anna.state() == "welcome":
            await anna.press("button-consent")
            await anna.press("button-skip-all")


async def test_home_leads_to_one_s_surveys(stage: Stage) -> None:
    """To the list of the newest one's kind; whoever has none is offered none."""
    head = await head_at(stage)
    await head.say("/start")
    label = head.word("button-my-surveys")
    assert label not in {button.text for button in (await head.screen()).buttons}
    for test in ("nps", "enps"):
        await head.forge(SurveyTap(do=SurveyDo.ABOUT, v=test).pack())
        await made_by(head)
    await head.say("/start")
    await head.press("button-my-surveys")
    assert await head.state() == "surveys"
    assert (await head.known()).context == {"test": "enps"}


async def test_no_role_goes_along(stage: Stage) -> None:
    """What somebody said of themselves in a test is not kept with a survey, nor keeps it out."""
    await stage.campaign()
    head = await head_at(stage)
    hall = await made_by(head)
    anna = await scene(stage)
    await anna.agree("ml7-16")
    await anna.tap("Человек со стороны")
    await anna.press("button-skip-all")
    await anna.answer("8")
    conflict = await anna.open(hall.code)
    assert await anna.state() == "conflict"
    assert "Кафе «Ромашка»" in conflict.text
    await anna.press("button-conflict-new")
    assert (await anna.attempt()).instrument.id == "nps"
    assert (await anna.known()).profile.role == "none"
    assert rows(stage, "attempts")[-1]["role"] is None


async def test_a_link_leads_to_its_own_test(stage: Stage) -> None:
    """Whatever test somebody was looking at when they opened it."""
    await stage.campaign()
    head = await head_at(stage)
    hall = await made_by(head)
    await head.press("button-back")
    await head.open("ml7-16")
    assert (await head.known()).context["test"] == "map"
    anna = await scene(stage)
    await anna.agree()
    await anna.open(hall.code)
    assert (await anna.attempt()).instrument.id == "nps"


@pytest.mark.parametrize("who", ["stranger", "analyst", "admin"])
async def test_forged_buttons(stage: Stage, who: str) -> None:
    """A stranger gets nothing; analysts see; admins pause; words and removal are the owner's."""
    head = await head_at(stage)
    hall = await made_by(head)
    assert hall.id == 1
    user_id = {"stranger": None, "analyst": ANALYST, "admin": ADMIN}[who]
    other = await scene(stage, user_id=user_id)
    await other.agree()
    before = len(await other.bot())
    refused = []
    for data in OF_ONE:
        await other.forge(data.pack())
        if await other.toast() == other.word("toast-not-yours"):
            refused.append(data.do)
    owning = [data.do for data in OF_ONE[-5:]]
    changing = [SurveyDo.PAUSE, SurveyDo.OPEN, *owning]
    assert refused == {
        "stranger": [data.do for data in OF_ONE], "analyst": changing, "admin": owning,
    }[who]  # fmt: skip
    assert refusals(stage) == len(refused)
    if who == "stranger":
        assert await other.state() == "role"
        assert len(await other.bot()) == before
        for row in (0, 2, 2**62):
            await other.forge(SurveyTap(do=SurveyDo.PAGE, n=row).pack())
            assert await other.toast() == other.word("toast-not-yours")
    else:
        assert await other.state() == "survey_page"


async def test_what_is_no_survey(stage: Stage) -> None:
    """A test that is no survey, or none at all; a campaign that leads to a test."""
    await stage.campaign()
    anna = await scene(stage, user_id=ADMIN)
    await anna.agree()
    for do in (SurveyDo.ABOUT, SurveyDo.NEW, SurveyDo.LIST, SurveyDo.TRY):
        for test in ("map", "gone", ""):
            await anna.forge(SurveyTap(do=do, v=test).pack())
            assert await anna.toast() == anna.word("toast-foreign")
    await anna.forge(SurveyTap(do=SurveyDo.COMMENTS, n=1).pack())
    assert await anna.toast() == anna.word("toast-not-yours")
    for do, step in ((SurveyDo.ON, "survey_review"), (SurveyDo.BACK, "survey_company")):
        await anna.forge(SurveyTap(do=do, v=step).pack())
    assert await anna.state() == "role"
    assert rows(stage, "deliveries") == []


async def test_steps_that_are_skipped_or_repeated(stage: Stage) -> None:
    """No company, no survey; the last button twice makes one; at most twenty."""
    head = await head_at(stage)
    await head.press("button-survey-new")
    for do in (SurveyDo.ON, SurveyDo.SKIP):
        await head.forge(SurveyTap(do=do, v="survey_company").pack())
        assert await head.state() == "survey_company"
    await head.say("Кафе")
    await head.forge(SurveyTap(do=SurveyDo.ON, v="survey_occasion").pack())
    assert await head.state() == "survey_occasion"
    review = await head.press("button-survey-skip")
    await head.forge(SurveyTap(do=SurveyDo.SKIP, v="survey_review").pack())
    create = review.rows[0][0].data
    for _ in range(2):
        await head.forge(create, review.id)
    assert len(rows(stage, "campaigns")) == len(rows(stage, "audit")) == 1
    for _ in range(MOST - 1):
        await own_survey(head)
    refused = await head.forge(SurveyTap(do=SurveyDo.NEW, v="nps").pack())
    assert head.word("notice-survey-many", count=MOST) in refused.text
    assert await head.state() == "surveys"
    await head.forge(SurveyTap(do=SurveyDo.NEW, v="enps").pack())
    assert (await head.known()).context == {"test": "nps"}


async def test_trying_it(stage: Stage) -> None:
    """By the button and by one's own link: looked at, counted nowhere."""
    head = await head_at(stage)
    hall = await made_by(head)
    await head.press("button-back")
    await head.press("button-back")
    first = await head.press("button-survey-try")
    assert head.word("survey-trial") in first.text
    await answers(head, "10")
    assert head.word("survey-tried", title="").split("</b>")[1] in (await head.screen()).text
    await head.press("button-survey-own")
    assert await head.state() == "survey"
    assert head.word("survey-trial") in (await head.open(hall.code)).text
    await answers(head, "0")
    assert [row["is_trial"] for row in rows(stage, "attempts")] == [1, 1]
    page = await head.forge(SurveyTap(do=SurveyDo.PAGE, n=hall.id).pack())
    assert head.word("survey-flow", started=0, begun=0, finished=0) in page.text


async def test_a_survey_on_pause(stage: Stage) -> None:
    """Says so to whoever comes; opened again, it takes answers. Both stand in the log."""
    head = await head_at(stage)
    hall = await made_by(head)
    await head.press("button-pause-campaign")
    anna = await scene(stage)
    said = (await anna.open(hall.code)).text
    assert said.startswith(f"{hall.company} ")
    assert anna.word("survey-closed", company="").removeprefix("<b></b>") in said
    await head.press("button-open-campaign")
    await anna.open(hall.code)
    assert "Кафе «Ромашка»" in (await anna.screen()).text
    logged = [row["action"] for row in rows(stage, "audit")]
    assert logged == ["campaign_created", "campaign_paused", "campaign_opened"]


async def test_code_and_poster(stage: Stage) -> None:
    """A picture to show, and a PDF in any language; a copy of the link."""
    head = await head_at(stage)
    hall = await made_by(head)
    await head.press("button-qr")
    (picture,) = [one for one in await head.bot() if one.photo]
    assert hall.code in picture.caption
    await head.forge(SurveyTap(do=SurveyDo.POSTER, n=hall.id).pack())
    await head.tap("Українська")
    (poster,) = [one for one in await head.bot() if one.document]
    assert "Кафе «Ромашка»" in poster.caption
    await head.forge(SurveyTap(do=SurveyDo.PRINT, n=hall.id, v="xx").pack())
    assert len([one for one in await head.bot() if one.document]) == 1


async def test_many_comments_come_as_a_file(stage: Stage) -> None:
    """Whole, with the mark of their encoding; markup is what was written."""
    head = await head_at(stage)
    hall = await made_by(head)
    nps = stage.app.speech.library.instruments["nps"]
    for _ in range(10):
        said = {"comment": "ї" * 900 + " <b>"}
        await surveyed(stage.app.database, nps, hall, said, now=stage.clock())
    await head.press("button-survey-comments")
    (sent,) = [one for one in await head.bot() if one.document]
    content = await head.person.download(sent)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").count("ї" * 900 + " <b>") == 10


async def test_who_took_the_comments_is_logged(stage: Stage) -> None:
    """Who, when, of which survey; nothing of a stranger, who gets none; the owner can read it."""
    head = await head_at(stage)
    hall = await made_by(head)
    taken = SurveyTap(do=SurveyDo.COMMENTS, n=hall.id).pack()
    stranger = await scene(stage)
    await stranger.agree()
    await stranger.forge(taken)
    exports = [one for one in rows(stage, "audit") if one["action"] == "export"]
    assert exports == []
    await head.forge(taken)
    (entry,) = [one for one in rows(stage, "audit") if one["action"] == "export"]
    assert entry["actor"] == stage.app.database.cipher.ident(head.person.id)
    assert json.loads(entry["details"]) == {
        "kind": "comments", "format": "txt", "campaign": hall.code,
    }  # fmt: skip
    admin = await scene(stage, user_id=ADMIN)
    await admin.agree()
    await admin.say("/admin")
    log = (await admin.press("button-audit")).text
    for key, facts in (
        ("audit-export", {}),
        ("audit-comments", {}),
        ("audit-campaign", {"code": hall.code}),
    ):
        assert admin.word(key, **facts) in log


async def test_the_head_goes(stage: Stage) -> None:
    """All of theirs goes; the survey stops; answers stay; a stranger's deliveries make nothing."""
    head = await head_at(stage)
    hall = await made_by(head, occasion="завтрак")
    nps = stage.app.speech.library.instruments["nps"]
    await surveyed(stage.app.database, nps, hall, {}, now=stage.clock())
    boris = await scene(stage)
    await boris.agree()
    known = await boris.known()
    for kind in ("comments", "overview", "campaign_code", "campaign_poster"):
        payload = {"id": hall.id, "instrument": "nps", "campaign": hall.code, "language": "ru"}
        now = stage.clock()
        await stage.app.database.write(
            lambda r, kind=kind, now=now, payload=payload: r.deliveries.add(  # type: ignore[misc]
                known.id, kind, now, **payload
            )
        )
    stage.app.courier.wake(known.id)
    before = len(await boris.bot())
    await head.say("/delete")
    await head.press("button-delete-confirm")
    (row,) = rows(stage, "campaigns")
    assert (row["title"], row["is_open"]) == (hall.code, 0)
    assert (row["company"], row["occasion"], row["owner_id"]) == (None, None, None)
    assert len(rows(stage, "attempts")) == 1
    assert len(await boris.bot()) == before
    assert rows(stage, "deliveries") == []


async def test_an_admin_s_survey(stage: Stage) -> None:
    """Two more steps in the wizard; a clone keeps them; the comments stand on its page."""
    anna = await scene(stage, "en", user_id=ADMIN)
    await anna.agree()
    await anna.say("/admin")
    await anna.press("button-campaigns")
    await anna.press("button-new-campaign")
    await anna.say("spring Spring survey")
    await anna.tap(title_of(anna, "enps"))
    assert anna.word("notice-survey-long", count=81, limit=80) in (await anna.say("x" * 81)).text
    await anna.say("Lavender Ltd")
    await anna.say("this spring")
    review = await anna.press("button-days-none")
    for words in ("Lavender Ltd", "this spring"):
        assert words in review.text
    page = await anna.press("button-create")
    assert "Lavender Ltd" in page.text
    await anna.press("button-survey-comments")
    assert (
        anna.word("survey-comments-few", comments=10, threshold=5) in (await anna.bot())[-1].text
    )
    await anna.forge("c1:clone:1:")
    await anna.tap("spring-2")
    await anna.press("button-keep")
    await anna.press("button-keep")
    await anna.press("button-survey-skip")
    await anna.press("button-create")
    said = [(row["company"], row["occasion"], row["owner_id"]) for row in rows(stage, "campaigns")]
    assert said == [("Lavender Ltd", "this spring", None), ("Lavender Ltd", None, None)]


async def test_who_goes_leaves_no_name_in_the_log(stage: Stage) -> None:
    """A head's entries stay as what was done; staff can't wipe theirs by deleting themselves."""
    ident = stage.app.database.cipher.ident
    head = await head_at(stage)
    hall = await made_by(head)
    await head.forge(SurveyTap(do=SurveyDo.COMMENTS, n=hall.id).pack())
    await head.forge(SurveyTap(do=SurveyDo.PAGE, n=hall.id + 1).pack())
    admin = await scene(stage, user_id=ADMIN)
    await admin.agree()
    await admin.forge(SurveyTap(do=SurveyDo.PAUSE, n=hall.id).pack())
    for one in (head, admin):
        await one.say("/delete")
        await one.press("button-delete-confirm")
    entries = [(row["action"], row["actor"]) for row in rows(stage, "audit")]
    assert [action for action, _ in entries] == [
        *("campaign_created", "export", "refused", "campaign_paused", "delete", "delete")
    ]
    assert ident(head.person.id) not in {actor for _, actor in entries}
    assert ("campaign_paused", ident(ADMIN)) in entries
