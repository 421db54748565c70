"""The owner's screens and captions, with the longest words and the largest numbers."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import ceil

import pytest

from content.library import Library, load_library
from content.texts import Texts
from domain.kinds import Mode, Scoring
from domain.languages import LANGUAGES
from domain.person import Person
from domain.statistics import nps
from handlers.views import admin
from handlers.views.audit import SHOWN, audit_view
from handlers.views.choice import Choice
from handlers.views.choosing import LINES, choosing_view
from handlers.views.context import Speech
from handlers.views.exports import FORMATS, Order, export_rows_view, export_view
from handlers.views.funnel import FunnelFacts, funnel_view
from handlers.views.overview import Overview, board_facts, caption
from handlers.views.view import View, share_of
from preview import rules
from storage.audit import Action, Entry, Who
from storage.boards import Answers, Board, Hidden
from storage.funnel import LEAVINGS, Funnel, Leaving, Stage
from tests.support.boards import HUGE, board_of
from tests.support.screens import ADMIN, NOW, campaign, check, check_html, person, speech
from tests.support.stretched import stretched

ANALYST = 8
LONGEST = stretched()
MANY = {f"i{number}": stretched(f"i{number}") for number in range(30)}
Shown = Callable[[Person, Speech], View]


def board(why: Hidden | None = None) -> Board:
    """A board of the longest test with everything on it, or none of it."""
    return board_of(LONGEST, why=why)


def funnel(*, hides: bool = False, begun: int = HUGE) -> Funnel:
    """A funnel of the longest test."""
    count = None if hides else begun - 1
    questions = LONGEST.questions[:LEAVINGS]
    return Funnel(
        arrived=HUGE,
        consented=HUGE,
        begun=dict.fromkeys(Mode, begun),
        mode=Mode.FULL,
        finished=begun // 2,
        under_way=0,
        stages=tuple(Stage(section, count, count) for section in LONGEST.sections),
        leaving=tuple(Leaving(q, n * 999, begun, begun) for n, q in enumerate(questions)),
    )


def _funnel(made: Funnel, *, of_one: bool = True) -> Shown:
    where = campaign() if of_one else None
    return lambda who, say: funnel_view(who, FunnelFacts(LONGEST, where, made, "23:59"), say)


def order(count: int = HUGE, form: str = "jsonl") -> Order:
    """An order with all that can be chosen."""
    return Order(LONGEST, campaign(), 30, date(2026, 9, 30), form, count)


def entries(count: int) -> list[Entry]:
    """The longest entries."""
    details: dict[str, str | int] = {
        "kind": "rows", "format": "jsonl", "instrument": "i0", "campaign": "x" * 62,
        "since": "2026-09-30", "until": "2026-09-30", "like": "y" * 62, "what": "title",
    }  # fmt: skip
    return [Entry(NOW, Who.STAFF, 2**52, Action.EXPORT, details)] * count


STANDINGS = [
    admin.Standing(replace(LONGEST, id=f"{number:02}".ljust(16, "i")), board())
    for number in range(30)
]
CAMPAIGNS = [campaign(number) for number in range(40)]
SCREENS: dict[str, Shown] = {
    "menu": lambda who, say: admin.admin_view(who, (HUGE, HUGE, HUGE), STANDINGS, say),
    "menu of nothing": lambda who, say: admin.admin_view(who, (0, 0, 0), [], say),
    "figures": lambda who, say: admin.figures_view(who, STANDINGS[:LINES], 0, say),
    "funnel": _funnel(funnel()),
    "funnel of all": _funnel(funnel(), of_one=False),
    "funnel that hides": _funnel(funnel(hides=True)),
    "funnel of nobody": _funnel(replace(funnel(begun=0), stages=(), leaving=())),
    "funnel of few": _funnel(replace(funnel(begun=2), leaving=())),
    "campaigns": lambda who, say: choosing_view(
        who, Choice(asks="campaign", back="funnel", page=2), CAMPAIGNS, say
    ),
    "tests": lambda who, say: choosing_view(who, Choice(asks="test", back="export"), [], say),
    "log": lambda who, say: audit_view(who, entries(LINES), 1, SHOWN, say),
    "log of nothing": lambda who, say: audit_view(who, [], 0, 0, say),
    "export": lambda who, say: export_view(who, order(form=""), say),
    "export of rows": lambda who, say: export_rows_view(who, order(), say),
    "export of no rows": lambda who, say: export_rows_view(who, order(0), say),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tests", ["one", "many"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screen_fits(screen: str, tests: str, language: str, texts: Texts) -> None:
    """With one test and with many, for admins and analysts."""
    made = MANY if tests == "many" else {"i0": LONGEST}
    say = speech(Library(made, {}, load_library().profile), texts, stretched=True)
    for chat_id in (ADMIN, ANALYST):
        check(SCREENS[screen](person(language, chat_id=chat_id), say))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", [0, 4, 11])
def test_the_menu_is_one_screen_of_a_phone(told: int, language: str, texts: Texts) -> None:
    """However many tests have figures: 38 letters a line where a phone is 390 points wide."""
    library = load_library()
    standings = [
        admin.Standing(of, board_of(of, 128, why=None if number < told else Hidden.FEW, mean=61.5))
        for number, of in enumerate(library.instruments.values())
    ]
    say = speech(library, texts)
    boss = person(language, chat_id=ADMIN)
    shown = check(admin.admin_view(boss, (1204, 1180, 1100), standings, say))
    lines = sum(max(1, ceil(len(line) / 38)) for line in shown.text.split("\n"))
    assert lines <= 16, shown.text
    pictures = [data for data in shown.data if data.startswith("g1:overview:")]
    assert len(pictures) == min(told, admin.PICTURES_OFFERED)
    assert len(shown.labels) <= 6


def test_tests_with_figures_come_first(texts: Texts) -> None:
    """Those with most people before the others; whose figures are hidden are named behind."""
    of = [replace(LONGEST, id=f"i{n}", title=dict.fromkeys(LANGUAGES, f"T{n}")) for n in range(4)]
    standings = [
        admin.Standing(of[0], board_of(of[0], 4, why=Hidden.FEW)),
        *(admin.Standing(one, board_of(one, n * 5, mean=61.5)) for n, one in enumerate(of) if n),
    ]
    say = speech(Library({one.id: one for one in of}, {}, ()), texts)
    view = check(admin.admin_view(person("en", chat_id=ADMIN), (9, 8, 7), standings, say))
    assert view.text.split("\n")[1:] == [
        "Arrived: 9, consented: 8, tests finished: 7.", "",
        *(f"T{n}: 62 out of 100" for n in (3, 2, 1)), "",
        "No figures yet (they need 5 people): T0.",
    ]  # fmt: skip
    assert view.labels[:4] == [
        ["Overview: T3"], ["Overview: T2"], ["Overview: T1"], ["All tests", "Campaigns"],
    ]  # fmt: skip


def _overview(made: Board, language: str, texts: Texts) -> Overview:
    say = speech(Library({"i0": LONGEST}, {}, ()), texts, stretched=True)
    return Overview(made, LONGEST, campaign(), language, NOW, say)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", [None, *Hidden])
def test_caption_fits(why: Hidden | None, language: str, texts: Texts) -> None:
    """Under a photo, with ten blocks and three questions of the longest names."""
    made = _overview(board(why), language, texts)
    text = check_html(caption(made), rules.CAPTION_LENGTH)
    facts = board_facts(made)
    assert (facts.hidden in text) is True
    assert bool(facts.hidden) is bool(why)
    assert bool(facts.blocks) is (why is None)
    assert facts.total == ("" if why else "100")


def test_only_maps_have_blocks(texts: Texts) -> None:
    """Another test's sections are no axes."""
    made = _overview(board(), "en", texts)
    plain = replace(made, instrument=replace(LONGEST, scoring=Scoring.NONE))
    assert board_facts(made).blocks
    assert not board_facts(plain).blocks


