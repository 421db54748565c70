"""The builder's screens and a journey's words: whatever is built, Telegram takes them."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Library
from content.texts import Texts
from domain.attempt import Attempt
from domain.journey import (
    MAX_NOTE,
    MAX_STAGES,
    MAX_TITLE,
    MAX_TOUCHPOINTS,
    Journey,
    Stage,
    Touchpoint,
)
from domain.journey_json import to_json
from domain.kinds import Mode
from domain.languages import LANGUAGES
from domain.person import Person
from domain.questionnaire import SKIPPED, WRITTEN, Value
from handlers.callbacks import Build, BuildDo
from handlers.spots import Side, Spot, journey_of
from handlers.views.common import done_text
from handlers.views.journey import journey_view, suggestions
from handlers.views.journey_result import journey_caption, journey_facts, not_drawn
from handlers.views.shown import Shown
from handlers.views.staying import reminder_view
from handlers.views.twins import twin_view
from handlers.views.view import HALF_ROW
from preview.rules import CAPTION_LENGTH, INLINE_BUTTONS, INLINE_BUTTONS_IN_ROW
from tests.support.screens import KEY, NASTY, Checked, check, check_html, finished, person, speech

SIGNS = ("😀", "&", "Щ")
SAID: Mapping[str, Value] = {
    "whose": "customer", "segment": WRITTEN, "value": SKIPPED, "newness": "new",
    "expects": WRITTEN,
}  # fmt: skip


def longest(sign: str, sizes: tuple[int, ...]) -> Journey:
    """A journey whose names and notes are as long as they may be, all of it rated badly."""
    number, stages = len(sizes), []
    for one, size in enumerate(sizes, start=1):
        points = []
        for _ in range(size):
            number += 1
            title, note = f"{number:02}" + sign * (MAX_TITLE - 2), sign * MAX_NOTE
            points.append(Touchpoint(number, title, -2, 5, note))
        stages.append(Stage(one, f"{one:02}" + sign * (MAX_TITLE - 2), tuple(points)))
    journey = Journey(tuple(stages), number)
    return journey.renamed(1, "1" + sign * (MAX_TITLE - 1))


LONGEST = [
    longest(sign, sizes)
    for sign, sizes in product(
        SIGNS, [(MAX_TOUCHPOINTS,), (4,) * 4 + (3,) * 8, (0,) * 11 + (MAX_TOUCHPOINTS,)]
    )
]


def standing(
    library: Library, language: str, spot: Spot, answers: Mapping[str, Value] = SAID
) -> Person:
    """Somebody at the journey."""
    of = library.instruments["journey"]
    attempt = Attempt(KEY, of, Mode.FULL, answers=answers).started()
    return replace(person(language, attempt), context=spot.context)


def spots(journey: Journey) -> list[Spot]:
    """Every screen that the builder has for a journey."""
    found = [Spot(), Spot(Side.NEW), Spot(Side.DONE)]
    for stage in journey.stages:
        found += [Spot(Side.STAGE, stage.id, page) for page in (0, 1, 3, 99)]
        found.append(Spot(Side.NAME, stage.id))
    points = journey.touchpoints
    for point in (*points[:2], *points[-2:]):
        found += [Spot(Side.POINT, point.id), Spot(Side.NAME, point.id)]
    return found


def screen(library: Library, texts: Texts, here: Person, journey: Journey) -> Checked:
    """A screen held against Telegram's limits, and its buttons against those of the builder."""
    shown = check(journey_view(here, journey, speech(library, texts)))
    assert all(len(row) <= INLINE_BUTTONS_IN_ROW for row in shown.labels)
    assert sum(map(len, shown.labels)) <= INLINE_BUTTONS
    attempt = here.attempt
    assert attempt is not None
    for data in shown.data:
        assert len(data.encode()) <= 64
        if data.startswith("b1:"):
            button = Build.unpack(data)
            assert (button.key, button.n) == (KEY, attempt.position)
            assert button.id == 0 or journey.holds(button.id)
    return shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("journey", LONGEST, ids=range(len(LONGEST)))
