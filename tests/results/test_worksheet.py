"""The worksheet: pages A4 with every note in full, whatever is written in it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from domain.questionnaire import MAX_WRITTEN
from results.facts_profile import WorksheetFacts
from results.worksheet import WorksheetPainter, inputs
from tests.results import owner, pdf, pictures
from tests.results.profiles import STEP, worksheet

A4 = [210, 297]
PIXELS_PER_MM = 2
# Any text without halves of surrogate pairs, which no encoding of a message carries.
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@pytest.fixture(scope="module")
def worksheet_painter() -> WorksheetPainter:
    """One painter for all tests: its first sheet reads the fonts."""
    return WorksheetPainter()


def _squeezed(text: str) -> str:
    """Without white space: where lines break is not what these tests are about."""
    return "".join(text.replace("\N{ZERO WIDTH SPACE}", "").split())


def _sheets(document: pdf.Document) -> list[str]:
    return [_squeezed("".join(sheet)) for sheet in document.sheets]


class TestPages:
    """What every worksheet is."""

    @pytest.mark.parametrize("notes", [("",) * 11, ("нотатка",) * 11, ("я " * 500,) * 20, ("",)])
    def test_pages_are_a4_and_numbered(
        self, worksheet_painter: WorksheetPainter, notes: tuple[str, ...]
    ) -> None:
        document = pdf.read(worksheet_painter.paint(worksheet(notes)))
        count = len(document.sheets)
        assert [[round(side / 72 * 25.4) for side in page] for page in document.pages] == [
            A4
        ] * count
        assert document.embedded == len(document.fonts) > 0
        assert all("Manrope" in font for font in document.fonts)
        assert document.language == "uk"
        assert document.title == "Робочий аркуш · Діагностика стосунків із клієнтами"
        for number, sheet in enumerate(_sheets(document), start=1):
            assert sheet.endswith(f"{number}/{count}")

    def test_it_says_everything(self, worksheet_painter: WorksheetPainter) -> None:
        facts = worksheet(("",) * 5 + ("моя нотатка",) * 6)
        said = "".join(_sheets(pdf.read(worksheet_painter.paint(facts))))
        for text in (
            facts.name,
            facts.title,
            facts.viewpoint,
            facts.mean,
            facts.intro,
            facts.date,
        ):
            assert _squeezed(text) in said
        items = [item for section in facts.sections for item in section.items]
        for text in (
            facts.note_heading,
            facts.step_heading,
            facts.decision,
            facts.who,
            facts.when,
        ):
            assert said.count(_squeezed(text)) == len(items)
        for item in items:
            assert _squeezed(item.name + item.text + item.low) in said
            assert _squeezed(item.high + facts.note_heading) in said
        assert said.count(_squeezed("моя нотатка")) == 6
        assert _squeezed(facts.lost) not in said

    def test_no_item_is_torn_apart(self, worksheet_painter: WorksheetPainter) -> None:
        """All of an item, a section's title too, stands on one page, however long the notes."""
        facts = worksheet(tuple("Слово за словом. " * (n * 5) for n in range(11)))
        sheets = _sheets(pdf.read(worksheet_painter.paint(facts)))
        for section in facts.sections:
            for number, item in enumerate(section.items):
                title = section.title if number == 0 else ""
                whole = _squeezed(title + item.name + item.text + item.low)
                (sheet,) = [sheet for sheet in sheets if whole in sheet]
                rest = sheet[sheet.index(whole) :]
                assert _squeezed(item.note) in rest
                assert _squeezed(STEP + facts.decision + facts.who + facts.when) in rest

    def test_a_note_longer_than_a_page_goes_on(self, worksheet_painter: WorksheetPainter) -> None:
        """Five hundred lines of one letter are still a note of a thousand characters."""
        note = "\n".join(["я"] * (MAX_WRITTEN // 2))
        sheets = _sheets(pdf.read(worksheet_painter.paint(worksheet(("", note, ""), 1))))
        assert len(sheets) > 8
        assert "".join(sheets).count("я") >= MAX_WRITTEN // 2

    def test_without_a_rating_or_a_step(self, worksheet_painter: WorksheetPainter) -> None:
        facts = worksheet(("",) * 2, 1, step="")
        said = "".join(_sheets(pdf.read(worksheet_painter.paint(facts))))
        assert _squeezed(facts.step_heading) not in said

    def test_nothing_leaves_the_margins(self, worksheet_painter: WorksheetPainter) -> None:
        """Words without spaces, wide letters, long addresses: all within the page."""
        facts = worksheet(("Щ" * MAX_WRITTEN, "https://x.example/" + "a" * 900, "W" * 500))
        for page in _drawn(worksheet_painter, facts):
            blank = 12 * PIXELS_PER_MM
            assert (page[:, :blank] == 255).all()
            assert (page[:, -blank:] == 255).all()

    def test_the_same_facts_give_the_same_bytes(self, worksheet_painter: WorksheetPainter) -> None:
        first = worksheet_painter.paint(worksheet())
        worksheet_painter.paint(worksheet(("інше",)))
        assert worksheet_painter.paint(worksheet()) == first
        assert WorksheetPainter().paint(worksheet()) == first


def _drawn(painter: WorksheetPainter, facts: WorksheetFacts) -> list[NDArray[np.uint8]]:
    """The pages as pixels: the painter gives PDF only, its compiler draws them too."""
    drawn = painter._compiler.compile(
        format="png", ppi=PIXELS_PER_MM * 25.4, sys_inputs=inputs(facts)
    )
    pages = drawn if isinstance(drawn, list) else [drawn]
    return [pictures.pixels(page) for page in pages if page is not None]


class TestNotes:
    """People's words are words, never typst's markup."""

    @pytest.mark.parametrize(
        "evil",
        [
            '#import "@preview/x:1.0.0": *',
            '#read("/etc/passwd")',
            "#sys.inputs $x^2$ \\ \\u{41} \\\\",
            '"); #panic("x") //',
            "*bold* _italic_ `raw` = heading <label> @ref [x] {y} ~ -- ---",
            "‘quotes’ “quotes” \"quotes\" 'quotes'",
            "- list\n+ list\n/ term: x\n\n= title\n// comment",
            "\\n \\t %s {0} &amp; </blockquote>",
        ],
    )
    def test_evil_words_come_out_as_text(
        self, worksheet_painter: WorksheetPainter, evil: str
    ) -> None:
        (sheet,) = _sheets(pdf.read(worksheet_painter.paint(worksheet((evil,), 1))))
        assert _squeezed(evil) in sheet

    @pytest.mark.parametrize(
        ("note", "printed", "loses"),
        [
            ("їжак, ґанок, ёлка", "їжак,ґанок,ёлка", False),
            ("✓ так → ні ★ Ωμέγα", "✓так→ні★Ωμέγα", False),
            ("😀 добре", "😀добре", False),
            ("👍🏽 добре", "добре", True),
            ("👨‍👩‍👧 родина", "родина", True),
            ("漢字", "", True),
            (owner.NASTY, None, True),
        ],
    )
    def test_letters(
        self,
        worksheet_painter: WorksheetPainter,
        note: str,
        printed: str | None,
        loses: bool,  # noqa: FBT001 - an expected value
    ) -> None:
        """What the fonts have is printed; what they lack is told, never a box."""
        facts = worksheet((note,), 1)
        (sheet,) = _sheets(pdf.read(worksheet_painter.paint(facts)))
        assert (_squeezed(facts.lost) in sheet) is loses
        assert printed is None or printed in sheet
        assert "\N{REPLACEMENT CHARACTER}" not in sheet

    def test_lines_stay_lines(self, worksheet_painter: WorksheetPainter) -> None:
        """Paragraphs and lists look as they were written; empty lines at the ends are gone."""
        note = "\n\n— перше\n— друге\n\nвисновок\n\n"
        document = pdf.read(worksheet_painter.paint(worksheet((note,), 1)))
        lines = [line.strip() for line in document.lines]
        at = lines.index("— перше")
        assert lines[at : at + 3] == ["— перше", "— друге", "висновок"]

    @settings(max_examples=30)
    @given(_TEXT, _TEXT)
    def test_any_words(self, worksheet_painter: WorksheetPainter, one: str, other: str) -> None:
        document = pdf.read(worksheet_painter.paint(worksheet((one, other), 1)))
        assert all(sheet for sheet in _sheets(document))
        assert "\N{REPLACEMENT CHARACTER}" not in "".join(_sheets(document))
