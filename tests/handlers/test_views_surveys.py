"""Screens of surveys, for those who answer and for heads, at Telegram's limits."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from content.library import Library
from content.texts import Texts
from domain.attempt import Attempt
from domain.kinds import Mode
from domain.languages import LANGUAGES
from domain.person import Campaign, Person
from domain.questionnaire import WRITTEN, Instrument
from handlers.callbacks import SurveyDo, SurveyTap
from handlers.drafts import Draft
from handlers.parcels.campaigns import code_facts, poster_facts
from handlers.rights import is_survey, may_change, may_see, owns
from handlers.states import Talk, name
from handlers.views import menu, new_campaign, own_surveys, surveys
from handlers.views.campaigns import campaign_view
from handlers.views.context import Speech
from handlers.views.question import question_view
from handlers.views.shown import Shown
from handlers.views.staying import reminder_view
from handlers.views.twins import twin_view
from handlers.views.view import View
from storage.comments import Comments
from storage.sources import Flow, Turnout
from tests.support.screens import ADMIN, NASTY, check, finished, person, speech

NOW = datetime(2026, 9, 30, 12, tzinfo=UTC)
ANALYST, OTHER = 8, 2**52
LONGEST = Campaign(
    id=2**63 - 1,
    code="c" * 62,
    title="😀" * 120,
    instrument="nps",
    mode=None,
    company="&" * 80,
    occasion="&" * 120,
    owner_id=1,
)
MANY = Flow(10**9, 10**9, 10**9, 10**9)
CROWD = Turnout(10**9, 10**9, 10**9)
REMOVED = replace(LONGEST, company=None, occasion=None, owner_id=None, opens_at=NOW, closes_at=NOW)
Screen = Callable[[Person, Instrument, Speech], View]


def at(step: str, show: Callable[[Person, Instrument, Speech], View], **said: str) -> Screen:
    """A step of a new survey."""
    state = name(getattr(Talk, step))

    def screen(who: Person, made: Instrument, say: Speech) -> View:
        return show(replace(who, state=state, context={"test": made.id, **said}), made, say)

    return screen


def begun(made: Instrument, *answers: str) -> Attempt:
    """An attempt with so many answers."""
    attempt = Attempt("aB3_-9zZ", made, Mode.FULL).started()
    for answer in answers:
        assert attempt.position is not None
        attempt = attempt.tapped(attempt.position, answer)
    return attempt


def asked(
    who: Person, made: Instrument, say: Speech, *answers: str, hall: Campaign = LONGEST
) -> View:
    """A question as those who answer see it."""
    there = replace(who, campaign=hall, attempt=begun(made, *answers), attempt_id=1)
    return question_view(there, "", say)


SCREENS: Mapping[str, Screen] = {
    "what for": lambda who, made, say: surveys.survey_view(who, made, [], say),
    "what for, with own": lambda who, made, say: surveys.survey_view(who, made, [LONGEST], say),
    "own": lambda who, made, say: surveys.surveys_view(
        who, made, [replace(LONGEST, id=n) for n in range(20)], {1: 10**9}, say
    ),
    "company": at("survey_company", lambda who, _, say: surveys.company_view(who, say)),
    "company again": at(
        "survey_company", lambda who, _, say: surveys.company_view(who, say), company="&" * 80
    ),
    "occasion": at("survey_occasion", surveys.occasion_view),
    "occasion again": at("survey_occasion", surveys.occasion_view, occasion="&" * 120),
    "review": at("survey_review", surveys.review_view, company="&" * 80, occasion="&" * 120),
    "page": lambda who, _, say: surveys.page_view(who, LONGEST, CROWD, NOW, say),
    "page, paused": lambda who, _, say: surveys.page_view(
        who, replace(LONGEST, is_open=False), Turnout(), NOW, say
    ),
    "another name": lambda who, _, say: own_surveys.name_view(who, LONGEST, say),
    "another topic": lambda who, _, say: own_surveys.topic_view(who, LONGEST, say),
    "a topic": lambda who, _, say: own_surveys.topic_view(who, replace(LONGEST, occasion=""), say),
    "removing": lambda who, _, say: own_surveys.removing_view(who, LONGEST, CROWD, say),
    "removing an empty one": lambda who, _, say: own_surveys.removing_view(
        who, LONGEST, Turnout(), say
    ),
    "removed meanwhile": lambda who, made, say: asked(who, made, say, hall=REMOVED),
    "poster": lambda who, _, say: surveys.poster_view(who, LONGEST, say),
    "welcome": lambda who, made, say: menu.welcome_view(replace(who, campaign=LONGEST), made, say),
    "first question": asked,
    "reason": lambda who, made, say: asked(who, made, say, "3"),
    "reminder": lambda who, made, say: reminder_view(
        replace(who, campaign=LONGEST), begun(made, "3"), say
    ),
    "privacy": lambda who, _, say: menu.privacy_view(who, say),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("setting", ["plain", "stretched"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screen_fits(
    screen: str, setting: str, language: str, library: Library, texts: Texts
) -> None:
    """Both surveys, with the longest names, whatever the operator has set."""
    say = speech(library, texts, stretched=setting == "stretched")
    for test in ("nps", "enps"):
        shown = check(SCREENS[screen](person(language), library.instruments[test], say))
        pairs = [label for row in shown.labels if len(row) == 2 for label in row]
        assert [label for label in pairs if len(label) > 17] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_admin_s_steps_fit(language: str, library: Library, texts: Texts) -> None:
    """Company and occasion, asked, kept and looked at; and the campaign's page."""
    say, who = speech(library, texts), person(language, chat_id=ADMIN)
    draft = Draft("c" * 62, "f", "😀" * 120, "nps", company="&" * 80, occasion="&" * 120)
    for step, show in {
        "new_company": new_campaign.new_company_view,
        "new_occasion": new_campaign.new_occasion_view,
        "new_review": new_campaign.review_view,
    }.items():
        for said in (draft, replace(draft, company="", occasion="")):
            there = replace(who, state=name(getattr(Talk, step)), context=said.context)
            check(show(there, say))
    page = check(campaign_view(who, LONGEST, MANY, NOW, say))
    assert "&" * 80 in page.text
    assert SurveyTap(do=SurveyDo.COMMENTS, n=LONGEST.id).pack() in page.data


