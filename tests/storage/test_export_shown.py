"""What may be shown: small groups, what could be worked out, and rounding."""

from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from content.library import Library
from domain.languages import LANGUAGES
from storage.export.conventions import conventions
from storage.export.figures import Scores, rounded
from storage.export.outline import Outline
from storage.export.shown import hidden, shown_likelihood, shown_scores
from storage.export.words import WORDS
from tests.storage.export_world import concealed, hundredth, tenth


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 12), max_size=7))
def test_nothing_hidden_can_be_worked_out(sizes: dict[str, int]) -> None:
    """What is hidden sums to five or more over two groups or more, unless all is hidden."""
    also = frozenset(list(sizes)[:1])
    assert also <= hidden(sizes, also)
    assert hidden(sizes, frozenset()) == concealed(sizes)
    gone = {name for name in hidden(sizes, also) if sizes[name]}
    shown = {name for name, n in sizes.items() if n and name not in gone}
    assert all(sizes[name] >= 5 for name in shown)
    if gone and shown:
        assert len(gone) >= 2
        assert sum(sizes[name] for name in gone) >= 5


@given(st.lists(st.integers(0, 800).map(lambda n: Fraction(n, 8)), min_size=1, max_size=30))
def test_rounding_is_exact(values: list[Fraction]) -> None:
    """Halves go up, whatever the floats' noise; those of negative scores down."""
    mean, exact = sum(map(float, values)) / len(values), tenth(sum(values) / len(values))
    assert rounded(mean) == exact
    assert rounded(-mean) == -exact
    assert rounded(mean, 2) == hundredth(sum(values) / len(values))


def _groups(**figures: tuple[int, int]) -> dict[str, Scores]:
    """Groups of nine people with so many totals, and so many scores in the block x."""
    groups = {name: Scores(people=9) for name in figures}
    for name, (totals, scores) in figures.items():
        for _ in range(totals):
            groups[name].total.add(50.0)
        for _ in range(scores):
            groups[name].blocks["x"].add(50.0)
    return groups


def test_each_figure_has_its_own_groups() -> None:
    """Enough people, too few totals: the total is hidden, the number of people is not."""
    rows = shown_scores(_groups(a=(4, 0), b=(8, 0), c=(9, 0)), ["x"], "word")
    assert {name: row.people for name, row in rows.items()} == {"a": 9, "b": 9, "c": 9}
    assert {name: row.total for name, row in rows.items()} == {"a": "word", "b": "word", "c": 50.0}
    assert rows["c"].blocks == [None]


def test_a_total_does_not_tell_the_block_that_is_hidden_for_another_group() -> None:
    """With b's total and seven of its blocks, the eighth, and by it the one of a, were told."""
    rows = shown_scores(_groups(a=(9, 4), b=(9, 9), c=(9, 9)), ["x"], "word")
    assert [row.blocks for row in rows.values()] == [["word"], ["word"], [50.0]]
    assert {name: row.total for name, row in rows.items()} == {"a": "word", "b": "word", "c": 50.0}


def test_no_answers_make_no_score() -> None:
    """Nobody gives no score, not 0."""
    assert shown_likelihood({"a": Counter()}, "word") == {"a": [0, *[None] * 17]}


def test_words_are_whole(library: Library) -> None:
    """Three languages each, the same gaps to fill, and every role that people can tap."""
    for key, word in WORDS.items():
        assert set(word) == set(LANGUAGES), key
        assert all(word.values()), key
        gaps = {language: Counter(text.split("{")[1:]) for language, text in word.items()}
        names = {tuple(sorted(part.split("}")[0] for part in own)) for own in gaps.values()}
        assert len(names) == 1, key
    (roles,) = (question for question in library.profile if question.code == "role")
    assert {f"role-{option.code}" for option in roles.options} <= set(WORDS)
    told = list(conventions(Outline([library.instruments["map"]])))
    assert len(told) == 11
    assert all(set(convention) == set(LANGUAGES) for convention in told)
