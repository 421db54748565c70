"""The two surveys against the page that specifies them: what is asked, how, in which order."""

import pytest

from content.library import Library
from domain.attempt import Attempt
from domain.kinds import Group, Kind, Measure, Mode, Scoring
from domain.languages import LANGUAGES

ITEMS = {
    "nps": [
        ("nps", Kind.LIKELIHOOD, Measure.NPS),
        ("reason", Kind.TEXT, None),
        ("csat", Kind.RATING, Measure.SHARE),
        ("ces", Kind.RATING, Measure.SHARE),
        ("comment", Kind.TEXT, None),
    ],
    "enps": [
        ("enps", Kind.LIKELIHOOD, Measure.NPS),
        ("enps_reason", Kind.TEXT, None),
        ("wellbeing", Kind.LIKELIHOOD, Measure.MEAN),
        ("process", Kind.LIKELIHOOD, Measure.MEAN),
        ("fix", Kind.TEXT, None),
    ],
}
GROUPS = {"nps": Group.CUSTOMERS, "enps": Group.EMPLOYEES}
REASONS = {"nps": "reason", "enps": "enps_reason"}


@pytest.mark.parametrize("test", ITEMS)
def test_what_is_asked(library: Library, test: str) -> None:
    """The recommendation first, its reason next; only it makes an NPS; words may be skipped."""
    made = library.instruments[test]
    assert [(q.code, q.kind, q.measure) for q in made.questions] == ITEMS[test]
    assert (made.scoring, made.group, made.profile) == (Scoring.SURVEY, GROUPS[test], False)
    assert [q.optional for q in made.questions] == [q.kind is Kind.TEXT for q in made.questions]
    assert made.blocks == ()


def test_scales(library: Library) -> None:
    """CSAT 4–5 of 5, CES 5–7 of 7, both with named ends, higher is better."""
    csat, ces = (library.instruments["nps"].by_code[code] for code in ("csat", "ces"))
    assert (csat.points, csat.favourable, ces.points, ces.favourable) == (5, 4, 7, 5)
    assert csat.ends is not None
    assert ces.ends is not None


@pytest.mark.parametrize("test", ITEMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_both_ends_are_named(library: Library, test: str, language: str) -> None:
    """In the text of every 0–10 question: buttons hold bare numbers."""
    for question in library.instruments[test].questions:
        if question.kind is Kind.LIKELIHOOD:
            text = question.text[language]
            assert "? 0 " in text
            assert "10 " in text.partition("? 0 ")[2]


@pytest.mark.parametrize("test", ITEMS)
def test_the_reason_follows_the_score(library: Library, test: str) -> None:
    """One wording for 0–6, one for 7–8, one for 9–10, in every language."""
    reason = library.instruments[test].by_code[REASONS[test]]
    for language in LANGUAGES:
        said = [reason.wording({test: score})[language] for score in range(11)]
        assert len({*said[:7]}) == len({*said[7:9]}) == len({*said[9:]}) == 1
        assert len({*said}) == 3


@pytest.mark.parametrize("test", ITEMS)
def test_nobody_is_called_an_nps(library: Library, test: str) -> None:
    """Those who answer read of no metric: it is a figure of many."""
    made = library.instruments[test]
    for question in made.questions:
        texts = [question.text, question.hint, *(v.text for v in question.variants)]
        for text in texts:
            assert all("NPS" not in (text or {}).get(one, "") for one in LANGUAGES)
    assert all("NPS" not in made.title[one] for one in LANGUAGES)


@pytest.mark.parametrize("test", ITEMS)
def test_the_shortest_way(library: Library, test: str) -> None:
    """Three taps and two skips."""
    attempt = Attempt("key", library.instruments[test], Mode.FULL).started()
    taps = []
    while attempt.position is not None:
        taps.append(attempt.question.tokens[-1])
        attempt = attempt.tapped(attempt.position, taps[-1])
    assert len(taps) == 5
    assert taps.count("skipped") == 2