def test_the_longest_fits_every_screen(
    journey: Journey, language: str, library: Library, texts: Texts
) -> None:
    """40 touchpoints, 12 stages, names of emoji or of what must be escaped."""
    for spot in spots(journey):
        shown = screen(library, texts, standing(library, language, spot), journey)
        if spot.side is Side.POINT:
            point = journey.touchpoint(spot.id)
            assert point.title in shown.text
            assert point.note in shown.text
        if spot.side is Side.STAGE and spot.page == 0:
            assert all(p.title in shown.text for p in journey.stage(spot.id).touchpoints[:10])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen(language: str, library: Library, texts: Texts) -> None:
    """The stages of the content in one's language, each to be opened; nothing to undo or draw."""
    here = standing(library, language, Spot())
    question = here.attempt.question if here.attempt else None
    assert question is not None
    journey = journey_of(question, {}, language)
    shown = screen(library, texts, here, journey)
    speak = texts.speaker(language)
    labels = [label for row in shown.labels for label in row]
    for number, stage in enumerate(question.stages, start=1):
        assert f"{number}. {stage.title[language]}" in shown.text
        assert f"{number}. {stage.title[language]}" in labels
    assert (question.hint or {})[language] in shown.text
    assert speak("button-journey-undo") not in labels
    assert speak("button-journey-done") not in labels
    assert shown.labels[-1] == [speak("button-back"), speak("button-pause")]


def test_marks_on_the_map(library: Library, texts: Texts) -> None:
    """Face and effort before the name; a circle where nothing is said; how many are left."""
    journey = Journey.begun(["A", "B"]).with_touchpoints(1, ["X", "Y", "Z"])
    x, y, _ = (point.id for point in journey.touchpoints)
    journey = journey.felt(x, -2).weighed(x, 4).felt(y, 1)
    text = screen(library, texts, standing(library, "en", Spot()), journey).text
    assert "1. A\n😣 4 X\n🙂 Y\n○ Z\n2. B — nothing here yet" in text
    assert "Rated: 1 of 3" in text


def test_names_are_cut_only_where_they_must_be(library: Library, texts: Texts) -> None:
    """Ten long names stand whole on the map, forty are cut alike."""
    title = "x" * MAX_TITLE
    ten = Journey.begun(["A"]).with_touchpoints(1, [title] * 10)
    forty = Journey.begun(["A"]).with_touchpoints(1, ["😀" * MAX_TITLE] * MAX_TOUCHPOINTS)
    here = standing(library, "en", Spot())
    assert screen(library, texts, here, ten).text.count(f"○ {title}") == 10
    cut = screen(library, texts, here, forty).text
    assert cut.count("○ 😀") == MAX_TOUCHPOINTS
    assert cut.count("…") == MAX_TOUCHPOINTS


