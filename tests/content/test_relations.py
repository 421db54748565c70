"""The diagnosis of customer relations: what it asks, whatever its words."""

import pytest

from content.library import Library
from domain.kinds import Group, Kind, Mode, Scoring
from domain.languages import LANGUAGES
from domain.questionnaire import Instrument

ON_ONE_LINE = 26
"""Letters of an end that stay on one line of the picture and of a phone."""


@pytest.fixture
def relations(library: Library) -> Instrument:
    """The instrument."""
    return library.instruments["relations"]


def test_the_shape(relations: Instrument) -> None:
    """Eleven ratings from 1 to 5 in four scored sections, each with its note and its step."""
    assert [q.code for q in relations.questions] == [str(n) for n in range(13, 24)]
    assert [len(block.questions) for block in relations.blocks] == [2, 3, 4, 2]
    assert len(relations.blocks) == len(relations.sections)
    assert (relations.scoring, relations.group) == (Scoring.PROFILE, Group.COMPANY)
    assert relations.profile
    assert relations.minutes
    assert relations.statement_count(Mode.FULL) == 11
    for question in relations.questions:
        assert (question.kind, question.points) == (Kind.RATING, 5)
        assert question.takes_note
        assert not question.optional
        assert question.hint
        assert question.step
        assert question.advice


def test_every_recommendation_is_called_for(relations: Instrument, library: Library) -> None:
    """All five of them by some question."""
    called = {question.advice for question in relations.questions}
    assert called == {advice.code for advice in library.advice}


@pytest.mark.parametrize("language", LANGUAGES)
def test_ends(relations: Instrument, language: str) -> None:
    """Two different ones, each on one line; names told apart."""
    for question in relations.questions:
        assert question.ends
        low, high = (end[language] for end in question.ends)
        assert low != high
        assert max(len(low), len(high)) <= ON_ONE_LINE, (low, high)
    names = [question.name[language] for question in relations.questions]
    assert len(set(names)) == len(names)
