"""Every way in which an instrument can be wrong: file, line and fault are named."""

import re
from pathlib import Path

import pytest

from content.fields import LIMITS, MAX_CODE, MAX_OPTION_CODE
from tests.support.folder import DEMO, faults_of, line_of, load

pytestmark = pytest.mark.usefixtures("bare")

TITLE = 'title: {ru: "Проба", uk: "Проба", en: "Demo"}'
RED = "          - code: red\n"
FIRST = '      - code: "1.1"\n'


def test_demo_itself_is_right(tmp_path: Path) -> None:
    """What the table below breaks loads when nothing is broken."""
    demo = load(tmp_path, demo=DEMO).instruments["demo"]
    assert " ".join(q.code for q in demo.questions) == "nps 1.1 2.1 3.1 why colour sum"
    assert demo.express == {"1.1", "2.1", "3.1"}
    assert (demo.by_code["sum"].low, demo.by_code["sum"].high) == (0, 100)


WRONG = {
    # the instrument
    "no id": ("id: demo\n", "", "", "the instrument lacks “id”"),
    "id is no code": ("id: demo", "id: De mo", "", "“De mo” is no code"),
    "id of another folder": ("id: demo", "id: other", "", "its id is “other”, its folder “demo”"),
    "no meaning": ('meaning: "1"\n', "", "", "the instrument lacks “meaning”"),
    "no title": (TITLE + "\n", "", "", "the instrument lacks “title”"),
    "no sections": (DEMO[DEMO.index("sections:") :], "", "", "the instrument lacks “sections”"),
    "unknown field": (TITLE, TITLE + "\ncolor: red", "color", "has no field “color”"),
    "field twice": (TITLE, TITLE + "\nid: demo", "id: demo\nabout", "“id” stands here twice"),
    "no scoring": ("scoring: blocks\n", "", "", "the instrument lacks “scoring”"),
    "scoring": ("blocks", "sums", "", "scoring “sums” is not known; there are: blocks, "),
    "flag": ("profile: no", "profile: maybe", "", "“profile” must be yes or no"),
    # words
    "language missing": (', en: "Demo"}', "}", "title", "“title” lacks “en”"),
    "language unknown": ('en: "Demo"', 'en: "D", de: "D"', "title", "“title” has no field “de”"),
    "word empty": ('en: "Demo"', 'en: ""', "title", "“en” must be a word or a line of text"),
    "word blank": ('en: "Demo"', 'en: "  "', "title", "“en” must be a word or a line of text"),
    "word a list": ('en: "Demo"', "en: [a]", "title", "“en” must be a word or a line of text"),
    "text is a word": (TITLE, "title: Demo", "title", "“title” must be a mapping of fields"),
    # scales and extras
    "scale too short": (
        '    - {ru: "да", uk: "так", en: "yes"}\n',
        "",
        '- {ru: "нет"',
        "must list 2 to 8 labels",
    ),
    "scale too long": (
        "extras:",
        '    - {ru: "а", uk: "а", en: "a"}\n' * 7 + "extras:",
        '- {ru: "нет"',
        "scale “extent” must list 2 to 8 labels",
    ),
    "scale is a word": (
        DEMO[DEMO.index("  extent:") : DEMO.index("extras:")],
        "  extent: five\n",
        "extent",
        "scale “extent” must list",
    ),
    "scales are a list": (
        "  extent:\n",
        "  - extent:\n",
        "- extent",
        "“scales” must be a mapping",
    ),
    "extra": ("code: unknown", "code: maybe", "", "extra answer “maybe”: known are unknown, "),
    "extra twice": (
        "express:",
        '  - code: unknown\n    label: {ru: "а", uk: "а", en: "a"}\nexpress:',
        '- code: unknown\n    label: {ru: "а"',
        "an extra answer “unknown” stands here twice",
    ),
    "no such scale": (FIRST, FIRST + "        scale: zeal\n", '- code: "1.1"', "no scale “zeal”"),
    "extras are a word": (
        DEMO[DEMO.index("extras:") : DEMO.index("express:")],
        "extras: unknown\n",
        "extras",
        "“extras” must be a list",
    ),
    # express
    "express of nothing": (
        '  - "1.1"\n',
        '  - "9.9"\n',
        '- "9.9"',
        "question “9.9”, which is miss",
    ),
    "express twice": (
        '  - "1.1"\n',
        '  - "1.1"\n  - "1.1"\n',
        '- "1.1"\n  - "2.1"',
        "express names question “1.1” twice",
    ),
    "express is a word": (
        DEMO[DEMO.index("express:") : DEMO.index("sections:")],
        'express: "1.1"\n',
        "express",
        "“express” must be a list",
    ),
    "express leaves a block": ('- "1.1"\n', "- nps\n", "", "express leaves block “one” without"),
    # sections
    "sections are a word": (
        DEMO[DEMO.index("sections:") :],
        "sections: none\n",
        "sections",
        "“sections” must be a list",
    ),
    "section is a word": (
        "  - code: start\n",
        "  - x\n  - code: start\n",
        "- x",
        "be a mapping of",
    ),
    "section twice": ("  - code: end", "  - code: one", "", "section “one” stands here twice"),
    "section without questions": (
        DEMO[DEMO.index("    questions:") : DEMO.index("  - code: one")],
        "    questions: []\n",
        "- code: start",
        "section “start” has no questions",
    ),
    "block without axis": (
        '    axis: {ru: "Один", uk: "Один", en: "One"}\n',
        "",
        "- code: one",
        "a section lacks “axis”",
    ),
    "two blocks": ("    scored: yes\n", "", "", "needs 3 to 10 sections with “scored: yes”"),
    "nothing to score": (
        FIRST,
        FIRST + "        kind: yes_no\n",
        '- code: "1.1"',
        "only kind “scale” has a score",
    ),
    # questions
    "no code": (
        '      - code: "1.1"\n        name',
        "      - name",
        '- name: {ru: "б"',
        "lacks “code”",
    ),
    "code is no code": ("code: why", "code: Why?", "- code: Why?", "“Why?” is no code"),
    "code twice": ("code: why", "code: nps", "- code: nps\n        kind: t", "already"),
    "code reserved": ("code: why", "code: role", "- code: role", "“role” is a reserved name"),
    "kind": (
        "kind: text",
        "kind: speech",
        "- code: why",
        "kind “speech” is not known; there are: ",
    ),
    "no text": (
        '        text: {ru: "б.", uk: "б.", en: "b."}\n',
        "",
        '- code: "1.1"',
        "lacks “text”",
    ),
    "no name": (
        '        name: {ru: "б", uk: "б", en: "b"}\n',
        "",
        '- code: "1.1"',
        "lacks “name”",
    ),
    "level is no number": ('1: {ru: "в"', 'one: {ru: "в"', "one: {", "“one” is no level"),
    "level is a raised two": ('1: {ru: "в"', '²: {ru: "в"', "²: {", "“²” is no level"),
    "level of none": (
        '1: {ru: "в"',
        '3: {ru: "в"',
        '- code: "1.1"',
        "describes level 3, which it l",
    ),
    "level nought": (
        '1: {ru: "в"',
        '0: {ru: "в"',
        '- code: "1.1"',
        "describes level 0, which it l",
    ),
    "levels are a list": ('1: {ru: "в"', '- {ru: "в"', '- {ru: "в"', "“levels” must be a mapping"),
    "one choice": (
        '          - code: blue\n            label: {ru: "з", uk: "з", en: "i"}\n',
        "",
        "- code: colour",
        "question “colour” needs two options or more",
    ),
    "option twice": (
        "code: blue",
        "code: red",
        '- code: red\n            label: {ru: "з"',
        "twice",
    ),
    "options of a text": (
        "kind: text",
        "kind: text\n        options: []",
        "options",
        "has no field “options”",
    ),
    "too many options": (
        RED,
        "".join(
            f'          - {{code: n{n}, label: {{ru: "а", uk: "а", en: "a"}}}}\n'
            for n in range(101)
        )
        + RED,
        "- code: colour",
        "question “colour” offers 103 options, at most",
    ),
    "limit is a word": ("low: 0", "low: zero", "- code: sum", "“low” must be a number"),
    "limit is not a number": ("low: 0", "low: nan", "- code: sum", "“low” must be a number"),
    "limit is endless": ("high: 100", "high: inf", "- code: sum", "“high” must be a number"),
    "limits crossed": (
        "low: 0",
        "low: 101",
        "- code: sum",
        "question “sum”: “low” is above “high”",
    ),
    # conditions and variants
    "condition on a later question": (
        "          nps: 0-6",
        "          sum: 1",
        "sum: 1",
        "“when” names “sum”, which is not asked",
    ),
    "condition on no answer": (
        "          nps: 0-6",
        "          nps: [0, 11]",
        "nps: [0",
        "“nps” has no answer “11”",
    ),
    "condition on a range without end": (
        "          nps: 0-6",
        f"          nps: 0-{'9' * 5000}",
        "nps: 0-9",
        "“nps” has no answer “0-9",
    ),
    "condition on a range backwards": (
        "          nps: 0-6",
        "          nps: 6-0",
        "nps: 6-0",
        "“6-0” is no range of answers",
    ),
    "condition on a range too far": (
        "          nps: 0-6",
        "          nps: 0-12",
        "nps: 0-12",
        "“0-12” is no range of answers",
    ),
    "condition is a mapping": (
        "          nps: 0-6",
        "          nps: {a: b}",
        "nps: {a",
        "a condition is a value, a range",
    ),
    "condition on a role that is not offered": (
        "          nps: 0-6",
        "          role: [owner, boss]",
        "role: [",
        "“role” has no answer “boss”",
    ),
    "condition on a mode that is not known": (
        "          nps: 0-6",
        "          mode: short",
        "mode: short",
        "“mode” has no answer “short”",
    ),
    "conditions are a word": (
        "        when:\n          nps: 0-6",
        "        when: nps",
        "when: nps",
        "“when” must be a mapping",
    ),
    "variant without text": (
        '            text: {ru: "е?", uk: "е?", en: "f?"}\n',
        "",
        "- when",
        "a variant lacks “text”",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_fault(tmp_path: Path, case: str) -> None:
    """The fault is named once, at the line where the author has to look."""
    old, new, place, fault = WRONG[case]
    broken = DEMO.replace(old, new, 1)
    assert broken != DEMO
    found = [line for line in faults_of(tmp_path, demo=broken) if fault in line]
    assert len(found) == 1, faults_of(tmp_path, demo=broken)
    assert found[0].startswith(f"demo/instrument.yaml:{line_of(broken, place)}: "), found


@pytest.mark.parametrize(
    ("place", "name", "limit"),
    [
        ("instrument", "title", LIMITS["title"]),
        ("instrument", "about", LIMITS["about"]),
        ("section", "axis", LIMITS["axis"]),
        ("section", "strength", LIMITS["strength"]),
        ("section", "zone", LIMITS["zone"]),
        ("section", "cheer", LIMITS["cheer"]),
        ("question", "name", LIMITS["name"]),
        ("question", "text", LIMITS["text"]),
        ("question", "hint", LIMITS["hint"]),
        ("question", "step", LIMITS["step"]),
        ("level", "level", LIMITS["level"]),
        ("option", "label", LIMITS["label"]),
    ],
)
@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_length(tmp_path: Path, place: str, name: str, limit: int, language: str) -> None:
    """Exactly as long as fits is taken; one more is named, with its language and line."""
    indent, anchor = {
        "instrument": ("", "scales:"),
        "section": ("    ", "    scored: yes"),
        "question": ("        ", "        levels:"),
        "level": ("          ", "        step:"),
        "option": ("            ", "          - code: blue"),
    }[place]
    key = "2" if place == "level" else name

    def with_length(length: int) -> str:
        words = dict.fromkeys(("ru", "uk", "en"), "ы") | {language: "ы" * length}
        rows = "".join(f"{indent}  {code}: {text}\n" for code, text in words.items())
        lines = [
            line
            for line in DEMO.split("\n")
            if not line.startswith(f"{indent}{name}:")
            or (place == "question" and not re.search('ru: "[бг]', line))
            or (place == "section" and "Один" not in line)
            or place in {"level", "option"}
        ]
        text = "\n".join(lines)
        if place == "option":
            text = text.replace(' {ru: "ж", uk: "ж", en: "h"}', "")
            return text.replace("            label:\n", f"            label:\n{rows}", 1)
        return text.replace(anchor, f"{indent}{key}:\n{rows}{anchor}", 1)

    load(tmp_path, demo=with_length(limit))
    broken = with_length(limit + 1)
    found = faults_of(tmp_path, demo=broken)
    line = line_of(broken, "ы" * (limit + 1))
    fault = f"“{name}” has {limit + 1} characters in {language}, at most {limit} fit"
    assert found == (f"demo/instrument.yaml:{line}: {fault}",)


@pytest.mark.parametrize(
    ("old", "longest"), [("code: why", MAX_CODE), ("code: red", MAX_OPTION_CODE)]
)
def test_code_length(tmp_path: Path, old: str, longest: int) -> None:
    """Codes stand in buttons, which hold 64 bytes."""
    load(tmp_path, demo=DEMO.replace(old, f"code: {'a' * longest}"))
    found = faults_of(tmp_path, demo=DEMO.replace(old, f"code: {'a' * (longest + 1)}"))
    assert len(found) == 1
    assert f"at most {longest} characters" in found[0]


@pytest.mark.parametrize("code", ["skipped", "written"])
def test_option_codes_that_mean_something_else(tmp_path: Path, code: str) -> None:
    """A choice stored as “skipped” would count as none; the loader does not let it be."""
    found = faults_of(tmp_path, demo=DEMO.replace("code: red", f"code: {code}"))
    assert any(f"“{code}” is a reserved name" in line for line in found), found


@pytest.mark.parametrize("word", ["no", "1.10", "0x10", "null", "2026-01-01", "on"])
def test_scalars_stay_what_was_typed(tmp_path: Path, word: str) -> None:
    """YAML's own ideas of truth, numbers and dates touch nothing that people read."""
    library = load(tmp_path, demo=DEMO.replace('en: "Demo"', f"en: {word}"))
    assert library.instruments["demo"].title["en"] == word


def test_profile_faults_are_named_too(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The questions about the person are content like any other."""
    folder = tmp_path_factory.mktemp("profile")
    (folder / "profile.yaml").write_text("role:\n  text: {ru: a, uk: b, en: c}\n")
    monkeypatch.setattr("content.library.CONTENT", folder)
    found = faults_of(tmp_path, demo=DEMO)
    assert "profile.yaml:2: profile question “role” lacks “options”" in found
    assert "profile.yaml:1: the profile lacks “size”" in found
    assert "profile.yaml:1: the profile lacks “industry”" in found