def test_pages_of_a_stage(library: Library, texts: Texts) -> None:
    """Ten at a time, the buttons say where they lead."""
    journey = Journey.begun(["A"]).with_touchpoints(1, [f"T{n}" for n in range(1, 24)])
    seen = []
    for page in range(3):
        spot = Spot(Side.STAGE, 1, page)
        shown = screen(library, texts, standing(library, "en", spot), journey)
        *above, _ = shown.labels
        seen.append([x for row in above for x in row if x[:1] == "‹" or x[-1:] == "›"])
        opened = [Build.unpack(d) for d in shown.data if ":open:" in d]
        assert len([b for b in opened if b.id not in {0, 1}]) == (3 if page == 2 else 10)
    assert seen == [["11–20 ›"], ["‹ 1–10", "21–23 ›"], ["‹ 11–20"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_suggestions_not_used_yet(language: str, library: Library) -> None:
    """In one's language; used ones are known in all of them, whatever their letters' case."""
    question = library.instruments["journey"].by_code["journey"]
    ready = question.stages[0].touchpoints
    journey = journey_of(question, {}, language)
    offered = suggestions(question, journey.stage(1), language)
    assert offered == {n: text[language] for n, text in enumerate(ready)}
    used = journey.with_touchpoints(1, [ready[1]["uk"].upper(), ready[2]["en"]])
    left = suggestions(question, used.stage(1), language)
    assert set(offered) - set(left) == {1, 2}
    more = journey.with_stage("Mine")
    assert suggestions(question, more.stages[-1], language) == {}


def test_full_map_offers_no_more(library: Library, texts: Texts) -> None:
    """Neither touchpoints nor stages; it says why."""
    journey = Journey.begun([str(n) for n in range(MAX_STAGES)])
    journey = journey.with_touchpoints(1, ["x"] * MAX_TOUCHPOINTS)
    for spot, absent in ((Spot(), BuildDo.NEW), (Spot(Side.STAGE, 2), BuildDo.ADD)):
        shown = screen(library, texts, standing(library, "en", spot), journey)
        assert not any(f":{absent}:" in data for data in shown.data)
    assert "40 touchpoints" in shown.text


def test_the_only_stage_can_t_be_removed(library: Library, texts: Texts) -> None:
    """So it has no button for that."""
    journey = Journey.begun(["A"])
    here = standing(library, "en", Spot(Side.STAGE, 1))
    assert not any(":del:" in data for data in screen(library, texts, here, journey).data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_say_what_goes(language: str, library: Library, texts: Texts) -> None:
    """A stage is never taken for a touchpoint: no label that changes one changes the other."""
    journey = Journey.begun(["A", "B"]).with_touchpoints(1, ["X", "Y"])
    point = journey.touchpoints[0].id
    doing = {BuildDo.NAME, BuildDo.REMOVE, BuildDo.UP, BuildDo.DOWN}
    labels: dict[bool, set[str]] = {True: set(), False: set()}
    for side, number in ((Side.STAGE, 1), (Side.NAME, 2), (Side.POINT, point), (Side.NAME, point)):
        here = standing(library, language, Spot(side, number))
        view = journey_view(here, journey, speech(library, texts))
        own = {
            button.label
            for row in view.rows
            for button in row
            if isinstance(button.data, Build) and button.data.do in doing
        }
        assert own
        labels[number == point] |= own
        if side is Side.NAME:
            assert f"<b>{'X' if number == point else 'B'}</b>" in view.text
            assert "· A" in view.text or "· Y" in view.text
    assert all(len(label) <= HALF_ROW for label in labels[True] | labels[False])
    assert not labels[True] & labels[False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stage_has_few_rows_and_leads_on(language: str, library: Library, texts: Texts) -> None:
    """What is left to pick, then a row of tools and one of ways; stage by stage, then to rate."""
    speak = texts.speaker(language)
    journey = journey_of(library.instruments["journey"].by_code["journey"], {}, language)
    for number in range(1, 6):
        here = standing(library, language, Spot(Side.STAGE, number))
        shown = screen(library, texts, here, journey)
        assert len(shown.labels) <= 8
        onwards = [speak("button-journey-next-stage")] if number < 5 else []
        assert shown.labels[-1] == [speak("button-journey-map"), *onwards]
        assert (f":open:{number + 1}:" in " ".join(shown.data)) is (number < 5)
    rated = journey.with_touchpoints(1, ["X"])
    (point,) = rated.touchpoints
    last = standing(library, language, Spot(Side.STAGE, 5))
    way = screen(library, texts, last, rated).labels[-1]
    assert way == [speak("button-journey-map"), speak("button-journey-rate-now")]
    rated = rated.felt(point.id, 1).weighed(point.id, 1)
    here = standing(library, language, Spot(Side.POINT, point.id))
    labels = [label for row in screen(library, texts, here, rated).labels for label in row]
    assert speak("button-journey-next-stage") in labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_map_lacks(language: str, library: Library, texts: Texts) -> None:
    """As long as there is too little to draw, it says how much that takes."""
    needs = texts.line(language, "journey-needs", least=3)
    here = standing(library, language, Spot())
    for count in range(5):
        journey = Journey.begun(["A"])
        if count:
            journey = journey.with_touchpoints(1, ["x"] * count)
        assert (needs in screen(library, texts, here, journey).text) is (count < 3)


def test_what_is_gone_leads_to_the_map(library: Library, texts: Texts) -> None:
    """Whoever stood at it sees the map, not an error."""
    journey = Journey.begun(["A", "B"])
    for spot in (Spot(Side.STAGE, 9), Spot(Side.POINT, 9), Spot(Side.NAME, 9)):
        text = screen(library, texts, standing(library, "en", spot), journey).text
        assert "1. A" in text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs"]), min_size=1, max_size=60))
@settings(max_examples=25)
def test_any_name_is_shown_as_written(library: Library, texts: Texts, name: str) -> None:
    """What people type never becomes markup."""
    try:
        journey = Journey.begun(["A"]).with_touchpoints(1, [name])
    except Exception:  # noqa: BLE001 - names that are refused have tests of their own
        return
    (point,) = journey.touchpoints
    noted = journey.noted(point.id, name)
    for spot in (Spot(), Spot(Side.STAGE, 1), Spot(Side.POINT, point.id)):
        here = standing(library, "en", spot)
        assert point.title in screen(library, texts, here, noted).text


# -- the result


def ended(
    library: Library,
    texts: Texts,
    journey: Journey,
    language: str,
    answers: Mapping[str, Value] = SAID,
    words: Mapping[str, str] | None = None,
) -> Shown:
    """A finished journey."""
    code = "journey" if answers["whose"] == "customer" else "employee_journey"
    said = {**answers, code: WRITTEN}
    attempt = Attempt(KEY, library.instruments["journey"], Mode.FULL, answers=said, position=None)
    given = {"segment": NASTY, "expects": "E" * 1000} if words is None else words
    built = {**given, code: to_json(journey)}
    return Shown(finished(attempt), language, speech(library, texts, stretched=True), words=built)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("journey", LONGEST, ids=range(len(LONGEST)))
def test_the_longest_result(
    journey: Journey, language: str, library: Library, texts: Texts
) -> None:
    """It fits, says what is left out of the list, and the facts leave out nothing."""
    one = ended(library, texts, journey, language)
    shown = check(twin_view(one), room=0)
    worst = journey.touchpoints[0]
    assert worst.title in shown.text
    assert worst.note in shown.text
    named = sum(point.title in shown.text for point in journey.touchpoints)
    assert texts.line(language, "and-more", count=MAX_TOUCHPOINTS - named) in shown.text
    facts = journey_facts(one)
    assert [(s.title, [p.title for p in s.touchpoints]) for s in facts.stages] == [
        (s.title, [p.title for p in s.touchpoints]) for s in journey.stages
    ]
    assert len(facts.zones) == MAX_TOUCHPOINTS
    assert all(note.note in zone.text for note, zone in zip(journey.touchpoints, facts.zones))  # noqa: B905 - as many as asserted above
    check_html(journey_caption(one), CAPTION_LENGTH)


def built() -> Journey:
    """A small journey with one of everything."""
    journey = Journey.begun(["Look", "Buy"]).with_touchpoints(1, ["Site", "Ad"])
    journey = journey.with_touchpoints(2, ["Till", "Wait", "Pay"])
    site, ad, till, wait, _ = (point.id for point in journey.touchpoints)
    journey = journey.felt(site, 1).weighed(site, 1).felt(ad, 0).weighed(till, 5)
    return journey.felt(wait, -2).weighed(wait, 4).noted(wait, "Too long")


def test_facts(library: Library, texts: Texts) -> None:
    """What was said before, what was built, its pains and delights, the worst first."""
    facts = journey_facts(ended(library, texts, built(), "en"))
    assert (facts.title, facts.subtitle) == ("Customer journey map", "2 stages · 5 touchpoints")
    assert [(line.heading, line.text) for line in facts.about] == [
        ("Who they are", NASTY), ("New or not", "New"), ("What they expect", "E" * 1000),
    ]  # fmt: skip
    (look, buy) = facts.stages
    assert [(p.title, p.emotion, p.effort, p.is_pain, p.is_delight) for p in look.touchpoints] == [
        ("Site", 1, 1, False, True), ("Ad", 0, None, False, False),
    ]  # fmt: skip
    assert [(p.title, p.is_pain) for p in buy.touchpoints] == [
        ("Till", True), ("Wait", True), ("Pay", False),
    ]  # fmt: skip
    assert [(zone.heading, zone.text) for zone in facts.zones] == [
        ("4. Wait", "Awful, effort 4 of 5. Too long"), ("3. Till", "Effort 5 of 5."),
    ]  # fmt: skip
    assert facts.emotions == ["Awful", "Bad", "Neutral", "Good", "Great"]
    assert facts.date == "30 September 2026"
    assert facts.brand


def test_suggestions_follow_the_view(library: Library, texts: Texts) -> None:
    """A journey begun in Ukrainian and shown in English says all in English but what was typed."""
    question = library.instruments["journey"].by_code["journey"]
    ready, begun = question.stages[0], journey_of(question, {}, "uk")
    journey = begun.with_touchpoints(1, [ready.touchpoints[1]["uk"], "Вивіска", "C"])
    facts = journey_facts(ended(library, texts, journey, "en"))
    assert [stage.title for stage in facts.stages] == [s.title["en"] for s in question.stages]
    assert [point.title for point in facts.stages[0].touchpoints] == [
        ready.touchpoints[1]["en"], "Вивіска", "C",
    ]  # fmt: skip


def test_words(library: Library, texts: Texts) -> None:
    """How it feels, told with care; zones with reason and note; delights; what to do next."""
    shown = check(twin_view(ended(library, texts, built(), "en")), room=0)
    for part in (
        "Customer journey map · 30 September 2026\n2 stages · 5 touchpoints",
        "rather hard going: −0.3 on average, on a scale from −2 to +2. Emotions rated: 3 of 5.",
        "What to fix first\n😣 4 Wait\nBuy · awful, effort 4 of 5\nToo long\n○ 5 Till\nBuy",
        "Moments of delight, worth keeping\n🙂 1 Site",
        "What next.",
        "We chose these limits ourselves.",
    ):
        assert part in shown.text
    labels = [row[0] for row in shown.labels]
    assert labels[1:3] == ["Edit", "PDF to print"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_rated(language: str, library: Library, texts: Texts) -> None:
    """No mean, no pains: it says so, and says what to do all the same."""
    journey = Journey.begun(["A"]).with_touchpoints(1, ["x", "y", "z"])
    one = ended(library, texts, journey, language)
    text, speak = check(twin_view(one), room=0).text, texts.speaker(language)
    assert speak("journey-no-mood", rated="0", points="3") in text
    assert speak("journey-no-zones") in text
    assert speak("journey-delights") not in text
    facts = journey_facts(one)
    assert (facts.zones, facts.no_zones) == ([], speak("journey-no-zones"))


def test_an_employee_s_journey_is_called_so(library: Library, texts: Texts) -> None:
    """In the words, on the picture, under the last question, in the reminder."""
    answers = {**SAID, "whose": "employee"}
    one = ended(library, texts, built(), "en", answers)
    assert journey_facts(one).title == "Employee journey map"
    for text in (
        check(twin_view(one), room=0).text,
        check_html(done_text(one.finished, "en", one.speech)),
        check_html(journey_caption(one)),
        check(reminder_view(standing(library, "en", Spot(), answers),
                            one.attempt.reopened(), one.speech)).text,
    ):  # fmt: skip
        assert "Employee journey map" in text


def test_too_little_to_draw(library: Library, texts: Texts) -> None:
    """While somebody takes a finished map apart: words in place of a picture."""
    journey = Journey.begun(["A"]).with_touchpoints(1, ["x"])
    one = ended(library, texts, journey, "ru")
    assert "хотя бы 3 точки" in check(not_drawn(one)).text
    assert "1 этап" in check(twin_view(one), room=0).text


def test_not_built_yet(library: Library, texts: Texts) -> None:
    """A mistake of ours is told apart from a result."""
    attempt = Attempt(KEY, library.instruments["map"], Mode.FULL)
    with pytest.raises(LookupError):
        journey_facts(Shown(finished(attempt), "ru", speech(library, texts)))
    with pytest.raises(LookupError):
        journey_view(person("ru"), Journey.begun(["A"]), speech(library, texts))
