"""The screens around the test: welcome, profile, pause, menus, settings, data."""

from collections.abc import Sequence
from html import escape
from math import ceil

from content.library import ProfileQuestion
from content.texts import LANGUAGE_NAMES, Speak
from domain.attempt import Attempt
from domain.kinds import Group, Mode, Scoring
from domain.languages import LANGUAGES
from domain.person import Finished, Person
from domain.questionnaire import Instrument
from domain.statistics import COMMENT_THRESHOLD, GROUP_THRESHOLD
from handlers.callbacks import StayDo, SurveyDo, SurveyTap, To
from handlers.views.context import Speech
from handlers.views.lead_buttons import own_lead_button
from handlers.views.survey import consent_to_survey, invitation, who_sees
from handlers.views.view import Button, View, cut, esc, go, paired, paragraphs, stay

SECONDS_A_QUESTION = 11
"""What a question takes a person who reads it: 16 statements in three minutes."""
ABOUT_ROOM = 2000
"""Characters for what the tests are about; beyond that their buttons alone name them."""
BRIEF = 100
"""Characters of a line on a test in a list."""


def minutes(count: int) -> int:
    """How long so many questions take, in whole minutes, at least one."""
    return max(1, ceil(count * SECONDS_A_QUESTION / 60))


def takes(instrument: Instrument) -> str:
    """How many minutes a test takes: "2", or "3–8" from its short version to its full one."""
    if instrument.minutes is not None:
        return str(instrument.minutes)
    full = minutes(instrument.statement_count(Mode.FULL))
    if not instrument.express:
        return str(full)
    return f"{minutes(instrument.statement_count(Mode.EXPRESS))}–{full}"


def language_row(to: To, before: str = "") -> list[Button]:
    """The three languages by their own names."""
    prefix = f"{before}." if before else ""
    return [go(LANGUAGE_NAMES[code], to, prefix + code) for code in LANGUAGES]


def welcome_view(person: Person, instrument: Instrument, speech: Speech) -> View:
    """Who asks, what the person gets, how long it takes; the consent, and nothing but it."""
    speak, language, campaign = speech.to(person), person.language, person.campaign
    return View(
        welcome_text(person, instrument, speech),
        [
            [go(speak("button-consent"), To.CONSENT, str(campaign.id) if campaign else "")],
            language_row(To.LANGUAGE, "welcome") if language else [],
        ],
    )


def welcome_text(person: Person, instrument: Instrument, speech: Speech) -> str:
    """The welcome without its buttons: it stays in the chat as what was agreed to."""
    speak, language = speech.to(person), person.language
    campaign = person.campaign
    policy = speech.house.policy_url
    if campaign is not None and instrument.scoring is Scoring.SURVEY:
        return paragraphs(
            invitation(campaign, language, speech),
            _length(instrument, campaign.mode, speech, language),
            who_sees(language, speech),
            consent_to_survey(language, speech),
            speak("consent-policy", url=escape(policy)) if policy else "",
        )
    return paragraphs(
        f"<b>{esc(instrument.title[language])}</b>",
        speak("welcome-from", campaign=esc(campaign.title)) if campaign else "",
        esc(instrument.about[language]),
        _length(instrument, campaign.mode if campaign else None, speech, language),
        "" if campaign or len(speech.library.instruments) == 1 else speak("welcome-more"),
        speak("consent", operator=esc(speech.operator(language))),
        speak("consent-policy", url=escape(policy)) if policy else "",
    )


def _length(instrument: Instrument, mode: str | None, speech: Speech, language: str) -> str:
    full = instrument.scored_count(Mode.FULL)
    if mode is None and instrument.express:
        express = instrument.scored_count(Mode.EXPRESS)
        return speech.texts.line(language, "welcome-length-choice", express=express, count=full)
    if instrument.minutes is not None:
        return speech.texts.line(language, "welcome-minutes", minutes=instrument.minutes)
    if instrument.scoring is Scoring.CALCULATION:
        return ""  # nobody fills in all calculators
    count = instrument.statement_count(Mode(mode or Mode.FULL))
    return speech.texts.line(language, "welcome-length", count=count, minutes=minutes(count))


