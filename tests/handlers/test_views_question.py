"""Every question of every instrument as a screen that Telegram takes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Library, load_library
from content.texts import Texts
from domain.attempt import Attempt
from domain.kinds import Kind, Mode, Scoring, Unit
from domain.languages import LANGUAGES
from domain.numerals import show_number, show_percents
from domain.questionnaire import (
    MAX_WRITTEN,
    READ,
    SKIPPED,
    UNKNOWN,
    UNSURE,
    WRITTEN,
    YES,
    Instrument,
    Profile,
    Question,
    Section,
    Value,
)
from handlers.callbacks import Move, Pick, Step
from handlers.views.question import answer_label, question_view
from preview.rules import INLINE_BUTTONS, INLINE_BUTTONS_IN_ROW
from tests.support.calculators import calculators
from tests.support.questionnaires import answered, block, instrument, question
from tests.support.screens import KEY, NASTY, Checked, check, person, speech
from tests.support.stretched import stretched

EVERYBODY = Profile(role="employee")
INSTRUMENTS = [*load_library().instruments.values(), stretched(), calculators()]
WORDS = [
    "",
    "x",
    ("😀" * MAX_WRITTEN)[:MAX_WRITTEN],
    (NASTY * 80)[:MAX_WRITTEN],
    "&" * MAX_WRITTEN,
]


def places(of: Instrument) -> Iterator[Attempt]:
    """An attempt at each question: nothing answered, and everything answered before it."""
    for ordinal, asked in enumerate(of.questions):
        before: dict[str, Value] = {q.code: some_answer(q) for q in of.questions[:ordinal]}
        for answers in ({}, before, {**before, asked.code: some_answer(asked)}):
            for mode in Mode:
                if of.asks(asked, mode):
                    yield Attempt(KEY, of, mode, EVERYBODY, answers, ordinal)


def some_answer(asked: Question) -> Value:
    """The answer that reads longest."""
    match asked.kind:
        case Kind.SCALE:
            return len(asked.options)
        case Kind.LIKELIHOOD:
            return 10
        case Kind.TEXT | Kind.JOURNEY:
            return WRITTEN
        case Kind.NUMBER:
            return 1234567890.5
        case Kind.NUMBERS:
            return WRITTEN
        case _:
            return asked.tokens[-1] if asked.tokens else READ


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", INSTRUMENTS, ids=lambda of: str(of.id))
def test_every_question_fits(
    of: Instrument, language: str, library: Library, texts: Texts
) -> None:
    """With and without examples, at each place, the buttons complete and in their places."""
    say = speech(library, texts)
    for attempt in places(of):
        asked = attempt.question
        for levels in (False, True):
            here = replace(
                person(language, attempt),
                context={"levels": attempt.position or 0} if levels else {},
            )
            screen = check(question_view(here, "", say))
            assert all(len(row) <= INLINE_BUTTONS_IN_ROW for row in screen.labels)
            assert sum(map(len, screen.labels)) <= INLINE_BUTTONS
            picks = [Pick.unpack(data) for data in screen.data if data.startswith("a1:")]
            assert sorted(pick.v for pick in picks) == sorted(asked.tokens)
            assert {(pick.key, pick.n) for pick in picks} <= {(KEY, attempt.position)}
            last = [Step.unpack(data).do for data in screen.data if data.startswith("s1:")]
            shown = ["hide" if levels else "levels"] if asked.levels else []
            takes_words = asked.is_written or asked.takes_note
            written = takes_words and asked.code in attempt.answers
            assert last == [*(["next"] if written else []), *ways_back(attempt, shown)]


def ways_back(attempt: Attempt, shown: list[str]) -> list[str]:
    """The last row: a calculator has no pause, and is left from its first question."""
    if attempt.instrument.scoring is not Scoring.CALCULATION:
        return ["back", *shown, "pause"]
    return ["back"] if attempt.position else []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", WORDS, ids=lambda words: f"{words[:8]!r}x{len(words)}")
def test_longest_words(words: str, language: str, library: Library, texts: Texts) -> None:
    """What was written is shown whole and as it was written, whatever it looks like."""
    for of in INSTRUMENTS:
        for ordinal, asked in enumerate(of.questions):
            if asked.keeps_words:
                is_text = asked.kind is Kind.TEXT
                value: dict[str, Value] = {asked.code: WRITTEN} if words and is_text else {}
                attempt = Attempt(KEY, of, Mode.FULL, EVERYBODY, value, ordinal)
                screen = check(
                    question_view(person(language, attempt), words, speech(library, texts))
                )
                assert words in screen.text
                does = [Step.unpack(data).do for data in screen.data if data.startswith("s1:")]
                assert (Move.DROP_NOTE in does) is (bool(words) and asked.takes_note)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs"]), min_size=1, max_size=200))
@settings(max_examples=40)
def test_any_words_are_shown_as_written(library: Library, texts: Texts, words: str) -> None:
    """Text from people never becomes markup."""
    of = library.instruments["map"]
    ordinal = [q.code for q in of.questions].index("own_nps_reason")
    attempt = Attempt(KEY, of, Mode.FULL, EVERYBODY, {"own_nps_reason": WRITTEN}, ordinal)
    assert words in check(question_view(person("en", attempt), words, speech(library, texts))).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_places_on_every_statement(language: str, library: Library, texts: Texts) -> None:
    """1 to 5, the two other answers, back · examples · pause: the thumb need not look."""
    of = library.instruments["map"]
    seen = set()
    for attempt in places(of):
        if attempt.question.kind is Kind.SCALE:
            view = question_view(person(language, attempt), "", speech(library, texts))
            seen.add(tuple(tuple(row) for row in check(view).labels))
    assert len(seen) == 1
    first, second, third = seen.pop()
    assert first == ("1", "2", "3", "4", "5")
    assert (len(second), len(third)) == (2, 3)
    assert all(len(label) <= 16 for label in (*second, *third))


def test_likelihood_rows(library: Library, texts: Texts) -> None:
    """0 1 2 3 / 4 5 6 7 / 8 9 10, low to high."""
    attempt = Attempt(KEY, library.instruments["map"], Mode.FULL, EVERYBODY).started()
    screen = check(question_view(person("en", attempt), "", speech(library, texts)))
    assert screen.labels[:3] == [list("0123"), list("4567"), ["8", "9", "10"]]


def test_what_the_screen_says(library: Library, texts: Texts) -> None:
    """Block and its number, progress, statement, hint, numbered labels, the answer before."""
    of = library.instruments["map"]
    answers: dict[str, Value] = {"own_nps": 9, "own_enps": 0, "1.1": 4}
    attempt = Attempt(KEY, of, Mode.FULL, EVERYBODY, answers).started()
    asked = of.by_code["1.2"]
    who = replace(person("en", attempt), context={"taken": 2, "changed": False})
    text = check(question_view(who, "", speech(library, texts))).text
    assert text.startswith("Block 1 of 8 · The customer\n▱▱▱▱▱▱▱▱▱▱ 1 of 43\n\n")
    for part in (asked.text["en"], (asked.hint or {})["en"], "1 — Not at all\n2 — Isolated cases"):
        assert part in text
    assert text.endswith("Saved: 4 — Mostly")
    assert asked.levels[1]["en"] not in text
    changed = replace(who, context={"taken": 0, "changed": True})
    told = check(question_view(changed, "", speech(library, texts))).text
    assert told.endswith("Changed: 9 out of 10")
    for context in ({}, {"taken": 3}, {"taken": 99}):
        nothing = replace(who, context=context)
        assert check(question_view(nothing, "", speech(library, texts))).text in text
    shown = replace(who, context={**who.context, "levels": 3})
    with_examples = check(question_view(shown, "", speech(library, texts))).text
    for level in (1, 3, 5):
        assert asked.levels[level]["en"] in with_examples
    stale = replace(who, context={**who.context, "levels": 2})
    assert check(question_view(stale, "", speech(library, texts))).text == text


def test_cheer_after_a_block(library: Library, texts: Texts) -> None:
    """Once, above the first question of the next block, and not when somebody comes back."""
    of = library.instruments["map"]
    answers: dict[str, Value] = {q.code: 3 for q in of.questions[:8]}
    attempt = Attempt(KEY, of, Mode.FULL, EVERYBODY, answers).started()
    cheer = (of.blocks[0].cheer or {})["en"]
    say = speech(library, texts)
    assert attempt.question.code == "2.1"
    assert check(question_view(person("en", attempt), "", say)).text.startswith(cheer)
    back = replace(attempt, answers={**answers, "2.1": 3})
    assert cheer not in check(question_view(person("en", back), "", say)).text
    gap = replace(attempt, answers={c: v for c, v in answers.items() if c != "1.3"}, position=8)
    assert cheer not in check(question_view(person("en", gap), "", say)).text


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.SCALE, 2, "2 — 2"),
        (Kind.SCALE, UNKNOWN, "Don’t know"),
        (Kind.LIKELIHOOD, 0, "0 out of 10"),
        (Kind.YES_NO, YES, "Yes"),
        (Kind.YES_NO, UNSURE, "Not sure"),
        (Kind.NUMBER, 12.0, "12"),
        (Kind.NUMBER, 12.5, "12.5"),
        (Kind.NUMBER, 1234567.0, "1,234,567"),
        (Kind.NUMBER, 1234567.25, "1,234,567.25"),
        (Kind.TEXT, SKIPPED, "skipped"),
        (Kind.CHOICE, "red", "red"),
        (Kind.CHOICE, "gone", ""),
        (Kind.CHOICE, "no", "no"),
        (Kind.CHOICE, "unknown", "unknown"),
    ],
)
def test_answer_in_words(kind: Kind, value: Value, expected: str, texts: Texts) -> None:
    """As people gave it: a number keeps its digits, an option its own label."""
    asked = question("q", kind, choices=("red", "no", "unknown"))
    assert answer_label(asked, value, "en", texts.speaker("en")) == expected


def test_choices_by_length(library: Library, texts: Texts) -> None:
    """Short ones two a row, longer ones one a row, long ones in the text with numbers."""
    say = speech(library, texts)

    def screen(*labels: str) -> list[list[str]]:
        of = instrument(Section("s", (question("q", Kind.CHOICE, choices=labels),)))
        return check(question_view(person("en", answered(of, {})), "", say)).labels[:-1]

    assert screen("a", "b", "c") == [["a", "b"], ["c"]]
    assert screen("a" * 17, "b") == [["a" * 17, "b"]]
    assert screen("a" * 18, "b", "c") == [["a" * 18], ["b", "c"]]
    assert screen("a" * 29, "b", "c", "d", "e") == [["1", "2", "3", "4"], ["5"]]


def test_nobody_without_an_attempt_is_asked(library: Library, texts: Texts) -> None:
    """A mistake of ours is told apart from a screen."""
    with pytest.raises(LookupError):
        question_view(person("en"), "", speech(library, texts))


def test_a_block_without_title_texts(library: Library, texts: Texts) -> None:
    """Sections of one's own may have no title, hint or cheer."""
    plain = replace(block("a", question("a1")), title=None)
    of = instrument(plain, Section("b", (question("b1"),)))
    for ordinal in (0, 1):
        attempt = replace(answered(of, {"a1": 3}), position=ordinal)
        assert (
            "Text of"
            in check(question_view(person("ru", attempt), "", speech(library, texts))).text
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rating_with_a_note(language: str, library: Library, texts: Texts) -> None:
    """One quiet line says that a note may be sent; a kept one can be read, replaced, removed."""
    asked = replace(question("q", Kind.RATING), points=5, takes_note=True)
    at_it = answered(instrument(Section("s", (asked,))), {}).started()
    say, speak = speech(library, texts), texts.speaker(language)

    def screen(attempt: Attempt, words: str) -> Checked:
        return check(question_view(person(language, attempt), words, say))

    points = ["1", "2", "3", "4", "5"]
    ways = [speak("button-back"), speak("button-pause")]
    empty = screen(at_it, "")
    assert speak("note-ask") in empty.text
    assert empty.labels == [points, ways]
    noted = screen(at_it, NASTY)
    assert f"{speak('note-kept')}\n{NASTY}\n{speak('note-change')}" in noted.text
    assert speak("note-ask") not in noted.text
    assert noted.labels == [[speak("button-note-drop")], points, ways]
    rated = screen(replace(at_it, answers={"q": 4}, position=0), NASTY)
    assert rated.labels[-2:] == [[speak("button-next")], ways]
    assert speak("answer-now", answer=speak("answer-rating", score="4", points=5)) in rated.text


def test_a_rating_without_notes(library: Library, texts: Texts) -> None:
    """As surveys ask: nothing about notes, and no way on but an answer."""
    asked = replace(question("q", Kind.RATING), points=7)
    attempt = replace(answered(instrument(Section("s", (asked,))), {"q": 3}).started(), position=0)
    screen = check(question_view(person("en", attempt), "", speech(library, texts)))
    assert texts.line("en", "note-ask") not in screen.text
    assert screen.labels == [[str(n) for n in range(1, 8)], ["‹ Back", "Pause"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_that_was_read(language: str, library: Library, texts: Texts) -> None:
    """The next screen says how, by name; a number that is there is kept by one tap."""
    percent = replace(question("p", Kind.NUMBER), unit=Unit.PERCENT)
    asked = (question("n", Kind.NUMBER), percent, question("c", Kind.CHOICE, choices=("a", "b")))
    plain = instrument(Section("s", asked))
    say, speak = speech(library, texts), texts.speaker(language)

    def screen(of: Instrument, position: int, **answers: Value) -> Checked:
        attempt = replace(answered(of, answers), position=position)
        return check(question_view(person(language, attempt), "", say))

    def told(shown: str, ordinal: int) -> str:
        return speak("number-before", name=asked[ordinal].name[language], number=shown)

    first = screen(plain, 0, n=1000.0)
    assert first.labels[0] == [speak("button-number-keep", number=show_number(1000, language))]
    assert told("", 0) not in first.text
    second = screen(plain, 1, n=-2.5, p=80.0)
    shown = show_percents(80, language)
    assert second.text.endswith(told(show_number(-2.5, language), 0))
    assert second.labels[0] == [speak("button-number-keep", number=shown)]
    third = screen(plain, 2, n=-2.5, p=80.0, c="b")
    assert third.text.endswith(f"{told(shown, 1)}\n\n{speak('answer-now', answer='b')}")
    calculator = replace(plain, scoring=Scoring.CALCULATION, sections=(Section("s", asked[:2]),))
    last = screen(calculator, 1, n=1.0, p=80.0)
    assert last.labels[0] == [speak("button-number-calculate", number=shown)]
    skipped = screen(plain, 1, n=SKIPPED, p=SKIPPED)
    assert skipped.labels[0] == [speak("button-next")]
    assert told("", 0) not in skipped.text
