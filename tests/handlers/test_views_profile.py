"""A profile in words: its twin, the facts of its picture and of its worksheet."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Library, load_library
from content.texts import Texts
from domain.attempt import Attempt
from domain.kinds import Mode, Scoring
from domain.languages import LANGUAGES
from domain.questionnaire import MAX_WRITTEN, SKIPPED, Instrument, Profile, Value
from handlers.callbacks import Go, To
from handlers.views.profile_result import (
    profile_caption,
    profile_facts,
    worksheet_caption,
    worksheet_facts,
)
from handlers.views.shown import Shown
from handlers.views.totals import total_cell, total_in_brief
from handlers.views.twins import twin_view
from preview.rules import CAPTION_LENGTH
from tests.support.screens import NASTY, campaign, check, check_html, finished, speech
from tests.support.stretched import longest

RELATIONS = load_library().instruments["relations"]
CODES = [question.code for question in RELATIONS.questions]


def _stretched() -> Instrument:
    """The same shape with every text as long as it may be."""
    sections = [
        replace(
            block,
            title=longest("title"),
            questions=[
                replace(
                    question,
                    name=longest("name"),
                    text=longest("text"),
                    ends=(longest("label"), longest("label")),
                    step=longest("step"),
                    optional=True,
                )
                for question in block.questions
            ],
        )
        for block in RELATIONS.blocks
    ]
    return replace(RELATIONS, title=longest("title"), sections=sections)


STRETCHED = _stretched()


def taken(pattern: str, of: Instrument = RELATIONS) -> Attempt:
    """Every question rated by a pattern that repeats; `-` is skipped."""
    answers: dict[str, Value] = {
        code: SKIPPED if sign == "-" else int(sign)
        for code, sign in zip(CODES, pattern * len(CODES), strict=False)
    }
    return Attempt("aB3_-9zZ", of, Mode.FULL, Profile(role="manager"), answers, None)


def shown(
    attempt: Attempt,
    language: str,
    library: Library,
    texts: Texts,
    words: Mapping[str, str] | None = None,
) -> Shown:
    """An attempt told by an operator with long settings."""
    say = speech(library, texts, stretched=True)
    return Shown(finished(attempt, campaign()), language, say, words=words or {})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pattern", ["1", "5", "3", "15", "24135", "-", "5-", "1----------"])
@pytest.mark.parametrize("of", [RELATIONS, STRETCHED], ids=["own", "stretched"])
def test_everything_fits(
    of: Instrument, pattern: str, language: str, library: Library, texts: Texts
) -> None:
    """Twin and captions, for the extremes of answers, content and notes."""
    for note in ("", NASTY, "&" * MAX_WRITTEN, "😀" * MAX_WRITTEN):
        words = dict.fromkeys(CODES, note) if note else {}
        one = shown(taken(pattern, of), language, library, texts, words)
        twin = check(twin_view(one), room=0)
        assert one.title in twin.text
        assert one.viewpoint in twin.text
        check_html(profile_caption(one), CAPTION_LENGTH)
        check_html(worksheet_caption(one), CAPTION_LENGTH)
        if note:
            assert note not in twin.text, "notes stand in the worksheet only"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_of_what_is_told(language: str, library: Library, texts: Texts) -> None:
    """The highest and the lowest three, ties in the questions' order, the others counted."""
    one = shown(taken("51432514325"), language, library, texts)
    speak = texts.speaker(language)
    text = check(twin_view(one), room=0).text
    head, _, low = text.partition(speak("profile-low"))
    _, _, high = head.partition(speak("profile-high"))

    def told(part: str) -> list[str]:
        names = {q.name[language]: q.code for q in RELATIONS.questions}
        lines = [line.removeprefix("• ") for line in part.splitlines() if line.startswith("• ")]
        return [names[line.partition(" — ")[0]] for line in lines]

    assert told(high) == ["13", "18", "23"]
    assert speak("and-more", count=2) in high
    assert told(low) == ["14", "19", "17"]
    assert speak("and-more", count=3) in low
    for code in told(low):
        step = RELATIONS.by_code[code].step
        assert step
        assert step[language] in low
    assert not any((q.step or {})[language] in high for q in RELATIONS.questions)


@pytest.mark.parametrize(
    ("pattern", "high", "low"),
    [("5", True, False), ("1", False, True), ("3", False, True), ("4", True, False)],
)
def test_no_contrast_is_invented(
    pattern: str, high: object, low: object, library: Library, texts: Texts
) -> None:
    """A profile of equal ratings says what there is none of."""
    text = check(twin_view(shown(taken(pattern), "en", library, texts)), room=0).text
    assert (texts.line("en", "profile-no-high") in text) is not high
    assert (texts.line("en", "profile-no-low") in text) is not low


