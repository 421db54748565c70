"""The result in words, for every kind of profile and every language."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Library, load_library
from content.texts import Texts
from domain.attempt import Attempt
from domain.kinds import Kind, Mode, Scoring
from domain.languages import LANGUAGES
from domain.questionnaire import (
    NO,
    UNKNOWN,
    UNSURE,
    YES,
    Condition,
    Instrument,
    Profile,
    Section,
    Value,
)
from domain.scoring import shown as rounded
from domain.statistics import REFERENCE_THRESHOLD
from handlers.callbacks import Go
from handlers.views.common import done_text
from handlers.views.reference import reference_of
from handlers.views.result import caption, card_facts, detail_facts
from handlers.views.shown import Shown
from handlers.views.twins import twin_view
from preview.rules import CAPTION_LENGTH, DEEP_LINK_LENGTH
from storage.steps import PEOPLE, TOTAL, Part
from tests.support.questionnaires import answered, block, instrument, question
from tests.support.screens import NOW, campaign, check, check_html, finished, speech
from tests.support.stretched import stretched

INSTRUMENTS = {"map": load_library().instruments["map"], "stretched": stretched()}
THE_MAP = INSTRUMENTS["map"]
ROLES = ("employee", "none", "gone", None)
PATTERNS = ("1", "5", "?", "15", "51", "3", "1?", "????1", "12345", "111115", "555551", "")
LIKELIHOODS: dict[str, Value] = {"own_nps": 10, "own_enps": 3}


def whole(
    of: Instrument, pattern: str, mode: Mode = Mode.FULL, role: str | None = "employee"
) -> Attempt:
    """Every statement answered by a pattern that repeats; `?` is “don't know”."""
    statements = [q.code for block in of.blocks for q in block.questions]
    signs = pattern * len(statements)
    answers: dict[str, Value] = {
        code: UNKNOWN if sign == "?" else int(sign)
        for code, sign in zip(statements, signs, strict=False)
    }
    return Attempt("aB3_-9zZ", of, mode, Profile(role=role), {**LIKELIHOODS, **answers}, None)


def by_blocks(*levels: int) -> Attempt:
    """The map with one level for each block."""
    answers: dict[str, Value] = {
        q.code: level
        for block, level in zip(THE_MAP.blocks, levels, strict=True)
        for q in block.questions
    }
    return Attempt("aB3_-9zZ", THE_MAP, Mode.FULL, answers={**LIKELIHOODS, **answers})


