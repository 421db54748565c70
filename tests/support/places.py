"""How to get to every place of the conversation."""

from collections.abc import Awaitable, Callable
from typing import Final

from domain.kinds import Scoring
from domain.lead import Contact
from handlers.callbacks import SurveyDo, SurveyTap
from storage.records import Records
from tests.support.journeys import at_journey
from tests.support.scene import Scene, scene
from tests.support.stage import ADMIN, Stage
from tests.support.strategies import at_review

Way = Callable[[Scene], Awaitable[object]]


async def _answering(anna: Scene) -> None:
    await anna.open("ml7-16")
    if await anna.state() == "role":
        await anna.press("button-skip-all")
    await anna.answer("8")
    await anna.answer("3")


async def _paused(anna: Scene) -> None:
    await _answering(anna)
    await anna.press("button-pause")


async def _conflict(anna: Scene) -> None:
    await _answering(anna)
    await anna.open("other")


async def _size(anna: Scene) -> None:
    await anna.open("ml7-16")
    await anna.tap((await anna.screen()).rows[0][0].text)


async def _industry(anna: Scene) -> None:
    await _size(anna)
    await anna.tap((await anna.screen()).rows[0][0].text)


async def _mode(anna: Scene) -> None:
    await anna.open("choose")
    await anna.press("button-skip-all")


async def _results(anna: Scene) -> None:
    await _answering(anna)
    await anna.leap("own_nps_reason")
    await anna.press("button-skip")
    await anna.say("/results")


async def _home(anna: Scene) -> None:
    await anna.say("/cancel")


async def _export(anna: Scene) -> None:
    await anna.say("/admin")
    await anna.press("button-export")


async def _export_rows(anna: Scene) -> None:
    await _export(anna)
    await anna.press("button-export-csv")


async def _campaigns(anna: Scene) -> None:
    await anna.say("/admin")
    await anna.press("button-campaigns")


async def _campaign(anna: Scene) -> None:
    await _campaigns(anna)
    await anna.tap("ml7-16")


def _of_campaign(key: str) -> Way:
    async def way(anna: Scene) -> None:
        await _campaign(anna)
        await anna.press(key)

    return way


async def _new_campaign(anna: Scene) -> None:
    await _campaigns(anna)
    await anna.press("button-new-campaign")


async def _new_title(anna: Scene) -> None:
    await _new_campaign(anna)
    await anna.tap((await anna.screen()).rows[0][0].text)


async def _new_test(anna: Scene) -> None:
    await _new_title(anna)
    await anna.say("Marketing, 16 May")


async def _new_mode(anna: Scene) -> None:
    await _new_test(anna)
    await anna.tap(title_of(anna, "map"))


async def _new_company(anna: Scene) -> None:
    await _new_test(anna)
    await anna.tap(title_of(anna, a_survey(anna.stage)))


async def _new_occasion(anna: Scene) -> None:
    await _new_company(anna)
    await anna.say("Café Lavender")


def title_of(anna: Scene, test: str) -> str:
    """A test's name in somebody's language."""
    return anna.stage.app.speech.library.instruments[test].title[anna.language]


def a_survey(stage: Stage) -> str:
    """The id of a survey."""
    tests = stage.app.speech.library.instruments.values()
    return next(one.id for one in tests if one.scoring is Scoring.SURVEY)


async def own_survey(anna: Scene, company: str = "Café Lavender", occasion: str = "") -> int:
    """The row number of a survey that somebody has made, without the way there."""
    stage, known = anna.stage, await anna.known()
    test, now = a_survey(stage), stage.clock()

    async def unit(records: Records) -> int:
        code = f"{test}-{known.id}-{now.timestamp():.0f}"
        made = await records.campaigns.create(code, company, test, None, now)
        row = made.id if made else 0
        await records.campaigns.ask_for(row, company, occasion or None, known.id)
        return row

    return await stage.app.database.write(unit)


async def _survey(anna: Scene) -> None:
    await anna.say("/tests")
    test = anna.stage.app.speech.library.instruments[a_survey(anna.stage)]
    await anna.press(f"tests-{test.group}")


async def _surveys(anna: Scene) -> None:
    await own_survey(anna)
    await _survey(anna)
    await anna.press("button-surveys", count=1)


async def _survey_page(anna: Scene) -> None:
    row = await own_survey(anna)
    await anna.forge(SurveyTap(do=SurveyDo.PAGE, n=row).pack())


async def _survey_poster(anna: Scene) -> None:
    await _survey_page(anna)
    await anna.press("button-poster")


async def _survey_name(anna: Scene) -> None:
    await _survey_page(anna)
    await anna.press("button-survey-name")


async def _survey_topic(anna: Scene) -> None:
    await _survey_page(anna)
    await anna.press("button-survey-topic")


async def _survey_removing(anna: Scene) -> None:
    await _survey_page(anna)
    await anna.press("button-survey-remove")


async def _survey_company(anna: Scene) -> None:
    await _survey(anna)
    await anna.press("button-survey-new")