def test_the_caption_says_what_the_picture_says(library: Library, texts: Texts) -> None:
    """Figure by figure, for those who can't see it."""
    the_map = library.instruments["map"]
    answers = Counter({10: 6, 8: 2, 3: 2})
    made = Board(
        mode=Mode.FULL, arrived=30, consented=20, begun=15, finished=10, present=10, others=3,
        people=10, totals=9, total=61.5,
        blocks={b.code: 40.0 + n for n, b in enumerate(the_map.blocks)},
        items={},
        answers={"own_nps": Answers(answers, nps(answers)), "own_enps": Answers()},
        why=None,
    )  # fmt: skip
    text = caption(Overview(made, the_map, None, "en", NOW, speech(library, texts)))
    assert "Arrived by campaign links: 30. Started: 15, finished: 10." in text
    assert "Insiders’ view: would recommend the products and services: <b>+40</b>" in text
    assert "Mean of 9 people: 62 out of 100." in text
    assert "Another 3 took the short version, which is counted separately." in text
    for number, block in enumerate(the_map.blocks):
        assert f"{block.axis['en']} {40 + number}" in text if block.axis else False


def test_what_is_chosen_is_marked(texts: Texts) -> None:
    """The period on the export's screen, the version on the funnel's."""
    say = speech(Library({"i0": LONGEST}, {}, ()), texts)
    boss = person("en", chat_id=ADMIN)
    labels = [
        label for row in check(export_view(boss, order(form=""), say)).labels for label in row
    ]
    assert "• 30 days" in labels
    assert "7 days" in labels
    shown = check(SCREENS["funnel"](boss, say)).labels[0]
    assert shown == ["Short", "• Full"]