def shown(
    attempt: Attempt, language: str, library: Library, texts: Texts, *, compared: bool = False
) -> Shown:
    """An attempt told by an operator with long settings, from a campaign with long words."""
    blocks = attempt.instrument.blocks
    fifties = dict.fromkeys(range(REFERENCE_THRESHOLD), 50.0)
    standing = {PEOPLE: fifties, TOTAL: fifties} | {(Part.BLOCK, b.code): fifties for b in blocks}
    earlier = finished(attempt)
    return Shown(
        finished=finished(attempt, campaign()),
        language=language,
        speech=speech(library, texts, stretched=True),
        reference=reference_of("😀" * 120, standing) if compared else None,
        earlier=replace(earlier, finished_at=NOW - timedelta(days=365)) if compared else None,
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("of", INSTRUMENTS)
def test_everything_fits(
    of: str, pattern: str, mode: Mode, language: str, library: Library, texts: Texts
) -> None:
    """Twin, caption and closing line, for the extremes of answers and of content."""
    for role in ROLES:
        for compared in (False, True):
            attempt = whole(INSTRUMENTS[of], pattern, mode, role)
            one = shown(attempt, language, library, texts, compared=compared)
            twin = check(twin_view(one), room=0)
            assert one.title in twin.text
            check_html(caption(one), CAPTION_LENGTH)
            check_html(done_text(one.finished, language, one.speech))
            for is_copy in (False, True):
                payload = card_facts(one, is_copy=is_copy).link.partition("?start=")[2]
                assert re.fullmatch(rf"[A-Za-z0-9_-]{{1,{DEEP_LINK_LENGTH}}}", payload)
            assert len(detail_facts(one).blocks) == len(attempt.instrument.blocks)


@given(
    st.lists(st.sampled_from([1, 2, 3, 4, 5, UNKNOWN, None]), min_size=43, max_size=43),
    st.sampled_from(LANGUAGES),
    st.sampled_from(list(Mode)),
)
@settings(max_examples=60)
def test_any_answers_fit(
    library: Library, texts: Texts, values: list[Value | None], language: str, mode: Mode
) -> None:
    """Whatever people answer, the twin and the card's words can be made and told."""
    codes = [q.code for block in THE_MAP.blocks for q in block.questions]
    answers = {code: v for code, v in zip(codes, values, strict=True) if v is not None}
    attempt = Attempt("aB3_-9zZ", THE_MAP, mode, Profile(role="employee"), answers)
    one = shown(attempt, language, library, texts, compared=True)
    text = check(twin_view(one), room=0).text
    facts = card_facts(one, is_copy=False)
    findings = (*facts.left.items, *facts.right.items)
    assert all(finding.name in text for finding in findings)
    if one.result.total is None:
        assert (facts.total, facts.level, len(findings)) == (None, "", 0)
    else:
        assert f"{rounded(one.result.total)}" in text
        assert facts.level in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_likelihood_stands_where_it_may(language: str, library: Library, texts: Texts) -> None:
    """The recommendation on one's own card only, the workplace on no picture at all."""
    one = shown(whole(THE_MAP, "4"), language, library, texts)
    own, copy = card_facts(one, is_copy=False), card_facts(one, is_copy=True)
    assert own.recommendation == texts.line(language, "recommendation", score="10")
    assert copy.recommendation == ""
    workplace = texts.line(language, "recommendation", score="3")
    name = THE_MAP.by_code["own_enps"].name[language]
    for picture in (own, copy, detail_facts(one)):
        assert workplace not in repr(picture)
        assert name not in repr(picture)
    said = check(twin_view(one), room=0).text
    assert texts.line(language, "twin-private", name=name, score="3") in said
    assert "NPS" not in said


def test_copy_has_a_source_of_its_own(library: Library, texts: Texts) -> None:
    """Who comes from a passed-on card is not counted as of the event; without one, to its test."""
    one = shown(whole(THE_MAP, "4"), "en", library, texts)
    assert card_facts(one, is_copy=False).link.endswith("?start=" + campaign().code)
    assert card_facts(one, is_copy=True).link.endswith("?start=s_" + campaign().code)
    loose = replace(one, finished=finished(one.attempt))
    for is_copy in (False, True):
        facts = card_facts(loose, is_copy=is_copy)
        assert facts.link == f"https://t.me/{'b' * 32}?start=t_map"
        assert "t_map" in facts.link_caption


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("3", "4", ": 25 points more."),
        ("4", "3", ": 25 points less."),
        ("3", "3", ": about the same."),
    ],
)
def test_change(before: str, after: str, expected: str, library: Library, texts: Texts) -> None:
    """In words, as the picture of a change has them, and the date of the time before."""
    one = shown(whole(THE_MAP, after), "en", library, texts)
    earlier = replace(finished(whole(THE_MAP, before)), finished_at=NOW - timedelta(days=365))
    text = check(twin_view(replace(one, earlier=earlier)), room=0).text
    assert "Since last time (30 September 2025): " in text
    assert expected in text
    assert "Since last time" not in check(twin_view(one), room=0).text


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("employee", "One person’s view · employee"),
        ("top_manager", "One person’s view · senior executive"),
        ("none", "One person’s view"),
        ("gone", "One person’s view"),
        (None, "One person’s view"),
    ],
)
def test_viewpoint(role: str | None, expected: str, library: Library, texts: Texts) -> None:
    """Whose view it is; people from outside are not called employees of nothing."""
    one = shown(whole(THE_MAP, "4", role=role), "en", library, texts)
    assert card_facts(one, is_copy=False).viewpoint == expected


def test_twin_gives_reason_and_step(library: Library, texts: Texts) -> None:
    """Strengths first; each growth zone with its weakest items and the first one's next step."""
    one = shown(by_blocks(5, 3, 3, 3, 3, 3, 3, 1), "en", library, texts)
    text = check(twin_view(one), room=0).text
    strong, weak = THE_MAP.blocks[0], THE_MAP.blocks[7]
    assert text.index("Strengths") < text.index((strong.title or {})["en"] + " — 100")
    assert text.index("Growth areas") < text.index((weak.title or {})["en"] + " — 0")
    names = ", ".join(q.name["en"] for q in weak.questions[:2])
    assert f"Weakest here: {names}\n" in text
    assert f"Next step: {(weak.questions[0].step or {})['en']}" in text
    assert (strong.questions[0].step or {})["en"] not in text