@pytest.mark.parametrize(
    ("language", "said"), [("ru", "3,6 из 5"), ("uk", "3,6 з 5"), ("en", "3.6 of 5")]
)
def test_the_mean(language: str, said: str, library: Library, texts: Texts) -> None:
    """The same in words, on the picture and on the worksheet, as each language writes it."""
    one = shown(taken("44343434443"), language, library, texts)
    assert said in check(twin_view(one), room=0).text
    assert said in check_html(profile_caption(one))
    assert profile_facts(one).mean == said
    assert said in worksheet_facts(one).mean


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mean(language: str, library: Library, texts: Texts) -> None:
    """Nothing was rated: every place says why there is no figure."""
    one = shown(taken("-", STRETCHED), language, library, texts)
    why = texts.line(language, "profile-mean-missing")
    assert why in check(twin_view(one), room=0).text
    facts = profile_facts(one)
    assert (facts.mean, facts.mean_caption) == ("", why)
    assert worksheet_facts(one).mean == why
    assert [item.level for part in facts.sections for item in part.items] == [None] * len(CODES)


def test_notes_stand_where_they_belong(library: Library, texts: Texts) -> None:
    """Marked on the picture, in full on the worksheet, counted in the twin; nothing else is."""
    words = {"13": NASTY, "23": "a\n\nb", "gone": "of a question that is no more"}
    one = shown(taken("3"), "en", library, texts, words)
    items = [item for part in profile_facts(one).sections for item in part.items]
    sheet = [item for part in worksheet_facts(one).sections for item in part.items]
    assert [item.has_note for item in items] == [True, *[False] * 9, True]
    assert [item.note for item in sheet] == [NASTY, *[""] * 9, "a\n\nb"]
    text = check(twin_view(one), room=0).text
    assert texts.line("en", "profile-notes", count=2) in text
    assert NASTY not in repr(profile_facts(one))
    without = check(twin_view(shown(taken("3"), "en", library, texts)), room=0).text
    assert texts.line("en", "profile-no-notes") in without


def test_steps_on_the_worksheet(library: Library, texts: Texts) -> None:
    """Each has its next step, but the highest rating has none to take."""
    sheet = worksheet_facts(shown(taken("54321"), "uk", library, texts))
    for item in (item for part in sheet.sections for item in part.items):
        assert bool(item.step) is (item.level != 5)


def test_the_document_is_offered(library: Library, texts: Texts) -> None:
    """In the language in which the result was told."""
    screen = check(twin_view(shown(taken("3"), "uk", library, texts)), room=0)
    assert screen.labels[0] == [texts.line("uk", "button-document")]
    assert screen.labels[1] == [texts.line("uk", "button-share")]
    assert Go.unpack(screen.data[0]) == Go(to=To.DOCUMENT, arg="aB3_-9zZ.uk")
    assert RELATIONS.scoring is Scoring.PROFILE


@given(
    st.lists(st.sampled_from([1, 2, 3, 4, 5, SKIPPED, None]), min_size=11, max_size=11),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=30)
def test_any_answers_fit(
    library: Library, texts: Texts, values: list[Value | None], language: str
) -> None:
    """Whatever people answer, everything can be told, and each question stands once."""
    answers = {code: v for code, v in zip(CODES, values, strict=True) if v is not None}
    attempt = Attempt("aB3_-9zZ", STRETCHED, Mode.FULL, answers=answers)
    one = shown(attempt, language, library, texts)
    check(twin_view(one), room=0)
    for facts in (profile_facts(one), worksheet_facts(one)):
        levels = [item.level for part in facts.sections for item in part.items]
        assert levels == [value if isinstance(value, int) else None for value in values]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_and_tables_write_the_mean_as_the_picture_does(
    language: str, library: Library, texts: Texts
) -> None:
    """On the ratings' own scale, not the 60 of 100 that is stored."""
    one = shown(taken("51432514325"), language, library, texts)
    say = speech(library, texts)
    mean = profile_facts(one).mean
    assert total_in_brief(one.attempt, language, say) == mean
    assert total_cell(one.attempt, language, say) == mean
    nothing = shown(taken("-", STRETCHED), language, library, texts).attempt
    assert (total_in_brief(nothing, language, say), total_cell(nothing, language, say)) == (
        "",
        None,
    )
