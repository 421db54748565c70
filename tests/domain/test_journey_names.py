"""Names that were suggested are told in the language of the view; typed ones stay as they are."""

from hypothesis import given
from hypothesis import strategies as st

from domain.journey import Journey
from domain.journey_names import in_language
from domain.languages import LANGUAGES, Text
from domain.questionnaire import Stage


def _text(ru: str, uk: str, en: str) -> Text:
    return {"ru": ru, "uk": uk, "en": en}


READY = (
    Stage(_text("Выбор", "Вибір", "Choosing"), [_text("Сайт", "Сайт", "Website")]),
    Stage(
        _text("Покупка", "Купівля", "Buying"),
        [_text("Встреча", "Зустріч", "Meeting"), _text("Сайт", "Сайт", "Online shop")],
    ),
)


def _outline(journey: Journey) -> list[tuple[str, list[str]]]:
    return [(s.title, [point.title for point in s.touchpoints]) for s in journey.stages]


BUILT = (
    Journey.begun(["Вибір", "Купівля"])
    .with_touchpoints(1, ["Сайт", "Зустріч", "Вивіска"])
    .with_touchpoints(2, ["Сайт"])
    .with_stage("Після всього")
)


def test_suggested_names_follow_and_typed_ones_stay() -> None:
    """Also where a touchpoint has moved to another stage; of two alike it is its stage's own."""
    assert _outline(in_language(BUILT, READY, "en")) == [
        ("Choosing", ["Website", "Meeting", "Вивіска"]),
        ("Buying", ["Online shop"]),
        ("Після всього", []),
    ]
    renamed = BUILT.renamed(1, "Моє")
    assert in_language(renamed, READY, "en").stages[0].title == "Моє"


def test_what_is_undone_follows_too() -> None:
    """A name brought back is told in the language of the view as well."""
    english = in_language(BUILT.removed(1), READY, "en").undone()
    assert _outline(in_language(english, READY, "en"))[0] == (
        "Choosing", ["Website", "Meeting", "Вивіска"],
    )  # fmt: skip


@given(st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=4))
def test_only_names_change(languages: list[str]) -> None:
    """There and back again: numbers, ratings and notes stay."""
    felt = BUILT.felt(5, 2).noted(5, "Сайт")
    told = felt
    for language in languages:
        told = in_language(told, READY, language)
    assert in_language(told, READY, "uk") == felt
