"""What an operator lays over the product's content by CONTENT_DIR."""

from pathlib import Path

import pytest

from content.library import Library, load_library
from tests.support.folder import DEMO, faults_of, lay, line_of, load

WORDING = """\
change: wording
questions:
  "1.2":
    text:
      uk: "Нове формулювання."
"""


def test_a_new_instrument_stands_beside_the_map(tmp_path: Path, library: Library) -> None:
    """Adding one needs no change in Python, and leaves the map as it was."""
    larger = load(tmp_path, demo=DEMO)
    assert set(larger.instruments) == {*library.instruments, "demo"}
    assert larger.instruments["map"] == library.instruments["map"]


def test_a_whole_instrument_may_be_replaced(tmp_path: Path) -> None:
    """A folder of the same name wins."""
    folder = lay(tmp_path, {"map/instrument.yaml": DEMO.replace("id: demo", "id: map")})
    assert [q.code for q in load_library(folder).instruments["map"].questions][:2] == [
        "nps",
        "1.1",
    ]


def test_an_empty_folder_changes_nothing(tmp_path: Path, library: Library) -> None:
    """Nor do files that are no content."""
    folder = lay(tmp_path, {"readme.txt": "notes", "empty/notes.md": "notes"})
    assert load_library(folder) == library


def test_wording_replaces_one_text_in_one_language(tmp_path: Path, library: Library) -> None:
    """By item code and language; all else stays, trends go on, the version is another."""
    before, after = library.instruments["map"], load(tmp_path, over_map=WORDING).instruments["map"]
    old, new = before.by_code["1.2"], after.by_code["1.2"]
    assert new.text == {**old.text, "uk": "Нове формулювання."}
    assert (new.hint, new.levels, new.step, new.name) == (
        old.hint,
        old.levels,
        old.step,
        old.name,
    )
    others = [q for q in before.questions if q.code != "1.2"]
    assert others == [q for q in after.questions if q.code != "1.2"]
    assert after.meaning == before.meaning
    assert after.version != before.version
    assert after.express == before.express


def test_meaning_carries_a_label_of_its_own(tmp_path: Path, library: Library) -> None:
    """Only equal labels are compared, so a new one breaks the trend, and only a new one."""
    over = WORDING.replace("change: wording", 'change: meaning\nmeaning: "1-acme"')
    changed = load(tmp_path, over_map=over).instruments["map"]
    assert changed.meaning == "1-acme"
    assert library.instruments["map"].meaning == "1"


def test_titles_and_sections_too(tmp_path: Path) -> None:
    """Whatever people read may be worded anew."""
    over = """\
change: wording
title: {en: "Our map"}
about: {en: "About us"}
sections:
  customer:
    axis: {en: "Guests"}
    zone: {en: "Look at your guests."}
questions:
  own_nps:
    name: {en: "Recommending us"}
"""
    changed = load(tmp_path, over_map=over).instruments["map"]
    block = changed.blocks[0]
    assert changed.title["en"] == "Our map"
    assert changed.title["ru"] == "Карта клиентоцентричности"
    assert changed.about["en"] == "About us"
    assert block.axis is not None
    assert block.axis["en"] == "Guests"
    assert block.zone is not None
    assert block.zone["en"] == "Look at your guests."
    assert changed.by_code["own_nps"].name["en"] == "Recommending us"


def test_the_same_words_give_the_same_version(tmp_path: Path, library: Library) -> None:
    """An overlay that says what stands there already changes nothing that is stored."""
    words = library.instruments["map"].by_code["1.2"].text["uk"]
    over = WORDING.replace("Нове формулювання.", words)
    assert load(tmp_path, over_map=over).instruments["map"] == library.instruments["map"]


def test_laid_over_an_instrument_of_one_s_own(tmp_path: Path) -> None:
    """Folder and overlay may stand side by side."""
    over = "change: wording\ntitle: {en: Other}\n"
    assert load(tmp_path, demo=DEMO, over_demo=over).instruments["demo"].title["en"] == "Other"


@pytest.mark.parametrize(
    ("over", "place", "fault"),
    [
        (WORDING.replace("change: wording\n", ""), "questions", "an overlay lacks “change”"),
        (WORDING.replace("wording", "words"), "change", "“change” must be wording or meaning"),
        (WORDING.replace("wording", "meaning"), "change", "an overlay lacks “meaning”"),
        (
            WORDING.replace("wording", 'meaning\nmeaning: "1"'),
            'meaning: "1"',
            "“meaning” must be another than “1”",
        ),
        (WORDING + 'meaning: "2"\n', "meaning:", "an overlay has no field “meaning”"),
        (WORDING + "colour: red\n", "colour", "an overlay has no field “colour”"),
        (WORDING.replace('"1.2"', '"9.9"'), "text:", "has no question “9.9”"),
        (WORDING.replace('"1.2"', "customer"), "text:", "has no question “customer”"),
        (WORDING.replace("questions", "sections"), "text:", "has no section “1.2”"),
        (WORDING.replace("uk:", "de:"), "de:", "“text” has no field “de”"),
        (WORDING.replace("text:", "words:"), "uk:", "question “1.2” has no field “words”"),
        (
            WORDING.replace("Нове формулювання.", "ы" * 301),
            "uk:",
            "“text” has 301 characters in uk",
        ),
        (WORDING.replace('"Нове формулювання."', '""'), "uk:", "“uk” must be a word or a line"),
        (WORDING.replace('"Нове формулювання."', "[a]"), "uk:", "“uk” must be a word or a line"),
        ("change: wording\nquestions: [a]\n", "questions", "“questions” must be a mapping"),
        ("- a\n", "- a", "an overlay must be a mapping of fields"),
    ],
)
def test_faults(tmp_path: Path, over: str, place: str, fault: str) -> None:
    """The overlay's own file and line are named, not those of what it is laid over."""
    found = [line for line in faults_of(tmp_path, over_map=over) if fault in line]
    assert len(found) == 1, faults_of(tmp_path, over_map=over)
    assert found[0].startswith(f"map.yaml:{line_of(over, place)}: "), found


def test_overlay_of_nothing(tmp_path: Path) -> None:
    """A misspelt name is not passed over in silence."""
    found = faults_of(tmp_path, over_mapp=WORDING)
    assert found == ("mapp.yaml:1: there is no instrument “mapp” to lay this over",)


@pytest.mark.usefixtures("bare")
def test_overlay_hides_no_fault_below(tmp_path: Path) -> None:
    """What is wrong in the instrument is named with its own line, overlay or not."""
    over = "change: wording\ntitle: {en: Other}\nquestions:\n  nps:\n    text: {en: 'Why?'}\n"
    for old, new in (
        ("  - code: start\n", "  - x\n  - code: start\n"),
        ("  - code: end\n    questions:\n", "  - code: end\n    questions: none\n    more:\n"),
        ('    axis: {ru: "Один", uk: "Один", en: "One"}\n', ""),
        ("code: why", "code: nps"),
    ):
        broken = DEMO.replace(old, new)
        assert broken != DEMO
        plain = faults_of(tmp_path / "plain", demo=broken)
        assert plain == faults_of(tmp_path / "over", demo=broken, over_demo=over)
