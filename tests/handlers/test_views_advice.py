"""Recommendations under results: the first ones by title, all of them as a message."""

from dataclasses import replace

import pytest

from content.library import Library
from content.texts import Texts
from domain.attempt import Attempt
from domain.kinds import Scoring
from domain.languages import LANGUAGES
from domain.questionnaire import NO, YES
from handlers.views.advice import advice_rows, advice_told, advice_view
from handlers.views.shown import Shown
from handlers.views.twins import twin_view
from tests.support.questionnaires import answered, checklist_of
from tests.support.screens import check, check_html, finished, speech
from tests.support.stretched import stretched_advice, stretched_checklist


def one_of(attempt: Attempt, library: Library, texts: Texts, language: str = "en") -> Shown:
    """A result, told."""
    return Shown(finished(attempt), language, speech(library, texts))


def of_map(library: Library, *levels: int) -> Attempt:
    """The map with one level for each block."""
    the_map = library.instruments["map"]
    pairs = zip(the_map.blocks, levels, strict=True)
    return answered(the_map, {q.code: n for block, n in pairs for q in block.questions})


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_them_fit(language: str, library: Library, texts: Texts) -> None:
    """Five at their longest, each called for."""
    made, long = stretched_checklist(5, 5, 5, 5, 5), replace(library, advice=stretched_advice())
    one = one_of(answered(made, dict.fromkeys(made.by_code, NO)), long, texts, language)
    assert "5. &" in check(advice_view(one), room=0).text


def test_those_called_for_come_first_and_say_so(library: Library, texts: Texts) -> None:
    """Four weak culture statements and four of innovation: mission and three per cent."""
    one = one_of(of_map(library, 5, 5, 5, 1, 5, 5, 1, 5), library, texts)
    text = check(advice_view(one), room=0).text
    titles = {advice.code: advice.title["en"] for advice in library.advice}
    heads = [line for line in text.splitlines() if line[:3] in {f"{n}. " for n in range(1, 6)}]
    assert heads == [
        f"1. {titles['three_percent']}",
        f"2. {titles['mission']}",
        f"3. {titles['expectations']}",
        f"4. {titles['journeys']}",
        f"5. {titles['metrics']}",
    ]
    assert text.count("▸ 4 of your answers point here") == 2
    assert "come first" in text
    for advice in library.advice:
        assert advice.text["en"] in text


def test_the_twin_names_two_at_most(library: Library, texts: Texts) -> None:
    """With everything weak, the two that most answers call for; the rest within a tap."""
    one = one_of(of_map(library, *[1] * 8), library, texts)
    told = check_html(advice_told(one))
    titles = {advice.code: advice.title["en"] for advice in library.advice}
    assert told.splitlines() == [
        "Where we’d start",
        f"• {titles['metrics']}",
        f"• {titles['journeys']}",
    ]
    twin = check(twin_view(one), room=0)
    assert told in twin.text
    assert ["All recommendations"] in twin.labels


def test_where_nothing_is_weak(library: Library, texts: Texts) -> None:
    """Nothing is called for, and that is said; all are offered all the same."""
    made = checklist_of(2)
    one = one_of(answered(made, dict.fromkeys(made.by_code, YES)), library, texts)
    assert advice_told(one) == ""
    assert len(advice_rows(one)) == 1
    text = check(advice_view(one), room=0).text
    assert "don’t single any of them out" in text
    assert "point here" not in text
    assert f"1. {library.advice[0].title['en']}" in text


def test_no_way_to_what_is_not_named(library: Library, texts: Texts) -> None:
    """An instrument that names no recommendation offers none."""
    made = replace(checklist_of(2), scoring=Scoring.NONE)
    bare = replace(made, sections=[replace(s, advice=None) for s in made.sections])
    assert advice_rows(one_of(answered(bare, {}), library, texts)) == []