def test_steps_of_a_draft(library: Library) -> None:
    """Only a survey needs to say who asks; a clone of one is asked too, with its words kept."""

    def steps(draft: Draft) -> str:
        return " ".join(name(step).partition("new_")[2] for step in draft.steps(library))

    assert steps(Draft(test="nps")) == "campaign title test company occasion days review"
    assert "company" not in steps(Draft(test="map"))
    clone = Draft.clone(LONGEST, "free")
    assert steps(clone) == "campaign title company occasion review"
    assert (clone.company, clone.occasion) == (LONGEST.company, LONGEST.occasion)
    assert Draft.of(clone.context) == clone


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_asks(language: str, library: Library, texts: Texts) -> None:
    """Company and occasion stand above each question; who sees what, above the first one only."""
    say, nps = speech(library, texts), library.instruments["nps"]
    hall = replace(LONGEST, company=NASTY, occasion="May", owner_id=None)
    note = texts.line(language, "survey-note", threshold=5, comments=10)
    for answers in ((), ("3",), ("9", "skipped"), ("9", "skipped", "5", "7")):
        who = replace(person(language), campaign=hall, attempt=begun(nps, *answers))
        text = check(question_view(who, "", say)).text
        assert text.startswith(f"{NASTY} · May\n")
        assert (note in text) is (not answers)
    unnamed = replace(hall, company=None, occasion=None, title="Event")
    who = replace(person(language), campaign=unnamed, attempt=begun(nps))
    assert check(question_view(who, "", say)).text.startswith("Event\n")


