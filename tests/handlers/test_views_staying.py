"""The reminder, the offer and the change in words and facts, in every language and at length."""

from dataclasses import replace
from datetime import timedelta

import pytest

from content.library import Library, load_library
from content.texts import Texts
from domain.attempt import Attempt
from domain.kinds import Mode
from domain.languages import LANGUAGES
from domain.person import Finished
from domain.questionnaire import UNKNOWN, Value
from handlers.callbacks import Stay, StayDo
from handlers.views.result import map_view
from handlers.views.shown import Shown
from handlers.views.staying import (
    change_caption,
    change_facts,
    change_impossible,
    offer_view,
    reminder_view,
)
from handlers.views.twins import twin_view
from preview.rules import CAPTION_LENGTH
from tests.support.screens import NOW, check, check_html, finished, person, speech
from tests.support.stretched import stretched

INSTRUMENTS = {"map": load_library().instruments["map"], "stretched": stretched()}
MAP = INSTRUMENTS["map"]
BEFORE = NOW - timedelta(days=90)


def by_blocks(*levels: Value | None, of: str = "map") -> Attempt:
    """One answer for each block."""
    instrument = INSTRUMENTS[of]
    repeated = [*levels] * len(instrument.blocks)
    answers: dict[str, Value] = {
        question.code: level
        for block, level in zip(instrument.blocks, repeated, strict=False)
        for question in block.questions
        if level is not None
    }
    return Attempt("aB3_-9zZ", instrument, Mode.FULL, answers=answers)


def told(
    library: Library, texts: Texts, language: str, before: Attempt, after: Attempt
) -> tuple[Shown, Finished]:
    """A later attempt as it is told, and the earlier one."""
    say = speech(library, texts, stretched=True)
    earlier = replace(finished(before), finished_at=BEFORE)
    return Shown(finished(after), language, say, earlier=earlier), earlier


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", INSTRUMENTS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((3,), (3,)),
        ((1,), (5,)),
        ((5,), (1,)),
        ((1, 5), (5, 1)),
        ((UNKNOWN,), (3,)),
        ((3, UNKNOWN), (UNKNOWN, 3)),
    ],
    ids=str,
)
def test_everything_fits(
    of: str,
    before: tuple[Value, ...],
    after: tuple[Value, ...],
    language: str,
    library: Library,
    texts: Texts,
) -> None:
    """Whatever changed, the caption can be sent, and the picture has all it needs."""
    one, earlier = told(
        library, texts, language, by_blocks(*before, of=of), by_blocks(*after, of=of)
    )
    check_html(change_caption(one, earlier), CAPTION_LENGTH)
    check(change_impossible(one, earlier), room=0)
    facts = change_facts(one, earlier)
    assert len(facts.pairs) == len(INSTRUMENTS[of].blocks)
    assert facts.before_caption != facts.after_caption
    assert all((facts.title, facts.subtitle, facts.headline_caption, facts.note, facts.missing))


def test_facts(library: Library, texts: Texts) -> None:
    """Totals and blocks as they are scored, rounded once; the words beside them."""
    one, earlier = told(
        library, texts, "en", by_blocks(*[3] * 8), by_blocks(4, 3, 3, 3, 3, 3, 3, 2)
    )
    facts, say = change_facts(one, earlier), texts.speaker("en")
    assert facts.headline == "50 → 50"
    assert facts.headline_caption == say("change-of", change=say("change-same"))
    assert [pair.after for pair in facts.pairs] == [75, 50, 50, 50, 50, 50, 50, 25]
    assert {pair.before for pair in facts.pairs} == {50}
    assert facts.before_caption == say("change-before", date="2 July 2026")
    assert facts.after_caption == say("change-after", date="30 September 2026")
    titles = [(block.title or {})["en"] for block in MAP.blocks]
    text = check_html(change_caption(one, earlier))
    assert say("change-moved", blocks=f"{titles[0]} (+25), {titles[7]} (−25)") in text
    assert say("change-note", points="3–6", highest=6) in text


def test_three_are_named(library: Library, texts: Texts) -> None:
    """And it is said how many more have moved."""
    one, earlier = told(library, texts, "en", by_blocks(3), by_blocks(4))
    text = check_html(change_caption(one, earlier))
    assert text.count("(+25)") == 3
    assert f"(+25) {texts.line('en', 'and-more', count=5)}" in text