def profile_view(person: Person, question: ProfileQuestion, speech: Speech) -> View:
    """One of the optional taps about the person."""
    speak, language = speech.to(person), person.language
    codes = [q.code for q in speech.library.profile]
    number = codes.index(question.code) + 1
    said = getattr(person.profile, question.code)
    buttons = [
        go(
            f"✓ {option.label[language]}" if option.code == said else option.label[language],
            To.SAY,
            f"{question.code}.{option.code}",
        )
        for option in question.options
    ]
    # Before the first of them there is only the consent, unless they came from a menu.
    is_entry = number == 1 and person.campaign is not None and "then" not in person.context
    return View(
        paragraphs(
            f"<b>{esc(question.text[language])}</b>",
            speak("profile-note", number=number, count=len(codes)),
        ),
        [
            *paired(buttons),
            [go(speak("button-skip-all"), To.SKIP_ALL, question.code)],
            [] if is_entry else [go(speak("button-back"), To.UNSAY, question.code)],
        ],
    )


def mode_view(person: Person, instrument: Instrument, speech: Speech) -> View:
    """Short or full; or another test, for who came by no campaign."""
    speak = speech.to(person)
    rows = []
    for mode in (Mode.EXPRESS, Mode.FULL):
        count = instrument.scored_count(mode)
        label = speak(f"button-mode-{mode}", count=count, minutes=minutes(count))
        rows.append([go(label, To.MODE, mode)])
    if person.campaign is None:
        rows.append([go(speak("button-other-tests"), To.TESTS)])
    if person.context.get("asked"):
        rows.append([go(speak("button-back"), To.UNSAY, "mode")])
    heading = f"<b>{speak('mode-question')}</b>"
    return View(paragraphs(heading, speak("mode-note")), rows)


def paused_view(person: Person, attempt: Attempt, speech: Speech) -> View:
    """Saved; goes on when they like."""
    speak = speech.to(person)
    done, count = attempt.progress
    return View(speak("paused", done=done, count=count), [[go(speak("button-resume"), To.RESUME)]])


def home_view(
    person: Person, finished: Sequence[Finished], speech: Speech, own_test: str = ""
) -> View:
    """Where people land who are in no test.

    Args:
        person: Who looks.
        finished: Their results.
        speech: Content and words.
        own_test: The survey of which they have made one; empty where they have made none.
    """
    speak = speech.to(person)
    rows = [[go(speak("button-all"), To.TESTS)]]
    if finished:
        rows.append([go(speak("button-results"), To.RESULTS)])
    if own_test:
        own = SurveyTap(do=SurveyDo.LIST, v=own_test)
        rows.append([Button(speak("button-my-surveys"), own)])
    rows.append([go(speak("button-code"), To.CODE), go(speak("button-settings"), To.SETTINGS)])
    return View(speak("home", count=len(finished)), rows)


def tests_view(person: Person, speech: Speech) -> View:
    """The groups of tests, or the tests of one group; those of a single group at once."""
    groups = grouped(speech)
    chosen = person.context.get("group", next(iter(groups)) if len(groups) == 1 else "")
    speak = speech.to(person)
    if chosen in groups:
        back = [[go(speak("button-back"), To.TESTS)]] if len(groups) > 1 else []
        return _tests_of_group(person, groups[Group(chosen)], speech, back)
    lines = [f"<b>{speak(f'tests-{one}')}</b>\n{speak(f'tests-{one}-about')}" for one in groups]
    rows = []
    for one, those in groups.items():
        label = speak(f"tests-{one}")
        lone = lone_survey(those)
        rows.append([go(label, To.TEST, lone.id) if lone else go(label, To.TESTS, one)])
    return View(paragraphs(speak("tests-groups"), *lines), rows)


