"""Surveys as the head of a company sees them: what for, making one, its page, its comments."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from content.texts import LANGUAGE_NAMES
from domain.languages import LANGUAGES
from domain.person import Campaign, Person
from domain.questionnaire import Instrument
from domain.statistics import COMMENT_THRESHOLD, GROUP_THRESHOLD
from handlers.callbacks import SurveyDo, SurveyTap, To
from handlers.rights import may_change, owns
from handlers.scheduling import MAX_COMPANY, MAX_OCCASION
from handlers.views.campaigns import status_text
from handlers.views.context import Speech
from handlers.views.menu import grouped, lone_survey
from handlers.views.survey import asker, invitation
from handlers.views.view import Button, View, cut, esc, go, paired, paragraphs
from storage.comments import Comments
from storage.sources import Turnout

LABEL: Final = 40
"""Letters of a button of its own row; clients cut longer ones off."""


def survey_view(
    person: Person, instrument: Instrument, own: Sequence[Campaign], speech: Speech
) -> View:
    """What a survey is for, and what can be done.

    Args:
        person: Who looks.
        instrument: The survey.
        own: Their own surveys of this kind.
        speech: Content and words.
    """
    speak, language, test = speech.to(person), person.language, instrument.id
    group = instrument.group
    back = "" if lone_survey(grouped(speech)[group]) else group
    rows = [[_tap(speak("button-survey-new"), SurveyDo.NEW, chosen=test)]]
    if own:
        rows.append([_tap(speak("button-surveys", count=len(own)), SurveyDo.LIST, chosen=test)])
    rows += [
        [_tap(speak("button-survey-try"), SurveyDo.TRY, chosen=test)],
        [go(speak("button-back"), To.TESTS, back)],
    ]
    how = speak("survey-how", threshold=GROUP_THRESHOLD, comments=COMMENT_THRESHOLD)
    heading = f"<b>{esc(instrument.title[language])}</b>"
    return View(paragraphs(heading, esc(instrument.about[language]), how), rows)


def surveys_view(
    person: Person,
    instrument: Instrument,
    own: Sequence[Campaign],
    finished: Mapping[int, int],
    speech: Speech,
) -> View:
    """One's own surveys of a kind, the newest first, each with how many have answered."""
    speak = speech.to(person)
    rows = []
    for one in own:
        count = speak("survey-answers", count=finished.get(one.id, 0))
        room = LABEL - len(count) - len(" · ")
        rows.append([_tap(f"{cut(one.asks, room)} · {count}", SurveyDo.PAGE, one.id)])
    back = _tap(speak("button-back"), SurveyDo.ABOUT, chosen=instrument.id)
    title = esc(instrument.title[person.language])
    return View(speak("surveys", title=title), [*rows, [back]])


def company_view(person: Person, speech: Speech) -> View:
    """Asks who asks."""
    speak, said = speech.to(person), str(person.context.get("company", ""))
    rows = [[_step(person, speak("button-keep"), SurveyDo.ON)]] if said else []
    text = paragraphs(
        speak("survey-company-ask", limit=MAX_COMPANY),
        speak("draft-title-now", title=esc(said)) if said else "",
    )
    return View(text, [*rows, [_step(person, speak("button-back"), SurveyDo.BACK)]])


def occasion_view(person: Person, instrument: Instrument, speech: Speech) -> View:
    """Asks what about."""
    speak, said = speech.to(person), str(person.context.get("occasion", ""))
    keep = [[_step(person, speak("button-keep"), SurveyDo.ON)]] if said else []
    text = paragraphs(
        speak("survey-occasion-ask", group=instrument.group, limit=MAX_OCCASION),
        speak("draft-title-now", title=esc(said)) if said else "",
    )
    rows = [
        *keep,
        [_step(person, speak("button-survey-skip"), SurveyDo.SKIP)],
        [_step(person, speak("button-back"), SurveyDo.BACK)],
    ]
    return View(text, rows)


def review_view(person: Person, instrument: Instrument, speech: Speech) -> View:
    """How the survey will begin for those who open it, and the button that makes it."""
    speak, language, said = speech.to(person), person.language, person.context
    company, occasion = str(said.get("company", "")), str(said.get("occasion", ""))
    drafted = Campaign(0, "", company, instrument.id, None, company=company, occasion=occasion)
    return View(
        paragraphs(
            speak("survey-review", title=esc(instrument.title[language])),
            f"<blockquote>{invitation(drafted, language, speech)}</blockquote>",
            speak("survey-review-note"),
        ),
        [
            [_step(person, speak("button-survey-create"), SurveyDo.ON)],
            [_step(person, speak("button-back"), SurveyDo.BACK)],
        ],
    )


