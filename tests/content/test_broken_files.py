"""Files that cannot even be read: each fault names file and line, and says what to do."""

from pathlib import Path

import pytest

from content.library import load_library
from content.tree import ContentError
from tests.support.folder import DEMO, faults_of, lay

pytestmark = pytest.mark.usefixtures("bare")


@pytest.mark.parametrize(
    ("content", "line", "fault"),
    [
        ("", 1, "the file is empty"),
        ("# nothing but a comment\n", 1, "the file is empty"),
        ("title: Заголовок\n".encode("cp1251"), 1, "the file is not UTF-8"),
        ("id: demo\ntitle: ї\n".encode("cp1251"), 2, "the file is not UTF-8"),
        ("id: demo\n".encode("utf-16"), 1, "the file is not UTF-8"),
        ("id: demo\ntitle:\n\tru: a\n", 3, "broken YAML: found character '\\t'"),
        ("id: demo\ntitle: [\n", 3, "broken YAML: "),
        ('id: demo\ntitle: "a\n', 3, "broken YAML: found unexpected end of stream"),
        ("id: demo\ntitle: *nowhere\n", 2, "broken YAML: found undefined alias"),
        ("id: demo\n---\nid: other\n", 2, "broken YAML: but found another document"),
        ('id: demo\ntitle: "\\q"\n', 2, "broken YAML: found unknown escape character"),
        ("id: demo\ntitle: a: b\n", 2, "broken YAML: mapping values are not allowed"),
        ("id: demo\n\ntitle: \x07\n", 3, "broken YAML: "),
        ("id: demo\ntitle: a\x00b\n", 2, "broken YAML: "),
        ("id: demo\ntitle: &self [*self]\n", 1, "nested too deeply or refers to itself"),
        ('id: demo\ntitle: "\\ud800"\n', 2, "character 0xd800 can't be written"),
        ('id: demo\n"\\0": a\n', 2, "character 0x0000 can't be written"),
        ("[" * 500, 1, "nested too deeply or refers to itself"),
    ],
)
def test_unreadable(tmp_path: Path, content: str | bytes, line: int, fault: str) -> None:
    """Encoding, syntax and structure that no tree can be made of."""
    found = faults_of(tmp_path, demo=content)
    assert found[0].startswith(f"demo/instrument.yaml:{line}: {fault}"), found
    assert len(found) == 1 or "can't be written" in fault, found


@pytest.mark.parametrize("content", ["just words\n", "- a\n- list\n", "12\n"])
def test_something_else_than_fields(tmp_path: Path, content: str) -> None:
    """A list or a word where the instrument should stand."""
    found = faults_of(tmp_path, demo=content)
    assert found[0] == "demo/instrument.yaml:1: the instrument must be a mapping of fields"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    """Notepad saves so, and what it holds is the same content and version."""
    plain = load_library(lay(tmp_path / "plain", {"demo/instrument.yaml": DEMO}))
    windows = ("\ufeff" + DEMO.replace("\n", "\r\n")).encode()
    other = load_library(lay(tmp_path / "windows", {"demo/instrument.yaml": windows}))
    assert plain.instruments["demo"] == other.instruments["demo"]


def test_content_dir_is_no_folder(tmp_path: Path) -> None:
    """A missing folder or a file is named; the bot does not start without what was asked."""
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "missing", tmp_path / "file"):
        with pytest.raises(ContentError, match="CONTENT_DIR is not a folder"):
            load_library(path)


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("missing.yaml", "demo/missing.yaml:1: the file can't be read: No such file"),
        ("../x.yaml", "“../x.yaml” must stand in the instrument's own folder"),
        ("/etc/passwd", "“/etc/passwd” must stand in the instrument's own folder"),
        ("sub/x.yaml", "“sub/x.yaml” must stand in the instrument's own folder"),
        ("..", "the file can't be read"),
        ('"a\\0b.yaml"', "character 0x0000 can't be written"),
        ("[a, b]", "“file” must be the name of a file"),
        ('""', "“file” must be the name of a file"),
    ],
)
def test_included_file(tmp_path: Path, name: str, fault: str) -> None:
    """A section's file lies beside its instrument, and nothing outside is ever opened."""
    found = faults_of(tmp_path, demo=DEMO + f"  - file: {name}\n")
    assert any(fault in line for line in found), found


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("map.yml", "map.yml:1: the file is not read; its name must end in “.yaml”"),
        ("demo/instrument.yml", "demo/instrument.yml:1: the file is not read; its name"),
        ("demo/instruments.yaml", "demo/instrument.yaml:1: the file can't be read: No such file"),
    ],
)
def test_misnamed(tmp_path: Path, name: str, fault: str) -> None:
    """What an operator wrote is never passed over without a word."""
    with pytest.raises(ContentError) as caught:
        load_library(lay(tmp_path, {name: DEMO}))
    (found,) = caught.value.faults
    assert found.startswith(fault)


def test_fault_inside_an_included_file_names_that_file(tmp_path: Path) -> None:
    """Not the file that includes it."""
    part = "code: more\nquestions:\n  - code: q1\n    colour: red\n"
    found = faults_of(tmp_path, demo=DEMO + "  - file: part.yaml\n", part=part)
    assert any(line.startswith("demo/part.yaml:4: ") and "colour" in line for line in found), found
    assert all(line.startswith("demo/part.yaml:") for line in found), found


def test_all_faults_at_once(tmp_path: Path) -> None:
    """An author sees everything that is wrong, in all files, in one go."""
    found = faults_of(
        tmp_path,
        demo=DEMO.replace("profile: no", "profile: maybe").replace("low: 0", "low: zero"),
        over_demo="change: nothing\n",
        over_none="change: wording\n",
    )
    assert len(found) == 4, found
    assert {line.split(":")[0] for line in found} == {
        "demo/instrument.yaml",
        "demo.yaml",
        "none.yaml",
    }