@pytest.mark.parametrize(("level", "expected"), [(4, "change-more"), (2, "change-less")])
def test_more_and_less(level: int, expected: str, library: Library, texts: Texts) -> None:
    """The difference in points, with its direction in words."""
    one, earlier = told(library, texts, "en", by_blocks(3), by_blocks(level))
    facts = change_facts(one, earlier)
    say = texts.speaker("en")
    assert facts.headline_caption == say("change-of", change=say(expected, points=25))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("levels", "expected"), [([4, *[3] * 7], "change-same"), ([4] * 8, "change-more")]
)
def test_the_twin_says_what_the_picture_says(
    levels: list[Value], expected: str, language: str, library: Library, texts: Texts
) -> None:
    """Three points by one block are about the same in both, whatever the figures' difference."""
    one, earlier = told(library, texts, language, by_blocks(3), by_blocks(*levels))
    said = texts.line(language, expected, points=25)
    date = texts.date(language, BEFORE)
    text = check(map_view(one), room=0).text
    assert texts.line(language, "twin-change", date=date, change=said) in text
    assert change_facts(one, earlier).headline_caption.endswith(said)


def test_missing_blocks(library: Library, texts: Texts) -> None:
    """A block without a score in one of the two: no figure is made up, and it is said."""
    one, earlier = told(
        library, texts, "en", by_blocks(UNKNOWN, *[3] * 7), by_blocks(5, *[3] * 6, UNKNOWN)
    )
    facts = change_facts(one, earlier)
    first, last = facts.pairs[0], facts.pairs[-1]
    assert (first.before, first.after) == (None, 100)
    assert (last.before, last.after) == (50, None)
    text = check_html(change_caption(one, earlier))
    assert texts.line("en", "change-uneven") in text
    assert texts.line("en", "change-still") in text


def test_no_totals(library: Library, texts: Texts) -> None:
    """Too few answers the first time: the present total alone, and why."""
    one, earlier = told(library, texts, "en", by_blocks(UNKNOWN), by_blocks(4))
    facts = change_facts(one, earlier)
    assert facts.headline == "75"
    assert facts.headline_caption == texts.line("en", "change-no-total")
    back, later = told(library, texts, "en", by_blocks(4), by_blocks(UNKNOWN))
    assert change_facts(back, later).headline == ""


@pytest.mark.parametrize(
    ("wished", "expected"), [(None, set()), (False, {StayDo.WISH}), (True, {StayDo.UNWISH})]
)
def test_the_wish_under_the_result(
    wished: bool | None,  # noqa: FBT001 - a table's column
    expected: set[StayDo],
    library: Library,
    texts: Texts,
) -> None:
    """Offered, kept, or not there at all; comparing only where there is something to compare."""
    one, _ = told(library, texts, "en", by_blocks(3), by_blocks(4))
    for earlier, more in ((None, set()), (one.earlier, {StayDo.CHANGE})):
        view = twin_view(replace(one, is_wished=wished, earlier=earlier))
        data = [b.data for row in view.rows for b in row if isinstance(b.data, Stay)]
        assert {one.do for one in data} == expected | more
        assert {one.arg for one in data} <= {"aB3_-9zZ.en"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", INSTRUMENTS)
@pytest.mark.parametrize("mode", list(Mode))
def test_reminders(of: str, mode: Mode, language: str, library: Library, texts: Texts) -> None:
    """At each question: it fits, and says the title and that it comes once."""
    say = speech(library, texts, stretched=True)
    attempt = Attempt("aB3_-9zZ", INSTRUMENTS[of], mode).started()
    seen = set()
    while attempt.position is not None:
        checked = check(reminder_view(person(language, attempt), attempt, say), room=0)
        assert texts.line(language, "reminder-once") in checked.text
        assert len(checked.data) == 2
        seen.add(checked.text)
        attempt = (
            attempt.tapped(attempt.position, attempt.question.tokens[-1])
            if (attempt.question.tokens)
            else attempt.wrote("12").onwards(attempt.position)
        )
    assert len(seen) > (2 if of == "map" else 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meaning", ["same", "other"])
def test_offers(meaning: str, language: str, library: Library, texts: Texts) -> None:
    """Promises a comparison only where there will be one; counts the days since."""
    say = speech(library, texts)
    then = replace(finished(by_blocks(3)), finished_at=BEFORE)
    current = MAP if meaning == "same" else replace(MAP, meaning="other")
    view = offer_view(person(language), then, current, say, NOW)
    text = check(view).text
    keys = {"same": "again-promise", "other": "again-no-promise"}
    for name, key in keys.items():
        assert (texts.line(language, key, minutes=8) in text) is (name == meaning)
    assert "90" in text
