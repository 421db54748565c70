"""The picture of a profile: every rating in its place, whatever the words."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from results.facts_profile import ProfileFacts, RatedItem
from results.profile import ProfilePainter
from results.theme import BLUE, HEIGHT, MARGIN, ORANGE, SMALLEST, WIDTH
from tests.results import pictures
from tests.results.profiles import LONG_END, LONG_NAME, LONG_TITLE, item, profile

LEVELS = (2, 4, 1, 3, 1, 4, 2, 5, 3, 2, 4)


@pytest.fixture(scope="module")
def profile_painter() -> ProfilePainter:
    """One painter for all tests."""
    return ProfilePainter()


def _usual(**fields: object) -> ProfileFacts:
    made = profile([item(level, has_note=level == 1) for level in LEVELS])
    return replace(made, **fields)  # type: ignore[arg-type]


def _titled(facts: ProfileFacts, title: str) -> ProfileFacts:
    return replace(facts, sections=[replace(part, title=title) for part in facts.sections])


_LONG = [item(n % 6 or None, name=LONG_NAME, end=LONG_END, has_note=n % 2 == 0) for n in range(20)]
CASES: dict[str, tuple[ProfileFacts, int]] = {
    "usual": (_usual(), 1),
    "no notes": (profile([item(3)] * 11), 1),
    "all low": (profile([item(1)] * 11), 1),
    "all high, all noted": (profile([item(5, has_note=True)] * 11), 1),
    "no rating": (profile([item(None)] * 11), 1),
    "no mean": (_usual(mean="", mean_caption="Для середнього забракло оцінок"), 1),
    "no brand": (_usual(brand=""), 1),
    "wide title": (_usual(title="Щ" * 60, brand="Щ" * 40, viewpoint="Щ" * 90), 2),
    "one": (profile([item(2)], 1), 1),
    "nothing was asked": (profile([], 1), 1),
    "no ends": (profile([item(2, end="")] * 11), 1),
    "twenty": (profile([item(n % 5 + 1) for n in range(20)]), 2),
    "twenty in one section": (profile([item(n % 5 + 1) for n in range(20)], 1), 2),
    "twenty long ones": (_titled(profile(_LONG, 4), LONG_TITLE), 4),
    "eleven long ones": (_titled(profile(_LONG[:11], 4), "Щ" * 60), 2),
    "eight points": (profile([item(n % 8 + 1) for n in range(11)], points=8), 1),
    "three points": (profile([item(n % 3 + 1) for n in range(11)], points=3), 1),
}


@pytest.mark.parametrize(("facts", "count"), CASES.values(), ids=list(CASES))
def test_everything_fits(profile_painter: ProfilePainter, facts: ProfileFacts, count: int) -> None:
    """Nothing too small, clipped or overlapping; as few pictures as hold it; all words whole."""
    album = profile_painter.paint(facts)
    assert len(album) == len(profile_painter.written) == count
    for picture, page in zip(album, profile_painter.written, strict=True):
        pictures.check(picture, page, (WIDTH, HEIGHT), margin=MARGIN - 8, smallest=SMALLEST)
    said = "".join(_said(profile_painter)).replace("-", "").replace(" ", "")
    for part in facts.sections:
        for one in part.items:
            for text in (one.name, one.low, one.high):
                assert text.replace("-", "").replace(" ", "") in said


def _said(painter: ProfilePainter) -> list[str]:
    return [line.text for page in painter.written for line in page]


def _numbers(painter: ProfilePainter, size: int) -> list[str]:
    """The figures of this size on the tracks, from top to bottom."""
    return [
        line.text
        for page in painter.written
        for line in page
        if line.text.isdigit() and line.size == size
    ]


def test_each_rating_is_marked(profile_painter: ProfilePainter) -> None:
    """Larger, filled and bold, at its point; a note has a mark of its own; both explained."""
    facts = _usual()
    picture = pictures.pixels(profile_painter.paint(facts)[0])
    in_order = [one.level for part in facts.sections for one in part.items]
    assert _numbers(profile_painter, 24) == [str(level) for level in in_order]
    assert len(_numbers(profile_painter, SMALLEST)) == 11 * (facts.points - 1)
    blue, orange = pictures.near(picture, BLUE), pictures.near(picture, ORANGE)
    noted = [one.has_note for part in facts.sections for one in part.items]
    marks = [
        line for line in profile_painter.written[0] if line.size == 24 and line.text.isdigit()
    ]
    for mark, has_note in zip(marks, noted, strict=True):
        across = round((mark.box.left + mark.box.right) / 2)
        down = round((mark.box.top + mark.box.bottom) / 2)
        assert blue[down - 14 : down + 14, across - 15].mean() > 0.4
        edge = orange[down - 10 : down + 10, WIDTH - MARGIN - 20]
        assert bool(edge.mean() > 0.5) is has_note
    assert facts.noted in _said(profile_painter)
    lefts = {mark.text: mark.box.left for mark in marks}
    assert [lefts[str(n)] for n in range(1, 6)] == sorted(lefts.values())


def test_without_notes_nothing_is_said_of_them(profile_painter: ProfilePainter) -> None:
    """No mark, no legend."""
    facts = profile([item(3)] * 11)
    picture = pictures.pixels(profile_painter.paint(facts)[0])
    assert facts.noted not in _said(profile_painter)
    assert not pictures.near(picture, ORANGE).any()


def test_what_was_not_rated_says_so(profile_painter: ProfilePainter) -> None:
    """In words, in place of the points."""
    facts = profile([item(None), item(2)], 1)
    profile_painter.paint(facts)
    assert _said(profile_painter).count(facts.missing) == 1
    assert _numbers(profile_painter, 24) == ["2"]


def test_a_section_stays_together(profile_painter: ProfilePainter) -> None:
    """Whole sections on pages of about the same length; a longer one goes on under its title."""
    profile_painter.paint(CASES["twenty"][0])
    pages = [[line.text for line in page] for page in profile_painter.written]
    titles = [[text for text in page if text.startswith("Розділ")] for page in pages]
    assert titles == [["Розділ 1", "Розділ 2"], ["Розділ 3", "Розділ 4"]]
    assert ["1 / 2" in page[-1] for page in pages] == [True, False]
    profile_painter.paint(CASES["twenty in one section"][0])
    assert _said(profile_painter).count("Розділ 1") == 2


@settings(max_examples=25)
@given(
    st.lists(
        st.builds(
            RatedItem,
            st.text(max_size=28),
            st.text(max_size=60),
            st.text(max_size=60),
            st.none() | st.integers(1, 5),
            st.booleans(),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_any_words(profile_painter: ProfilePainter, items: Sequence[RatedItem]) -> None:
    """Whatever an operator writes, it is drawn within the picture."""
    facts = profile(items, min(4, len(items)))
    for picture, page in zip(profile_painter.paint(facts), profile_painter.written, strict=True):
        pictures.check(picture, page, (WIDTH, HEIGHT), margin=MARGIN - 8, smallest=SMALLEST)
    assert len(_numbers(profile_painter, 24)) >= sum(one.level is not None for one in items)


def test_the_same_facts_give_the_same_bytes(profile_painter: ProfilePainter) -> None:
    """Whatever was painted before."""
    first = profile_painter.paint(_usual())
    profile_painter.paint(CASES["twenty long ones"][0])
    assert profile_painter.paint(_usual()) == first
    assert ProfilePainter().paint(_usual()) == first
