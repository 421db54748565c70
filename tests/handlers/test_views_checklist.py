"""A checklist's result in words: its twin, caption, facts, and what a contact tells of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.build import MAX_POINTS, MAX_SECTIONS
from content.library import Library
from content.texts import Texts
from domain.attempt import Attempt
from domain.languages import LANGUAGES
from domain.lead import Contact, Lead
from domain.questionnaire import NO, UNSURE, YES, Instrument, Question, Section
from handlers.parcels.leads import _row
from handlers.views import leads
from handlers.views.checklist import checklist_caption, checklist_facts, checklist_view
from handlers.views.my_results import results_view
from handlers.views.shown import Shown
from handlers.views.twins import twin_view
from preview.rules import CAPTION_LENGTH
from tests.support.questionnaires import answered, checklist_of, say
from tests.support.screens import (
    ADMIN,
    NOW,
    campaign,
    check,
    check_html,
    finished,
    person,
    speech,
)
from tests.support.stretched import stretched_advice, stretched_checklist

SIGNS = {"+": YES, "-": NO, "?": UNSURE}
LARGEST = (5,) * MAX_SECTIONS


def ticked(of: Instrument, signs: str) -> Attempt:
    """Answered with yes, no and not sure as + - ?, by a pattern that repeats."""
    values = [SIGNS[sign] for sign in signs * len(of.questions)]
    return replace(
        answered(of, dict(zip(of.by_code, values, strict=False))), key="aB3_-9zZ", position=None
    )


def spoken(of: Instrument) -> Instrument:
    """With next steps, and with sentences for strong and for weak sections."""

    def question(one: Question) -> Question:
        return replace(one, name=say(f"Point {one.code}"), step=say(f"Begin with {one.code}."))

    def section(one: Section) -> Section:
        questions = [question(q) for q in one.questions]
        strength, zone = say(f"Strong in {one.code}."), say(f"Weak in {one.code}.")
        return replace(one, questions=questions, strength=strength, zone=zone)

    return replace(of, sections=[section(one) for one in of.sections])


def shown(
    attempt: Attempt,
    library: Library,
    texts: Texts,
    language: str = "en",
    *,
    earlier: Attempt | None = None,
) -> Shown:
    """A result told by an operator with long settings."""
    before = None if earlier is None else finished(earlier)
    return Shown(
        finished=finished(attempt, campaign()),
        language=language,
        speech=speech(replace(library, advice=stretched_advice()), texts, stretched=True),
        earlier=before and replace(before, finished_at=NOW - timedelta(days=365)),
        takes_leads=True,
    )


def told(attempt: Attempt, library: Library, texts: Texts, earlier: Attempt | None = None) -> str:
    """The twin as people read it, in English."""
    return check(checklist_view(shown(attempt, library, texts, earlier=earlier)), room=0).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signs", ["+", "-", "?", "+-?", "-----??", "+++++-"])
@pytest.mark.parametrize("sizes", [(MAX_POINTS,), LARGEST, (1,)])
def test_everything_fits(
    sizes: tuple[int, ...], signs: str, language: str, library: Library, texts: Texts
) -> None:
    """Twin, caption and all that a contact tells, at the longest that content may be."""
    attempt = ticked(stretched_checklist(*sizes), signs)
    one = shown(attempt, library, texts, language, earlier=attempt)
    twin = check(twin_view(one), room=0)
    assert one.title in twin.text
    assert texts.line(language, "button-advice") in [row[0] for row in twin.labels]
    check_html(checklist_caption(one), CAPTION_LENGTH)
    facts = checklist_facts(one)
    names = (facts.missing, facts.unsure, facts.there)
    assert sum(len(one.items) for one in names) == sum(sizes)
    assert all(len(one.items) == len(one.more) for one in names)
    assert [bar.yes + bar.unsure + bar.no for bar in facts.bars] == list(sizes)


def test_what_it_says(library: Library, texts: Texts) -> None:
    """Pluses of all asked; each section; what is missing with its steps; what to find out."""
    text = told(ticked(spoken(checklist_of(4, 3, 2)), "-?--++++-"), library, texts)
    assert "A definite yes to 4 of 9, or 44%." in text
    assert "• A — 0 of 4\nWeak in a.\n• B — 3 of 3\nStrong in b.\n• C — 1 of 2\n" in text
    assert (
        "What’s missing\n"
        "• Point a1\nNext step: Begin with a1.\n"
        "• Point a3\nNext step: Begin with a3.\n"
        "• Point a4\nNext step: Begin with a4.\n"
        "And also: Point c2\n"
    ) in text
    assert "What to find out\nPoint a2\nHere the first step is to find out" in text
    assert "Begin with a2." not in text
    assert "Weak in c." not in text


@pytest.mark.parametrize(
    ("signs", "says", "says_not"),
    [
        ("+", "Everything is in place.", ["What’s missing", "What to find out"]),
        ("-", "A clean slate", ["Everything is in place", "What to find out"]),
        ("?", "more questions than answers", ["What’s missing", "A clean slate"]),
        ("-?", "A clean slate", ["more questions", "Everything"]),
        ("+-", "Point a2", ["Everything", "A clean slate", "more questions"]),
    ],
)
def test_kind_words_at_the_extremes(
    signs: str, says: str, says_not: list[str], library: Library, texts: Texts
) -> None:
    """Where all answers are alike, a sentence on the whole; else the points speak."""
    attempt = ticked(spoken(checklist_of(4)), signs)
    text = told(attempt, library, texts)
    assert says in text
    assert not [words for words in says_not if words in text]
    facts = checklist_facts(shown(attempt, library, texts))
    assert (facts.verdict in text) == (facts.verdict != "" or signs == "+-")


def test_a_single_section_needs_no_list_of_sections(library: Library, texts: Texts) -> None:
    """Its sentence stands alone."""
    text = told(ticked(spoken(checklist_of(3)), "+"), library, texts)
    assert "Block by block" not in text
    assert "\n\nStrong in a.\n\n" in text


def test_long_lists_say_how_many_more(library: Library, texts: Texts) -> None:
    """Three steps, ten names, and the number of the rest."""
    text = told(ticked(spoken(checklist_of(20)), "-"), library, texts)
    assert text.count("Next step:") == 3
    assert "And also: Point a4, " in text
    assert "Point a13 and 7 more" in text
    assert "Point a14" not in text


def test_since_last_time(library: Library, texts: Texts) -> None:
    """The pluses then, with the day; nothing without an earlier time."""
    of = checklist_of(4)
    text = told(ticked(of, "+"), library, texts, earlier=ticked(of, "+-"))
    assert "Last time (30 September 2025) it was 2 of 4." in text
    assert "Last time" not in told(ticked(of, "+"), library, texts)


@given(
    st.text("+-?", min_size=9, max_size=9),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=40)
def test_any_answers_are_told(library: Library, texts: Texts, signs: str, language: str) -> None:
    """Each point that is not there is named; numbers agree between picture and words."""
    attempt = ticked(spoken(checklist_of(4, 3, 2)), signs)
    one = shown(attempt, library, texts, language)
    text = check(twin_view(one), room=0).text
    facts = checklist_facts(one)
    for name in (*facts.missing.items, *facts.unsure.items):
        assert name in text
    pluses = signs.count("+")
    assert texts.line(language, "checklist-score", pluses=pluses, count=9) in text
    assert facts.share in text
    assert (facts.figure, sum(bar.yes for bar in facts.bars)) == (str(pluses), pluses)
    assert [len(facts.missing.items), len(facts.unsure.items)] == [
        signs.count("-"),
        signs.count("?"),
    ]


def test_advice_stands_before_the_other_ways(library: Library, texts: Texts) -> None:
    """A checklist without recommendations has no way to them."""
    of = checklist_of(3)
    bare = replace(of, sections=[replace(one, advice=None) for one in of.sections])
    for made, has_advice in ((of, True), (bare, False)):
        view = check(checklist_view(shown(ticked(made, "-"), library, texts)), room=0)
        assert (view.labels[0] == ["All recommendations"]) is has_advice


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_tell_pluses(language: str, library: Library, texts: Texts) -> None:
    """Among results and contacts: of how many, not a number out of a hundred."""
    done = finished(ticked(checklist_of(13), "++++++++-?--?"), campaign())
    say = speech(library, texts)
    (listed,), _ = check(results_view(person(language), [done], {}, NOW, say)).labels
    assert " · 8/13 · " in listed
    lead = Lead(1, 1, Contact("@anna_k"), NOW, done)
    admin = person(language, chat_id=ADMIN)
    assert " · 8/13" in check(leads.leads_view(admin, [lead], 1, 0, say), room=0).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contact_tells_the_total_alone(language: str, library: Library, texts: Texts) -> None:
    """No level, no sections and no picture: its points are single answers, which stay."""
    say, done = speech(library, texts), finished(ticked(spoken(checklist_of(9)), "++-"))
    lead = Lead(1, 1, Contact("@anna_k"), NOW, done)
    view = leads.told_view(lead, language, say)
    text = check(view, room=0).text
    assert texts.line(language, "checklist-score", pluses=6, count=9) in text
    assert "Point" not in text
    assert view.rows == []
    levels = [texts.line(language, f"level-{level}") for level in ("starting", "systematic")]
    assert not [level for level in levels if level in text]
    assert "62" not in text
    row = _row(lead, language, say)
    assert row[-4:] == [texts.line(language, "checklist-score", pluses=6, count=9), None, "", ""]
    asked = check(leads.consent_view(person(language), done, say)).text
    the_map = finished(answered(library.instruments["map"], {}))
    on_map = check(leads.consent_view(person(language), the_map, say)).text
    picture = {"ru": "картинка", "uk": "картинка", "en": "picture"}[language]
    assert (picture in asked, picture in on_map) == (False, True)