@pytest.mark.parametrize("whose", ["nobody's", "own", "an admin looks"])
def test_a_trial_says_so(whose: str, library: Library, texts: Texts) -> None:
    """Above every question, and at the end; the way to one's own survey stands there."""
    say, nps = speech(library, texts), library.instruments["nps"]
    hall = None if whose == "nobody's" else LONGEST if whose == "own" else replace(LONGEST, id=5)
    chat_id = ADMIN if whose == "an admin looks" else OTHER
    trial = texts.line("en", "survey-trial")
    for answers in ((), ("3",)):
        who = replace(person("en", chat_id=chat_id), campaign=hall, attempt=begun(nps, *answers))
        assert trial in check(question_view(who, "", say)).text
    done = replace(finished(begun(nps, "3"), hall), is_trial=True)
    shown = check(twin_view(Shown(done, "en", say)))
    assert shown.data == [SurveyTap(do=SurveyDo.ABOUT, v="nps").pack()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_thanks(language: str, library: Library, texts: Texts) -> None:
    """No score, no channel, no consultant; a survey that was given up names nobody."""
    say, nps = speech(library, texts, stretched=True), library.instruments["nps"]
    attempt = replace(begun(nps), answers={"nps": 10, "reason": WRITTEN}, position=None)
    for hall in (LONGEST, replace(LONGEST, company=None, title=LONGEST.code)):
        one = Shown(finished(attempt, hall), language, say, takes_leads=True)
        shown = check(twin_view(one))
        assert shown.labels == []
        assert texts.line(language, "survey-counted") in shown.text
        assert (LONGEST.code in shown.text) is False


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_removed_one(language: str, library: Library, texts: Texts) -> None:
    """Neither its code nor a promise stands where the company's name was."""
    say, nps, who = speech(library, texts), library.instruments["nps"], person(language)
    question = check(asked(who, nps, say, hall=REMOVED)).text
    welcome = check(menu.welcome_view(replace(who, campaign=REMOVED), nps, say)).text
    thanks = check(twin_view(Shown(finished(begun(nps), REMOVED), language, say))).text
    for told, key in (
        (question, "survey-ended"),
        (welcome, "survey-ended"),
        (thanks, "survey-ended-after"),
    ):
        assert texts.line(language, key) in told
        assert REMOVED.code not in told
    assert texts.line(language, "survey-counted") not in thanks
    admin = person(language, chat_id=ADMIN)
    page = check(campaign_view(admin, REMOVED, MANY, NOW, say))
    day = texts.date(language, NOW)
    assert texts.line(language, "campaign-removed", day=day) in page.text
    changing = {f"c1:{do}" for do in ("pause", "open", "title", "days", "clone")}
    assert not changing & {data.rpartition(f":{REMOVED.id}")[0] for data in page.data}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_owner_s_page(language: str, library: Library, texts: Texts) -> None:
    """Only owners change words or remove."""
    say = speech(library, texts)
    for owner, chat_id in ((1, OTHER), (1, ADMIN), (2, ADMIN), (2, ANALYST)):
        hall, who = replace(LONGEST, owner_id=owner), person(language, chat_id=chat_id)
        page = check(surveys.page_view(who, hall, Turnout(3, 2, 1), NOW, say))
        for do in (SurveyDo.NAME, SurveyDo.TOPIC, SurveyDo.REMOVE):
            assert (SurveyTap(do=do, n=hall.id).pack() in page.data) is (owner == 1)
        assert texts.line(language, "survey-flow", started=3, begun=2, finished=1) in page.text


def test_who_may_what(library: Library, texts: Texts) -> None:
    """The owner all of it, admins too, analysts see; strangers and nobody's surveys nothing."""
    say = speech(library, texts)
    mine, other = LONGEST, replace(LONGEST, owner_id=2)
    who, admin, analyst = (person("en", chat_id=one) for one in (OTHER, ADMIN, ANALYST))
    cases = {
        (who.chat_id, mine): (True, True),
        (who.chat_id, other): (False, False),
        (who.chat_id, replace(other, owner_id=None)): (False, False),
        (admin.chat_id, other): (True, True),
        (analyst.chat_id, other): (True, False),
    }
    for (chat_id, hall), expected in cases.items():
        looks = person("en", chat_id=chat_id)
        assert (may_see(looks, hall, say.house), may_change(looks, hall, say.house)) == expected
    assert owns(who, mine)
    assert not owns(replace(who, id=0), replace(mine, owner_id=None))
    assert is_survey(mine, say)
    assert not is_survey(replace(mine, instrument="map"), say)
    assert not is_survey(replace(mine, instrument="gone"), say)


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments(language: str, library: Library, texts: Texts) -> None:
    """As they were written, never as markup; in a file likewise, and whole."""
    say, nps = speech(library, texts), library.instruments["nps"]
    hall = replace(LONGEST, company=NASTY)
    note = texts.line(language, "survey-comments-note", threshold=5)
    reason, comment = nps.by_code["reason"], nps.by_code["comment"]
    wording = reason.variants[0].text
    written = [
        Comments(reason, wording, [NASTY, "two\nlines"]),
        Comments(comment, None, ["=1+1"]),
    ]
    text = check(View(surveys.comments_text(hall, written, language, say))).text
    plain = surveys.comments_file(hall, written, language, say)
    for said in (text, plain):
        assert said.count(NASTY) == 2
        assert all(words in said for words in ("two\nlines", "=1+1", note))
        assert said.index(wording[language]) < said.index("two") < said.index("=1+1")
    assert comment.name[language] in text
    assert comment.text[language] in plain
    few = check(View(surveys.comments_text(hall, [], language, say))).text
    assert texts.line(language, "survey-comments-few", comments=10, threshold=5) in few


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("test", ["nps", "enps"])
def test_the_poster(test: str, language: str, library: Library, texts: Texts) -> None:
    """The company's name and its topic, its own question, no promise of a result, no markup."""
    hall = replace(LONGEST, company="Café & Co", instrument=test)
    told = poster_facts(hall, language, speech(library, texts))
    assert told.title == f"Café & Co · {LONGEST.occasion}"
    assert code_facts(hall, language, speech(library, texts)).title == told.title
    group = library.instruments[test].group
    assert told.headline == texts.line(language, "survey-poster-headline", group=group)
    assert told.steps[-1] == texts.line(language, "survey-poster-end")
    assert "5" in told.lead
    assert not any(sign in f"{told.headline}{told.lead}{told.steps}" for sign in "<&")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_of_one_survey(language: str, library: Library, texts: Texts) -> None:
    """Leads straight to it, and back to the groups; beside other tests it stands in their list."""
    say, nps = speech(library, texts), library.instruments["nps"]
    groups = check(menu.tests_view(person(language), say)).data
    assert {"g1:test:nps", "g1:test:enps", "g1:tests:company"} <= set(groups)
    assert "g1:tests:" in check(surveys.survey_view(person(language), nps, [], say)).data
    two = {**library.instruments, "other": replace(nps, id="other")}
    several = Speech(Library(two, {}, library.profile), texts, say.house)
    assert "g1:tests:customers" in check(menu.tests_view(person(language), several)).data
    back = check(surveys.survey_view(person(language), nps, [], several)).data
    assert "g1:tests:customers" in back


def test_buttons_fit() -> None:
    """With the longest code of a test, step and row number."""
    for do in SurveyDo:
        for n, v in ((2**63 - 1, "ru"), (0, "i" * 16), (0, "survey_occasion")):
            assert len(SurveyTap(do=do, n=n, v=v).pack().encode()) <= 64