def test_at_most_three_and_how_many_more(library: Library, texts: Texts) -> None:
    """All strong: three are told, and that there are five more."""
    one = shown(whole(THE_MAP, "5"), "en", library, texts)
    text = check(twin_view(one), room=0).text
    assert text.count(" — 100") == 3
    assert "and 5 more" in text
    assert "Strong in every block" in text
    assert len(card_facts(one, is_copy=False).left.items) == 3
    assert card_facts(one, is_copy=False).left.more == "and 5 more"


@pytest.mark.parametrize("n", [0, REFERENCE_THRESHOLD - 1, REFERENCE_THRESHOLD])
def test_reference_needs_enough_people(n: int) -> None:
    """From thirty on, and each figure for itself."""
    ends = {who: NOW.timestamp() + 60 * who for who in range(n)}
    found = reference_of(
        "hall",
        {
            PEOPLE: ends,
            TOTAL: dict.fromkeys(range(1, n), 60.0),
            (Part.BLOCK, "a"): dict.fromkeys(range(n), 40.0),
            (Part.BLOCK, "b"): dict.fromkeys(range(1, n), 80.0),
        },
    )
    assert (found is None) is (n < REFERENCE_THRESHOLD)
    if found is not None:
        assert (found.n, dict(found.means), found.totals) == (n, {"a": 40.0}, [])
        assert (found.first, found.last) == (NOW, NOW + timedelta(minutes=n - 1))


def test_express_leads_on_to_the_full_version(library: Library, texts: Texts) -> None:
    """And only express does; the other buttons name attempt and language."""
    for mode in Mode:
        one = shown(whole(THE_MAP, "4", mode), "uk", library, texts)
        going = [d for d in check(twin_view(one), room=0).data if d.startswith("g1:")]
        tos = [(Go.unpack(d).to.value, Go.unpack(d).arg) for d in going]
        key = one.attempt.key
        always = [(to, f"{key}.uk") for to in ("details", "advice", "share")]
        always.append(("tests", ""))
        assert tos == ([("full", key), *always] if mode is Mode.EXPRESS else always)


def test_details_hold_what_was_asked(library: Library, texts: Texts) -> None:
    """Express shows its sixteen, “don't know” in words and without a level."""
    for mode, count in ((Mode.EXPRESS, 16), (Mode.FULL, 43)):
        facts = detail_facts(shown(whole(THE_MAP, "4?", mode), "en", library, texts))
        items = [item for block in facts.blocks for item in block.items]
        assert len(items) == count
        assert {(item.level, item.label) for item in items} <= {
            (4, "Mostly"),
            (None, "Don’t know"),
        }
    assert list(facts.legend) == [
        option.label["en"] for q in THE_MAP.questions if q.code == "1.1" for option in q.options
    ]


def test_details_leave_out_what_was_not_asked(library: Library, texts: Texts) -> None:
    """A statement under a condition that does not fit is no gap in the picture."""
    staff = Condition("role", frozenset({"employee"}))
    of = instrument(block("a", question("a1"), question("a2", when=[staff])))
    one = shown(answered(of, {"a1": 3, "a2": 1}), "en", library, texts)
    assert [item.name for item in detail_facts(one).blocks[0].items] == ["Name of a1"]


def test_the_share_of_dont_know_rounds_halves_up(library: Library, texts: Texts) -> None:
    """One of eight is 12.5 %, told as 13 %: not to even, as Python rounds."""
    codes = [f"a{number}" for number in range(8)]
    of = instrument(block("a", *map(question, codes)))
    one = shown(answered(of, {**dict.fromkeys(codes, 3), "a0": UNKNOWN}), "en", library, texts)
    assert texts.line("en", "twin-unknown", share=13) in twin_view(one).text


@pytest.mark.parametrize("scoring", [Scoring.NONE])
def test_instruments_without_a_map(scoring: Scoring, library: Library, texts: Texts) -> None:
    """Thanks instead of scores that are none; a checklist tells its pluses."""
    asked = [question(f"q{n}", Kind.YES_NO) for n in range(4)]
    of = replace(instrument(Section("s", asked)), scoring=scoring)
    attempt = answered(of, {"q0": YES, "q1": YES, "q2": UNSURE, "q3": NO})
    for language in LANGUAGES:
        one = shown(attempt, language, library, texts)
        text = check(twin_view(one), room=0).text
        assert ("2" in text.partition("\n")[2]) is (scoring is Scoring.CHECKLIST)
        assert texts.line(language, "twin-thanks") in text
        check_html(done_text(one.finished, language, one.speech))
