"""Words made ready for typst: nothing is lost, what belongs together stays together."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from results.lettering import plain
from results.phrasing import breakable, paragraphs, units

_MARKS = re.compile("[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}]")
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("клиентоориентированность", "клиен-тоо-риен-ти-ро-ван-ность"),
        ("підприємливість", "підп-риєм-ли-вість"),
        ("п’ятдесятирічний", "п’ят-де-ся-ти-річ-ний"),
        ("переподготовка,", "пе-ре-под-го-тов-ка,"),
        ("customer-centricity", "cus-to-mer-|cent-ri-ci-ty"),
        ("strengths", "strengths"),
        ("12345678", "12|34|56|78"),
        ("ЩЩЩЩЩЩ", "ЩЩ|ЩЩ|ЩЩ"),
        ("ааааааааааа", "ааааааааа-аа"),
    ],
)
def test_where_a_word_may_be_broken(word: str, parts: str) -> None:
    """Between syllables with a hyphen, elsewhere without."""
    marked = breakable(word).replace("\N{SOFT HYPHEN}", "-").replace("\N{ZERO WIDTH SPACE}", "|")
    assert marked == parts


@given(_TEXT)
def test_nothing_is_lost(text: str) -> None:
    """Neither by the units nor by the marks in long words."""
    found = units(text)
    words = [word for unit in found for word in unit]
    assert " ".join(word[0] for word in words) == plain(text)
    for whole, *marked in words:
        assert [_MARKS.sub("", one) for one in marked] in ([], [_MARKS.sub("", whole)])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Я и ты — в доме", [["Я", "и", "ты", "—"], ["в", "доме"]]),
        ("до 5 000 рублей", [["до", "5", "000", "рублей"]]),
        ("за 30 минут сами", [["за", "30", "минут"], ["сами"]]),
        ("", []),
    ],
)
def test_what_stays_together(line: str, expected: list[list[str]]) -> None:
    """Short words and numbers with what follows, dashes with what precedes."""
    assert [[word[0] for word in unit] for unit in units(line)] == expected


@pytest.mark.parametrize(("lines", "count"), [(1, 1), (12, 12), (13, 1), (400, 1)])
def test_a_person_s_own_lines(lines: int, count: int) -> None:
    """Kept, unless so many of them would leave no room for letters."""
    assert len(paragraphs("да\n\n" * lines)) == count
