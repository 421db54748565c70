"""All answers before the result, and a canvas in words: whatever was written, it fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.library import Library
from content.texts import Texts
from domain.attempt import Attempt
from domain.kinds import Mode
from domain.languages import LANGUAGES
from domain.person import Finished, Person
from domain.questionnaire import MAX_WRITTEN, SKIPPED, WRITTEN
from handlers.callbacks import Review, ReviewDo
from handlers.views.canvas_result import canvas_facts, canvas_twin
from handlers.views.context import Speech
from handlers.views.journey_parts import units
from handlers.views.question import question_view
from handlers.views.review import review_view
from handlers.views.room import ROOM, fitted
from handlers.views.shown import Shown
from tests.support.made import NOW, someone
from tests.support.screens import speech

_MOST = 4096
_CODES = ("mission", "feelings", *(f"{letter}{n}" for letter in "pm" for n in range(1, 6)))
_TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=400), max_size=14)


def _attempt(library: Library, **answers: str) -> Attempt:
    given = {**dict.fromkeys(_CODES, WRITTEN), **answers}
    return Attempt(
        "AAAAAAAA", library.instruments["strategy"], Mode.FULL, answers=given, position=None
    )


def _person(attempt: Attempt, language: str) -> Person:
    return someone(id=1, language=language, attempt=attempt, attempt_id=1)


def _shown(attempt: Attempt, language: str, say: Speech, words: dict[str, str]) -> Shown:
    return Shown(Finished(1, attempt, NOW, None), language, say, words=words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["<b>&" * 250, "🙂" * MAX_WRITTEN, "Так"], ids=["html", "emoji", "short"]
)
def test_everything_fits(library: Library, texts: Texts, language: str, text: str) -> None:
    """Twelve of the longest texts in one message, before the result and after it."""
    attempt, words = _attempt(library), dict.fromkeys(_CODES, text)
    review = review_view(_person(attempt, language), words, speech(library, texts))
    twin = canvas_twin(_shown(attempt, language, speech(library, texts), words))
    for view in (review, twin):
        assert units(view.text) < _MOST
    cut = texts.line(language, "review-cut")
    assert (cut in review.text) is (len(text) > 3)
    assert "<b><b>" not in review.text + twin.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_answer_can_be_changed(library: Library, texts: Texts, language: str) -> None:
    """A button each, behind what it is about; what was declined can be added."""
    attempt = _attempt(library, p5=SKIPPED, m2=SKIPPED)
    words = {code: f"words of {code}" for code in _CODES}
    view = review_view(_person(attempt, language), words, speech(library, texts))
    instrument = attempt.instrument
    buttons = [button for row in view.rows for button in row]
    changed = [
        instrument.questions[button.data.n].code
        for button in buttons
        if isinstance(button.data, Review) and button.data.do is ReviewDo.CHANGE
    ]
    assert changed == ["mission", "feelings", "p1", "m1", "p2", "m2", "p3", "m3", "p4", "m4", "p5"]
    added = [button.label for button in buttons if button.label.startswith("+ ")]
    names = [instrument.by_code[code].name[language] for code in ("m2", "p5")]
    assert added == [f"+ {name}" for name in names]
    for code in ("mission", "p3", "m3"):
        assert f"</b>\nwords of {code}" in view.text
    assert "words of p5" not in view.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_review_is_compact(library: Library, texts: Texts, language: str) -> None:
    """What ends it comes first; a principle and what it means share a row, and so do the heads."""
    say = speech(library, texts)
    view = review_view(_person(_attempt(library), language), dict.fromkeys(_CODES, "x"), say)
    assert [button.label for button in view.rows[0]] == [
        texts.line(language, "button-review-done")
    ]
    assert [len(row) for row in view.rows] == [1, 2, 2, 2, 2, 2, 2, 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_are_told_once(library: Library, texts: Texts, language: str) -> None:
    """The title says which step of four it is; the bar beside it has no other number."""
    attempt = _attempt(library).revisited(0)
    view = question_view(_person(attempt, language), "", speech(library, texts))
    assert "▰" * 10 + "\n" in view.text


def test_what_counts_is_drawn(library: Library, texts: Texts) -> None:
    """Principles with what they mean; what was declined or is not asked any longer is left out."""
    attempt = _attempt(library, p5=SKIPPED, m2=SKIPPED)
    words = {code: f"words of {code}" for code in _CODES}
    facts = canvas_facts(_shown(attempt, "uk", speech(library, texts), words))
    assert (facts.mission.heading, facts.mission.text) == ("Місія", "words of mission")
    assert facts.feelings.text == "words of feelings"
    assert [(one.text, one.practice) for one in facts.principles] == [
        ("words of p1", "words of m1"), ("words of p2", ""), ("words of p3", "words of m3"),
        ("words of p4", "words of m4"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_quotes(library: Library, texts: Texts, language: str) -> None:
    """The principle stands above the question what it means."""
    instrument = library.instruments["strategy"]
    ordinal = instrument.questions.index(instrument.by_code["m1"])
    attempt = _attempt(library).revisited(ordinal)
    view = question_view(
        _person(attempt, language), "mine", speech(library, texts), "<quoted> & kept"
    )
    quote, question = "<blockquote>&lt;quoted&gt; &amp; kept</blockquote>", attempt.question
    assert view.text.index(quote) < view.text.index(question.text[language])
    labels = [button.label for row in view.rows for button in row]
    assert texts.line(language, "button-review") in labels


@given(_TEXTS, st.integers(40, ROOM))
def test_the_longest_are_cut(texts: list[str], room: int) -> None:
    """All to one length; what is shorter stays whole, and nothing is cut without need."""
    shown = fitted(texts, room)
    lengths = [len(text.encode("utf-16-le")) // 2 for text in texts]
    if sum(lengths) <= room:
        assert list(shown) == texts
        return
    assert sum(len(text.encode("utf-16-le")) // 2 for text in shown) <= room
    told = [*zip(lengths, texts, shown, strict=True)]
    whole = [length for length, text, one in told if text == one]
    cut = [length for length, text, one in told if text != one]
    assert cut
    assert max(whole, default=0) <= min(cut)
    for _, text, one in told:
        assert one == text or text.startswith(one[:-1])