def test_rows_are_offered_to_admins_only(texts: Texts) -> None:
    """Formats and choices; the report is for both."""
    say = speech(Library({"i0": LONGEST}, {}, ()), texts)
    for chat_id, expected in ((ADMIN, True), (ANALYST, False)):
        shown = check(export_view(person("en", chat_id=chat_id), order(form=""), say))
        for form in FORMATS:
            assert (f"g1:rows:{form}" in shown.data) is expected
        assert any(data.startswith("o1:choose:") for data in shown.data) is expected
        assert "g1:report:" + LONGEST.id in shown.data


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_say_what_people_were_promised(language: str, texts: Texts) -> None:
    """Before a file of single people's answers is made; of a survey, also what is not in it."""
    say = speech(Library({"i0": LONGEST}, {}, ()), texts)
    boss = person(language, chat_id=ADMIN)
    survey = replace(LONGEST, scoring=Scoring.SURVEY)
    for of, key in ((LONGEST, "export-confirm"), (survey, "export-confirm-survey")):
        text = check(export_rows_view(boss, replace(order(), instrument=of), say)).text
        assert texts.line(language, key) in text


def test_choices_survive_their_screen() -> None:
    """As facts and back; what belongs to a list or a confirmation does not stay."""
    choice = Choice("map", "ml7", "full", 7, 2, "2026-09-30", "csv", "campaign", "funnel")
    assert Choice.of(choice.facts) == choice
    assert choice.settled == Choice("map", "ml7", "full", 7)
    assert Choice.of({}) == Choice()
    assert choice.asked("csv", NOW).since == "2026-09-24"
    assert replace(choice, days=0).asked("csv", NOW).since == ""


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 7, 0), (7, 7, 100), (1, 1000, 1), (999, 1000, 99), (1, 8, 13), (1, 2, 50), (1, 200, 1)],
)
def test_shares(part: int, whole: int, expected: int) -> None:
    """Halves up; neither all nor nobody unless it is."""
    assert share_of(part, whole) == expected
