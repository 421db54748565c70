"""The map against the page that specifies it: what is asked, of whom, in which order."""

import pytest

from content.library import Library
from domain.attempt import Attempt
from domain.kinds import Kind, Mode, Scoring
from domain.languages import LANGUAGES
from domain.questionnaire import LIKELIHOOD_MAX, NOT_APPLICABLE, UNKNOWN, Instrument, Profile
from handlers.views.menu import minutes

COUNTS = (6, 6, 5, 4, 4, 9, 4, 5)
NEIGHBOURS = (
    {"1.4", "2.1"},
    {"3.4", "5.2", "8.5"},
    {"3.5", "7.1"},
    {"4.1", "8.2"},
)
REASONS = {"own_nps_reason": "own_nps", "own_enps_reason": "own_enps"}


@pytest.fixture(scope="module")
def the_map(library: Library) -> Instrument:
    """The customer-centricity map."""
    return library.instruments["map"]


def test_blocks(the_map: Instrument) -> None:
    """43 statements in 8 blocks, with the codes that exports and tests rely on."""
    assert [len(block.questions) for block in the_map.blocks] == list(COUNTS)
    assert the_map.scored_count(Mode.FULL) == 43
    codes = [[q.code for q in block.questions] for block in the_map.blocks]
    assert codes == [
        [f"{number}.{item}" for item in range(1, count + 1)]
        for number, count in enumerate(COUNTS, start=1)
    ]
    assert the_map.scoring is Scoring.BLOCKS
    assert the_map.profile


def test_scale(the_map: Instrument) -> None:
    """The same five levels on every statement, and two answers that are no level."""
    statements = [q for block in the_map.blocks for q in block.questions]
    assert {q.kind for q in statements} == {Kind.SCALE}
    assert {tuple(o.code for o in q.options) for q in statements} == {("1", "2", "3", "4", "5")}
    assert {tuple(o.code for o in q.extras) for q in statements} == {(UNKNOWN, NOT_APPLICABLE)}
    assert len({id(q.options) for q in statements}) == 1, "one scale for all"
    assert not any(q.optional or q.when for q in statements)


def test_every_statement_is_explained(the_map: Instrument) -> None:
    """A hint, what levels 1, 3 and 5 look like, and a next step — in every language."""
    for block in the_map.blocks:
        for q in block.questions:
            assert q.hint is not None, q.code
            assert q.step is not None, q.code
            assert set(q.levels) == {1, 3, 5}, q.code
            for text in (q.text, q.name, q.hint, q.step, *q.levels.values()):
                assert set(text) == set(LANGUAGES), q.code
                assert all(text.values()), q.code


def test_every_block_speaks(the_map: Instrument) -> None:
    """Title and axis for the picture, a sentence for strength, zone and the way between."""
    for block in the_map.blocks:
        for text in (block.title, block.axis, block.strength, block.zone, block.cheer):
            assert text is not None, block.code
            assert all(text[language] for language in LANGUAGES), block.code


def test_express(the_map: Instrument) -> None:
    """16 of the 43, two a block, all of them statements; about three minutes, the whole eight."""
    per_block = [sum(q.code in the_map.express for q in b.questions) for b in the_map.blocks]
    assert per_block == [2] * 8
    assert len(the_map.express) == the_map.scored_count(Mode.EXPRESS) == 16
    assert minutes(the_map.scored_count(Mode.EXPRESS)) == 3
    assert minutes(the_map.scored_count(Mode.FULL)) == 8


@pytest.mark.parametrize("alike", NEIGHBOURS, ids=lambda alike: "-".join(sorted(alike)))
def test_neighbours_that_sound_alike(the_map: Instrument, alike: set[str]) -> None:
    """Never two of them in the express version; plainly different in the full one."""
    assert len(alike & the_map.express) <= 1
    for language in LANGUAGES:
        openings = {the_map.by_code[code].text[language][:15] for code in alike}
        assert len(openings) == len(alike), openings
        assert len({the_map.by_code[code].name[language] for code in alike}) == len(alike)


def test_likelihood_comes_first_and_reasons_last(the_map: Instrument) -> None:
    """Before the blocks, so that they do not colour it; one reason each, at the end."""
    codes = [q.code for q in the_map.questions]
    assert codes[:2] == ["own_nps", "own_enps"]
    assert codes[-2:] == list(REASONS)
    assert {the_map.by_code[code].kind for code in codes[:2]} == {Kind.LIKELIHOOD}
    assert {the_map.by_code[code].kind for code in codes[-2:]} == {Kind.TEXT}
    assert not any(the_map.section_of[code].scored for code in (*codes[:2], *codes[-2:]))


@pytest.mark.parametrize(
    ("role", "is_asked"),
    [
        ("owner", False),
        ("top_manager", True),
        ("manager", True),
        ("employee", True),
        ("consultant", False),
        ("none", False),
        (None, False),
    ],
)
@pytest.mark.parametrize("mode", list(Mode))
def test_who_is_asked_about_the_workplace(
    the_map: Instrument,
    mode: Mode,
    role: str | None,
    is_asked: bool,  # noqa: FBT001 - a table
) -> None:
    """Those who work there for others; not the owner, not a consultant, not when skipped."""
    attempt = Attempt("key", the_map, mode, Profile(role=role))
    assert ("own_enps" in attempt.asked) is is_asked
    assert "own_nps" in attempt.asked


@pytest.mark.parametrize(("reason", "score"), REASONS.items())
def test_reason_is_worded_by_the_score(the_map: Instrument, reason: str, score: str) -> None:
    """Three wordings: promoters, passives, detractors; optional; after a score only."""
    question = the_map.by_code[reason]
    assert question.optional
    assert [(c.reference, c.values) for c in question.when] == [(score, None)]
    said = [question.wording({score: n})["en"] for n in range(LIKELIHOOD_MAX + 1)]
    assert len(set(said[:7])) == len(set(said[7:9])) == len(set(said[9:])) == 1
    assert len(set(said)) == 3
    assert question.text["en"] not in said
    for language in LANGUAGES:
        assert len({question.wording({score: n})[language] for n in (0, 7, 9)}) == 3


def test_profile(library: Library) -> None:
    """The codes of the specification, in its order, and a way for those without a company."""
    offered = {q.code: [o.code for o in q.options] for q in library.profile}
    assert offered == {
        "role": ["owner", "top_manager", "manager", "employee", "consultant", "none"],
        "size": ["1", "2_9", "10_49", "50_249", "250_999", "1000_plus"],
        "industry": [
            "retail",
            "food_hospitality",
            "consumer_services",
            "health_beauty",
            "education",
            "it_telecom",
            "finance",
            "manufacturing",
            "construction_property",
            "logistics",
            "b2b_services",
            "public_nonprofit",
            "other",
        ],
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_profile_labels(library: Library, language: str) -> None:
    """Each answer in words; none for what was skipped or is no longer offered."""
    for question in library.profile:
        labels = [question.label(option.code, language) for option in question.options]
        assert all(labels)
        assert len(set(labels)) == len(labels)
        assert question.label(None, language) == ""
        assert question.label("gone", language) == ""


def test_every_block_calls_for_advice(library: Library, the_map: Instrument) -> None:
    """Each block names one of the five; statements that need another one name their own."""
    known = {advice.code for advice in library.advice}
    assert {block.advice for block in the_map.blocks} == known
    own = {q.code: q.advice for q in the_map.questions if q.advice}
    assert set(own.values()) <= known
    assert all(the_map.section_of[code].advice != advice for code, advice in own.items())
