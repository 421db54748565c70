"""Every screen around the test, with the people and operators who stretch it most."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.library import Library, load_library
from content.texts import LANGUAGE_NAMES, Texts
from domain.attempt import Attempt
from domain.kinds import Mode
from domain.languages import LANGUAGES
from domain.person import Finished, Person
from domain.questionnaire import Profile
from handlers.callbacks import Go
from handlers.views import menu
from handlers.views.context import Speech
from handlers.views.view import View, bar, esc, paragraphs
from handlers.views.waiting import conflict_view
from tests.support.screens import (
    ADMIN,
    KEY,
    NASTY,
    campaign,
    check,
    check_html,
    finished,
    person,
    speech,
)
from tests.support.stretched import stretched

THE_MAP = load_library().instruments["map"]
LONGEST = stretched()
SAID = Profile(role="top_manager", size="1000_plus", industry="construction_property")
STAFF = {"admin": ADMIN, "analyst": 8, "stranger": 9}
Screen = Callable[[Person, Speech], View]


def midway() -> Attempt:
    """In the middle of the longest test."""
    return Attempt(KEY, LONGEST, Mode.FULL, SAID).started()


def torn(who: Person, title: str, say: Speech) -> View:
    """Somebody there before the choice of something with this title."""
    return conflict_view(replace(who, context={"title": title}), midway(), say)


def results(count: int) -> list[Finished]:
    """So many results, each with a key of its own."""
    made = []
    for number in range(count):
        answers = {q.code: 5 for block in THE_MAP.blocks for q in block.questions}
        attempt = Attempt(f"{number:08}", THE_MAP, Mode.FULL, SAID, answers if number else {})
        made.append(finished(attempt, campaign()))
    return made


def profile(number: int) -> Screen:
    """One of the questions about the person."""
    return lambda who, say: menu.profile_view(who, say.library.profile[number], say)


SCREENS: dict[str, Screen] = {
    "welcome": lambda who, say: menu.welcome_view(who, THE_MAP, say),
    "welcome to the longest": lambda who, say: menu.welcome_view(who, LONGEST, say),
    "mode": lambda who, say: menu.mode_view(who, THE_MAP, say),
    "paused": lambda who, say: menu.paused_view(who, midway(), say),
    "conflict": lambda who, say: torn(who, "😀" * 120, say),
    "conflict with markup": lambda who, say: torn(who, NASTY, say),
    "home of a newcomer": lambda who, say: menu.home_view(who, [], say),
    "home": lambda who, say: menu.home_view(who, results(30), say),
    "home of a head": lambda who, say: menu.home_view(who, results(30), say, "i" * 16),
    "tests": menu.tests_view,
    "settings": menu.settings_view,
    "privacy": menu.privacy_view,
    "deleting": menu.deleting_view,
    "code": menu.code_view,
    "role": profile(0),
    "size": profile(1),
    "industry": profile(2),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("setting", ["plain", "stretched"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screen_fits(
    screen: str, setting: str, language: str, library: Library, texts: Texts
) -> None:
    """For everybody, from every campaign, whatever the operator has set."""
    say = speech(library, texts, stretched=setting == "stretched")
    said = SAID if setting == "stretched" else None
    for where in (None, campaign(), campaign(mode=None), campaign(mode="full")):
        for chat_id in STAFF.values():
            who = person(language, None, where, chat_id, said)
            check(SCREENS[screen](who, say))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 3, 11, 40])
def test_many_instruments(count: int, language: str, texts: Texts) -> None:
    """All eleven, and what an operator adds: each keeps its button, what fits is said."""
    made = {f"i{n}": stretched(f"i{n}") for n in range(count)}
    say = speech(Library(made, {}, load_library().profile), texts)
    shown = check(menu.tests_view(person(language), say))
    assert [Go.unpack(data).arg for data in shown.data] == list(made)
    assert shown.text.count("&" * 99 + "…") == (count if count <= 11 else 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_in_short(language: str, library: Library, texts: Texts) -> None:
    """A line and the minutes of each test: with its buttons it stands on one screen of a phone."""
    for group in menu.grouped(speech(library, texts)):
        who = replace(person(language), context={"group": group})
        shown = check(menu.tests_view(who, speech(library, texts)))
        lines = [line for line in shown.text.split("\n") if line]
        assert len(lines) == 2 * (len(shown.data) - 1) + 1
        assert sum(-(-len(line) // 38) for line in lines) <= 22
    assert menu.takes(THE_MAP) == "3–8"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chat_id", STAFF.values(), ids=STAFF)
def test_help(chat_id: int, language: str, library: Library, texts: Texts) -> None:
    """/admin is named to those for whom it does something."""
    who = person(language, chat_id=chat_id)
    text = check_html(menu.help_text(who, speech(library, texts)))
    assert ("/admin" in text) is (chat_id != STAFF["stranger"])
    for command in ("start", "tests", "results", "code", "settings", "cancel", "privacy"):
        assert f"/{command}" in text


class TestWelcome:
    """Who asks, what one gets, how long it takes; the consent and nothing but it."""

    def test_says_it_all(self, library: Library, texts: Texts) -> None:
        """With the operator, the policy's address and the campaign's title as they are."""
        say = speech(library, texts, stretched=True)
        where = replace(campaign(), title=NASTY)
        shown = check(menu.welcome_view(person("en", where=where), THE_MAP, say))
        assert NASTY in shown.text
        assert say.house.operator in shown.text
        assert "16 statements, about 3 minutes" in shown.text
        assert shown.labels == [["I agree"], list(LANGUAGE_NAMES.values())]

    def test_length_follows_the_mode(self, library: Library, texts: Texts) -> None:
        """The counts are those of the content."""
        say = speech(library, texts)
        for where, expected in (
            (None, "16 of 43 statements"),
            (campaign(mode="full"), "43 statements, about 8 minutes"),
            (campaign(mode=None), "16 of 43 statements"),
        ):
            assert expected in menu.welcome_text(person("en", where=where), THE_MAP, say)

    def test_stays_as_what_was_agreed_to(self, library: Library, texts: Texts) -> None:
        """The text without its buttons is the same text."""
        say, who = speech(library, texts), person("uk", where=campaign())
        assert menu.welcome_view(who, THE_MAP, say).text == menu.welcome_text(who, THE_MAP, say)


def test_settings_say_what_was_said(library: Library, texts: Texts) -> None:
    """In words, and plainly where nothing was said."""
    say = speech(library, texts)
    told = check(menu.settings_view(person("en", profile=SAID), say)).text
    assert "Role: Senior executive. Size: 1,000 or more. Industry: Construction, property." in told
    silent = check(menu.settings_view(person("en"), say)).text
    assert "Role: not given. Size: not given. Industry: not given." in silent


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (1, 1), (5, 1), (6, 2), (16, 3), (43, 8)])
def test_minutes(count: int, expected: int) -> None:
    """Whole minutes, rounded up, at least one."""
    assert menu.minutes(count) == expected


@given(st.integers(0, 500), st.integers(0, 500), st.sampled_from([5, 10]))
def test_bar(done: int, count: int, cells: int) -> None:
    """As many cells as there is room for; full only when all is done, empty only below one."""
    done = min(done, count)
    drawn = bar(done, count, cells)
    assert len(drawn) == cells
    assert (drawn == "▰" * cells) is (0 < done == count)
    assert drawn == "".join(sorted(drawn))


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs"]), min_size=1), min_size=1)
)
def test_escaping(parts: list[str]) -> None:
    """Whatever stands in a text stands in the message, and no part is lost."""
    text = check_html(paragraphs(*map(esc, parts), ""))
    assert text == "\n\n".join(parts)
