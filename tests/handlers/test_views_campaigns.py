"""Screens of campaigns at Telegram's limits: the longest titles and codes, all emoji."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from content.library import Library, load_library
from content.texts import Texts
from domain.days import Days
from domain.kinds import Mode, Scoring
from domain.languages import LANGUAGES
from domain.person import Campaign, Person
from handlers.callbacks import CampaignDo, Campaigning
from handlers.drafts import FREE, Draft
from handlers.parcels.campaigns import code_facts, poster_facts
from handlers.states import Talk, name
from handlers.views import campaigns, new_campaign
from handlers.views.campaigns import Listing, days_text, pages_of, status_text
from handlers.views.context import Speech
from handlers.views.view import View
from storage.sources import Elsewhere, Flow
from tests.support.screens import ADMIN, NASTY, campaign, check, person, speech
from tests.support.stretched import stretched

NOW = datetime(2026, 9, 30, 12, tzinfo=UTC)
ANALYST = 8
MANY = Flow(10**9, 10**9, 10**9, 10**9, date(2026, 9, 30), date(2027, 9, 30))
DATED = replace(campaign(), opens_at=NOW, closes_at=NOW + timedelta(days=2))
WHOLE = Draft(
    code="c" * 62,
    free="f" * 62,
    title="😀" * 120,
    mode=FREE,
    first="2026-09-28",
    last="2026-09-30",
)
Screen = Callable[[Person, Speech], View]


def listing(count: int, page: int = 0) -> Listing:
    """A page of so many campaigns, with the greatest numbers."""
    made = [campaign(number, is_open=bool(number % 2)) for number in range(1, count + 1)]
    shown = made[page * campaigns.SHOWN :][: campaigns.SHOWN]
    taken = {one.id: (10**9, 10**9) for one in shown[::2]}
    return Listing(page, count, shown, taken, Elsewhere(10**9, 10**9, 10**9))


def at(step: str, draft: Draft, show: Screen) -> Screen:
    """A step of a draft."""
    state = name(getattr(Talk, step))
    return lambda who, say: show(replace(who, state=state, context=draft.context), say)


SCREENS: Mapping[str, Screen] = {
    **{
        f"list of {count} from {page}": lambda who, say, count=count, page=page: (  # type: ignore[misc]
            campaigns.campaigns_view(who, listing(count, page), NOW, say)
        )
        for count, page in ((0, 0), (1, 0), (8, 0), (30, 0), (30, 2), (30, 3))
    },
    "page": lambda who, say: campaigns.campaign_view(who, DATED, MANY, NOW, say),
    "page of nobody": lambda who, say: campaigns.campaign_view(
        who, campaign(mode=None), Flow(), NOW, say
    ),
    "sources": lambda who, say: campaigns.sources_view(who, campaign(), MANY, MANY, say),
    "sources of nobody": lambda who, say: campaigns.sources_view(
        who, campaign(), Flow(), Flow(), say
    ),
    "poster": lambda who, say: campaigns.poster_view(who, campaign(), say),
    "title": lambda who, say: campaigns.title_view(who, campaign(), say),
    "days": lambda who, say: campaigns.days_view(who, campaign(), say),
    "code": at("new_campaign", Draft(), new_campaign.code_view),
    "code again": at("new_campaign", WHOLE, new_campaign.code_view),
    "new title": at("new_title", Draft(), new_campaign.title_view),
    "new title again": at("new_title", WHOLE, new_campaign.title_view),
    "test": at("new_test", Draft(), new_campaign.test_view),
    "mode": at("new_mode", WHOLE, new_campaign.mode_view),
    "new days": at("new_days", Draft(), new_campaign.new_days_view),
    "new days again": at("new_days", WHOLE, new_campaign.new_days_view),
    "review": at("new_review", WHOLE, new_campaign.review_view),
    "review of a clone": at("new_review", replace(WHOLE, source="x"), new_campaign.review_view),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("setting", ["plain", "stretched"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screen_fits(
    screen: str, setting: str, language: str, library: Library, texts: Texts
) -> None:
    """For admins and analysts, whatever the operator has set."""
    say = speech(library, texts, stretched=setting == "stretched")
    for chat_id in (ADMIN, ANALYST):
        check(SCREENS[screen](person(language, chat_id=chat_id), say))


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_buttons_share_a_row(language: str, library: Library, texts: Texts) -> None:
    """What stands two in a row fits half a phone's width."""
    say = speech(library, texts)
    for screen in SCREENS:
        shown = check(SCREENS[screen](person(language, chat_id=ADMIN), say))
        pairs = [label for row in shown.labels if len(row) == 2 for label in row]
        assert [label for label in pairs if len(label) > 17] == [], screen