def page_view(
    person: Person, campaign: Campaign, turnout: Turnout, now: datetime, speech: Speech
) -> View:
    """One survey: whose, its link, how many have answered, and what can be done."""
    speak, language, row = speech.to(person), person.language, campaign.id
    instrument = speech.library.instruments[campaign.instrument]
    link = speech.house.deep_link(campaign.code)
    rows = [
        *paired(
            [
                _tap(speak("button-qr"), SurveyDo.CODE, row),
                _tap(speak("button-poster"), SurveyDo.POSTER, row),
            ]
        ),
        [Button(speak("button-copy-link"), copy=link)],
        *paired(
            [
                _tap(speak("button-survey-figures"), SurveyDo.FIGURES, row),
                _tap(speak("button-survey-comments"), SurveyDo.COMMENTS, row),
            ]
        ),
    ]
    if may_change(person, campaign, speech.house):
        turned = (
            _tap(speak("button-pause-campaign"), SurveyDo.PAUSE, row)
            if campaign.is_open
            else _tap(speak("button-open-campaign"), SurveyDo.OPEN, row)
        )
        rows.append([turned])
    if owns(person, campaign):
        rows += [
            [
                _tap(speak("button-survey-name"), SurveyDo.NAME, row),
                _tap(speak("button-survey-topic"), SurveyDo.TOPIC, row),
            ],
            [_tap(speak("button-survey-remove"), SurveyDo.REMOVE, row)],
        ]
    rows.append([_tap(speak("button-back"), SurveyDo.LIST, chosen=instrument.id)])
    about = [esc(instrument.title[language]), esc(campaign.occasion or "")]
    text = paragraphs(
        f"<b>{asker(campaign)}</b>\n" + " · ".join(part for part in about if part),
        "\n".join(
            [
                status_text(campaign, language, now, speech),
                speak(
                    "survey-flow",
                    started=turnout.arrived,
                    begun=turnout.begun,
                    finished=turnout.finished,
                ),
            ]
        ),
        link,
        speak("survey-steps", threshold=GROUP_THRESHOLD, comments=COMMENT_THRESHOLD),
    )
    return View(text, rows)


def poster_view(person: Person, campaign: Campaign, speech: Speech) -> View:
    """Asks for the language of the poster."""
    speak, row = speech.to(person), campaign.id
    languages = [_tap(LANGUAGE_NAMES[code], SurveyDo.PRINT, row, code) for code in LANGUAGES]
    back = _tap(speak("button-back"), SurveyDo.PAGE, row)
    return View(speak("poster-ask", title=asker(campaign)), [languages, [back]])


def comments_text(
    campaign: Campaign,
    comments: Sequence[Comments],
    language: str,
    speech: Speech,
) -> str:
    """What people wrote, as HTML: question by question, wording by wording.

    Args:
        campaign: Where.
        comments: Shuffled; questions with too few are left out.
        language: Of all other words.
        speech: Content and words.
    """
    speak = speech.texts.speaker(language)
    heading = speak("survey-comments", company=asker(campaign))
    if not comments:
        few = speak("survey-comments-few", comments=COMMENT_THRESHOLD, threshold=GROUP_THRESHOLD)
        return paragraphs(heading, few)
    parts = [
        f"<b>{esc((those.wording or those.question.name)[language])}</b>\n"
        + "\n".join(f"• {esc(words)}" for words in those.words)
        for those in comments
    ]
    return paragraphs(heading, *parts, f"<i>{_note(speech, language)}</i>")


def comments_file(
    campaign: Campaign,
    comments: Sequence[Comments],
    language: str,
    speech: Speech,
) -> str:
    """The same as plain text, for a file."""
    names = [campaign.company or campaign.title, campaign.occasion or ""]
    parts = [
        f"{(those.wording or those.question.text)[language]}\n\n"
        + "\n\n".join(f"• {words}" for words in those.words)
        for those in comments
    ]
    heading = " · ".join(part for part in names if part)
    return paragraphs(heading, *parts, _note(speech, language)) + "\n"


def _note(speech: Speech, language: str) -> str:
    return speech.texts.line(language, "survey-comments-note", threshold=GROUP_THRESHOLD)


def _tap(label: str, do: SurveyDo, row: int = 0, chosen: str = "") -> Button:
    return Button(label, SurveyTap(do=do, n=row, v=chosen))


def _step(person: Person, label: str, do: SurveyDo) -> Button:
    """A button of the step on which somebody stands."""
    return _tap(label, do, chosen=person.state.partition(":")[2])