def lone_survey(tests: Sequence[Instrument]) -> Instrument | None:
    """The only test of a group if it is a survey: its own screen says what it is about."""
    is_lone = len(tests) == 1 and tests[0].scoring is Scoring.SURVEY
    return tests[0] if is_lone else None


def grouped(speech: Speech) -> dict[Group, list[Instrument]]:
    """The tests by whom they are for; groups without any are left out."""
    tests = speech.library.instruments.values()
    found = {group: [one for one in tests if one.group is group] for group in Group}
    return {group: those for group, those in found.items() if those}


def _tests_of_group(
    person: Person, tests: Sequence[Instrument], speech: Speech, back: list[list[Button]]
) -> View:
    """Tests, and in a line what each is about, as long as there is room for all of that."""
    speak, language = speech.to(person), person.language
    told = [
        (one.title[language], takes(one), cut((one.brief or one.about)[language], BRIEF))
        for one in tests
    ]
    lines = [
        speak("tests-line", title=esc(title), minutes=time, brief=esc(brief))
        for title, time, brief in told
    ]
    has_room = sum(len("".join(parts)) for parts in told) < ABOUT_ROOM
    return View(
        paragraphs(speak("tests"), *(lines if has_room else ())),
        [*([go(i.title[language], To.TEST, i.id)] for i in tests), *back],
    )


def settings_view(person: Person, speech: Speech, *, has_lead: bool = False) -> View:
    """Language and what the person said about themselves."""
    speak, language = speech.to(person), person.language
    said = {
        q.code: q.label(getattr(person.profile, q.code), language) or speak("not-said")
        for q in speech.library.profile
    }
    return View(
        paragraphs(
            speak("settings", language=LANGUAGE_NAMES[language]),
            speak("settings-profile", **said),
            speak("settings-reminders", on="yes" if person.takes_reminders else "no"),
        ),
        [
            language_row(To.LANGUAGE, "settings"),
            [go(speak("button-profile"), To.PROFILE)],
            [_reminders_button(person, speak)],
            [own_lead_button(language, speech)] if has_lead else [],
            [go(speak("button-back"), To.HOME)],
        ],
    )


def _reminders_button(person: Person, speak: Speak) -> Button:
    """Lets reminders of unfinished tests come, or stops them: what is not so now."""
    if person.takes_reminders:
        return stay(speak("button-reminders-off"), StayDo.REMINDERS_OFF)
    return stay(speak("button-reminders-on"), StayDo.REMINDERS_ON)


def privacy_view(person: Person, speech: Speech) -> View:
    """What is kept, what for, how long, and by whom."""
    speak, language = speech.to(person), person.language
    policy = speech.house.policy_url
    return View(
        paragraphs(
            speak(
                "privacy",
                threshold=GROUP_THRESHOLD,
                comments=COMMENT_THRESHOLD,
                days=speech.house.retention_days,
                operator=esc(speech.operator(language)),
            ),
            speak("survey-privacy", days=speech.house.retention_days),
            speak("consent-policy", url=escape(policy)) if policy else "",
        ),
        [
            [go(speak("button-mydata"), To.MY_DATA)],
            [go(speak("button-delete"), To.DELETE)],
            [go(speak("button-back"), To.CANCEL)],
        ],
    )


def deleting_view(person: Person, speech: Speech) -> View:
    """The last question before everything is gone."""
    speak = speech.to(person)
    return View(
        speak("delete-ask"),
        [
            [go(speak("button-delete-confirm"), To.DELETE_YES)],
            [go(speak("button-cancel"), To.CANCEL)],
        ],
    )


def code_view(person: Person, speech: Speech) -> View:
    """Asks for a campaign's code."""
    speak = speech.to(person)
    return View(speak("code-ask"), [[go(speak("button-cancel-plain"), To.CANCEL)]])


def help_text(person: Person, speech: Speech) -> str:
    """All commands."""
    speak = speech.to(person)
    staff = speech.house.sees_figures(person.chat_id)
    return speak("help") + ("\n" + speak("help-admin") if staff else "")