def test_titles_are_escaped(library: Library, texts: Texts) -> None:
    """Markup in a title is shown as it was typed, in every screen."""
    say, who = speech(library, texts), person("en", chat_id=ADMIN)
    nasty = replace(campaign(), title=NASTY)
    pages = Listing(0, 1, [nasty], {}, Elsewhere())
    for view in (
        campaigns.campaigns_view(who, pages, NOW, say),
        campaigns.campaign_view(who, nasty, MANY, NOW, say),
        campaigns.sources_view(who, nasty, MANY, MANY, say),
        campaigns.poster_view(who, nasty, say),
        campaigns.title_view(who, nasty, say),
        at("new_review", replace(WHOLE, title=NASTY), new_campaign.review_view)(who, say),
        at("new_title", replace(WHOLE, title=NASTY), new_campaign.title_view)(who, say),
    ):
        assert NASTY in check(view).text


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "▶ taking answers"),
        ({"is_open": False}, "⏸ paused"),
        ({"opens_at": NOW + timedelta(days=1)}, "⏳ not open yet"),
        ({"closes_at": NOW}, "✓ over"),
    ],
)
def test_statuses(
    fields: Mapping[str, object], expected: str, library: Library, texts: Texts
) -> None:
    """In words."""
    one: Campaign = replace(campaign(), **fields)  # type: ignore[arg-type]
    assert status_text(one, "en", NOW, speech(library, texts)) == expected


def test_days_are_those_of_the_operator(library: Library, texts: Texts) -> None:
    """The last day is the one that ends at the closing midnight; UTC without a setting."""
    say = speech(library, texts)
    day = Days(date(2026, 5, 16), date(2026, 5, 16))
    several = Days(date(2026, 5, 16), date(2026, 5, 18))
    for days, expected in (
        (day, "One day: 16 May 2026"),
        (several, "16 May 2026 – 18 May 2026"),
    ):
        opens_at, closes_at = (one.astimezone(UTC) for one in days.moments(say.house.zone))
        assert days_text(opens_at, closes_at, "en", say) == expected
    assert days_text(None, None, "en", say) == "No dates: open until you pause it"


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (1, 1), (8, 1), (9, 2), (16, 2), (17, 3)])
def test_pages(count: int, expected: int) -> None:
    """Eight a page, at least one."""
    assert pages_of(count) == expected


def test_share_of_those_who_finished(library: Library, texts: Texts) -> None:
    """Of those who began; without any, no share."""
    say, who = speech(library, texts), person("en", chat_id=ADMIN)
    link, copies = Flow(9, 8, 3, 2), Flow(1, 1, 0, 0)
    text = check(campaigns.sources_view(who, campaign(), link, copies, say)).text
    assert text.count("%") == 1
    assert "67%" in text
    halves, nearly = Flow(8, 8, 8, 1), Flow(1000, 1000, 1000, 999)
    text = check(campaigns.sources_view(who, campaign(), halves, nearly, say)).text
    assert "13%" in text
    assert "99%" in text


def test_steps_that_have_no_choice_are_left_out(texts: Texts) -> None:
    """One instrument: not asked for; no short version: neither; a clone: only code and title."""
    full = load_library()
    only = Library({"map": full.instruments["map"]}, {}, full.profile)
    two = {f"i{n}": stretched(f"i{n}") for n in range(2)}
    short = {"i": replace(stretched("i"), express=frozenset())}
    several, without = Library(two, {}, only.profile), Library(short, {}, only.profile)

    def steps(draft: Draft, library: Library) -> str:
        return " ".join(name(step).partition("new_")[2] for step in draft.steps(library))

    assert steps(Draft(), only) == "campaign title mode days review"
    assert steps(Draft(), several) == "campaign title test mode days review"
    assert steps(Draft(), without) == "campaign title days review"
    assert steps(Draft(source="x"), several) == "campaign title review"
    assert steps(Draft(source="x", dated=True), several) == "campaign title days review"
    assert Draft(mode=Mode.EXPRESS).chosen_mode(without) is None
    say = Speech(several, texts, speech(only, texts).house)
    shown = check(SCREENS["test"](person("en", chat_id=ADMIN), say))
    assert [data.split(":")[2] for data in shown.data] == ["i0", "i1", "back"]


def test_a_draft_outlives_its_context() -> None:
    """What goes into the context comes out of it, whatever else stands there."""
    for draft in (Draft(), WHOLE, Draft.clone(DATED, "free")):
        assert Draft.of({**draft.context, "page": 3}) == draft


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", ["express", "full", None])
def test_what_pictures_say(
    mode: str | None, language: str, library: Library, texts: Texts
) -> None:
    """The length of the version people get; without markup, for it would be printed."""
    say = speech(library, texts)
    one = replace(campaign(mode=mode), code="ml7-16")
    told = poster_facts(one, language, say)
    assert ("43" if mode == "full" else "16") in told.lead
    assert ("8" if mode == "full" else "3") in told.lead
    picture = code_facts(one, language, say)
    words = [told.headline, told.lead, *told.steps, told.code_caption, told.privacy]
    for said in [*words, picture.caption]:
        assert said
        assert "<" not in said
        assert "&" not in said
    assert told.link == picture.link == "https://t.me/bot?start=ml7-16"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_poster_of_another_instrument(language: str, texts: Texts) -> None:
    """Its own title is the headline; a result that is no map is not promised as one."""
    other = replace(stretched("i"), scoring=Scoring.NONE)
    say = Speech(Library({"i": other}, {}, ()), texts, speech(load_library(), texts).house)
    told = poster_facts(replace(campaign(), instrument="i"), language, say)
    assert told.headline == other.title[language]
    assert told.steps[-1] == texts.line(language, "poster-result")


def test_buttons_fit_however_many_campaigns() -> None:
    """Row numbers of nineteen digits."""
    longest = Campaigning(do=CampaignDo.SET_DAYS, n=2**63 - 1, v="today").pack()
    assert len(longest.encode()) <= 64