async def _survey_occasion(anna: Scene) -> None:
    await _survey_company(anna)
    await anna.say("Café Lavender")


async def _survey_review(anna: Scene) -> None:
    await _survey_occasion(anna)
    await anna.press("button-survey-skip")


async def _new_days(anna: Scene) -> None:
    await _new_mode(anna)
    await anna.press("button-people-choose")


async def _new_review(anna: Scene) -> None:
    await _new_days(anna)
    await anna.press("button-days-none")


async def _lead_consent(anna: Scene) -> None:
    await _answering(anna)
    await anna.leap("own_nps_reason")
    await anna.press("button-skip")
    await anna.press("button-lead")


async def _lead_contact(anna: Scene) -> None:
    await _lead_consent(anna)
    await anna.press("button-lead-consent")


async def _lead_left(anna: Scene) -> None:
    await _results(anna)
    await leaves_contact(anna)
    await anna.say("/settings")
    await anna.press("button-lead-mine")


async def _leads(anna: Scene) -> None:
    await _results(anna)
    await leaves_contact(anna)
    await anna.say("/admin")
    await anna.press("button-leads")


async def _lead(anna: Scene) -> None:
    await _leads(anna)
    await anna.tap("1")


async def _leads_export(anna: Scene) -> None:
    await _leads(anna)
    await anna.press("button-leads-csv")


async def leaves_contact(anna: Scene, words: str = "@anna_k") -> None:
    """As if they had left a contact about their latest result, without telling anybody."""
    known = await anna.known()

    async def unit(records: Records) -> None:
        latest = (await records.attempts.finished(known.id))[0]
        contact = Contact(words)
        await records.leads.leave(known.id, latest.id, contact, "v", anna.stage.clock())

    await anna.stage.app.database.write(unit)


async def _funnel(anna: Scene) -> None:
    await anna.say("/admin")
    await anna.press("button-funnel")


async def _choosing(anna: Scene) -> None:
    await _funnel(anna)
    await anna.press("button-campaign-chosen", title=anna.word("all-campaigns"))


async def _audit(anna: Scene) -> None:
    await anna.say("/admin")
    await anna.press("button-audit")


async def _figures(anna: Scene) -> None:
    await anna.say("/admin")
    await anna.press("button-figures")


WAYS: Final[dict[str, Way]] = {
    "role": lambda anna: anna.open("ml7-16"),
    "size": _size,
    "industry": _industry,
    "mode": _mode,
    "answering": _answering,
    "building": at_journey,
    "review": at_review,
    "paused": _paused,
    "conflict": _conflict,
    "home": _home,
    "tests": lambda anna: anna.say("/tests"),
    "code": lambda anna: anna.say("/code"),
    "results": _results,
    "settings": lambda anna: anna.say("/settings"),
    "privacy": lambda anna: anna.say("/privacy"),
    "deleting": lambda anna: anna.say("/delete"),
    "lead_consent": _lead_consent,
    "lead_contact": _lead_contact,
    "lead_left": _lead_left,
    "leads": _leads,
    "lead": _lead,
    "leads_export": _leads_export,
    "admin": lambda anna: anna.say("/admin"),
    "campaigns": _campaigns,
    "campaign": _campaign,
    "campaign_sources": _of_campaign("button-sources"),
    "campaign_poster": _of_campaign("button-poster"),
    "campaign_title": _of_campaign("button-title"),
    "campaign_days": _of_campaign("button-days"),
    "new_campaign": _new_campaign,
    "new_title": _new_title,
    "new_test": _new_test,
    "new_company": _new_company,
    "new_occasion": _new_occasion,
    "new_mode": _new_mode,
    "new_days": _new_days,
    "new_review": _new_review,
    "survey": _survey,
    "surveys": _surveys,
    "survey_company": _survey_company,
    "survey_occasion": _survey_occasion,
    "survey_review": _survey_review,
    "survey_page": _survey_page,
    "survey_poster": _survey_poster,
    "survey_name": _survey_name,
    "survey_topic": _survey_topic,
    "survey_removing": _survey_removing,
    "figures": _figures,
    "funnel": _funnel,
    "choosing": _choosing,
    "audit": _audit,
    "export": _export,
    "export_rows": _export_rows,
}
"""Every state but the welcome, which is where everybody begins, and the way there."""

PLACES: Final = ("welcome", *WAYS)


async def campaigns(stage: Stage) -> None:
    """What the ways need."""
    await stage.campaign("ml7-16")
    await stage.campaign("other")
    await stage.campaign("choose", mode=None)


async def somebody_at(stage: Stage, place: str, language: str) -> Scene:
    """Somebody in a place; an admin, to whom every place is open."""
    await campaigns(stage)
    anna = await scene(stage, language, user_id=ADMIN)
    await anna.open()
    if place != "welcome":
        await anna.press("button-consent")
        await WAYS[place](anna)
    reached = await anna.state()
    if reached != place:
        raise LookupError(f"the way to {place} led to {reached}")
    return anna
