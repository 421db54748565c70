"""A poster of one page A4, set by typst: words are data, so none of them is read as its markup."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import segno

from results.facts_owner import PosterFacts
from results.fitting import Fitted, fit_code, fit_prose
from results.lettering import plain
from results.theme import BLUE, BLUE_DEEP, INK, ORANGE, QUIET, TINT, Weight
from results.typesetting import Typesetter, as_inputs

_SOURCE = Path(__file__).parent / "pages" / "poster.typ"
_COLOURS = {
    "ink": INK,
    "quiet": QUIET,
    "blue": BLUE,
    "deep": BLUE_DEEP,
    "orange": ORANGE,
    "tint": TINT,
}
_CUTS: Final[Mapping[Weight, int]] = {
    Weight.MEDIUM: 500,
    Weight.SEMIBOLD: 600,
    Weight.BOLD: 700,
    Weight.EXTRABOLD: 800,
}
# All lengths are points: a pixel of `fitting`.
_MM = 72 / 25.4
# Office printers leave up to 5 mm white, and pages are framed.
_MARGIN = 14 * _MM
_WIDTH = 210 * _MM - 2 * _MARGIN
_HEIGHT = 297 * _MM - 2 * _MARGIN
# The code's modules: read from two metres.
_SYMBOL = 92 * _MM
_QUIET_ZONE = 4
_GUTTER = 9 * _MM
_RULE = 1.6 * _MM
_GAP = 4.5 * _MM
_AROUND_CODE = 5 * _MM
_INSET = 6 * _MM
_NUMERAL = 10 * _MM
_UNDER_NUMERAL = 2 * _MM
_BETWEEN_STEPS = 6 * _MM
_UNDER_CAPTION = 1.5 * _MM
_TILE = _WIDTH - 2 * _INSET
# typst's kerning differs a little from that which fitted the lines.
_TOLERANCE = 0.98
_LEADING = 1.25
_HEADLINE_LEADING = 1.1
# Texts of usual length keep their size; only the longest come to the last.
_SCALES = (1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6)


class PosterPainter:
    """Sets posters, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._typesetter = Typesetter(_SOURCE)

    def paint(self, facts: PosterFacts) -> bytes:
        """The poster as a PDF of one page A4; the same facts give the same bytes."""
        return self._typesetter.pdf(inputs(facts))


@dataclass(frozen=True, slots=True)
class _Words:
    """All words of a poster, fitted at one scale."""

    title: Fitted
    headline: Fitted
    lead: Fitted
    steps: Sequence[Fitted]
    caption: Fitted
    code: Fitted
    privacy: Fitted
    brand: Fitted

    def fits(self, frame: float) -> bool:
        """Whether all of it stands on the page, with a code's frame of that height."""
        steps = sum(step.height for step in self.steps) + len(self.steps) * (
            _NUMERAL + _UNDER_NUMERAL + _BETWEEN_STEPS
        )
        heights = (
            _RULE + 4 * _GAP + 2 * _AROUND_CODE,
            self.title.height,
            self.headline.height * _HEADLINE_LEADING / _LEADING,
            self.lead.height,
            max(frame, steps - _BETWEEN_STEPS),
            2 * _INSET + self.caption.height + _UNDER_CAPTION + self.code.height,
            max(self.privacy.height, self.brand.height),
        )
        return sum(heights) <= _HEIGHT


def inputs(facts: PosterFacts) -> dict[str, str]:
    """What `poster.typ` is given: words, colours and measures as JSON, the code as SVG."""
    matrix = segno.make(facts.link, error="m", micro=False).matrix
    frame = _SYMBOL * (len(matrix) + 2 * _QUIET_ZONE) / len(matrix) + 2 * _MM
    for scale in _SCALES:
        words = _fit(facts, scale, _WIDTH - frame - _GUTTER)
        if words.fits(frame):
            break
    name = " · ".join(part for part in (plain(facts.title), plain(facts.headline)) if part)
    data = {
        "language": facts.language,
        "name": name,
        "author": plain(facts.brand),
        "colours": _COLOURS,
        "measures": {
            "margin": _MARGIN,
            "rule": _RULE,
            "gap": _GAP,
            "gutter": _GUTTER,
            "frame": frame,
            "numeral": _NUMERAL,
            "under-numeral": _UNDER_NUMERAL,
            "between-steps": _BETWEEN_STEPS,
            "inset": _INSET,
            "under-caption": _UNDER_CAPTION,
        },
        "title": _lines(words.title),
        "headline": _lines(words.headline, _HEADLINE_LEADING),
        "lead": _lines(words.lead),
        "steps": [_lines(step) for step in words.steps],
        "caption": _lines(words.caption),
        "code": _lines(words.code),
        "privacy": _lines(words.privacy),
        "brand": _lines(words.brand),
    }
    return {**as_inputs(data), "qr": _svg(matrix)}


def _fit(facts: PosterFacts, scale: float, beside: float) -> _Words:
    """Fit all words.

    Args:
        facts: The words.
        scale: Of their wished sizes, 0 to 1.
        beside: Width beside the code in points.
    """
    across = _WIDTH * _TOLERANCE
    tile = _TILE * _TOLERANCE
    step = round(17 * scale)
    return _Words(
        fit_prose(facts.title, Weight.BOLD, round(17 * scale), across, 3, 11),
        _fit_headline(facts.headline, scale),
        fit_prose(facts.lead, Weight.MEDIUM, round(18 * scale), across, 3, 11),
        [
            fit_prose(text, Weight.SEMIBOLD, step, beside * _TOLERANCE, 5, step)
            for text in facts.steps
        ],
        fit_prose(facts.code_caption, Weight.MEDIUM, round(16 * scale), tile, 2, 11),
        fit_code(facts.code, Weight.EXTRABOLD, round(44 * scale), tile, round(26 * scale)),
        fit_prose(facts.privacy, Weight.MEDIUM, 11, across * 0.62, 3, 10),
        fit_prose(facts.brand, Weight.BOLD, 13, across * 0.33, 2, 10),
    )


def _fit_headline(text: str, scale: float) -> Fitted:
    """On two lines as long as these are large, else on three."""
    least = round(36 * scale)
    fitted = fit_prose(text, Weight.EXTRABOLD, round(50 * scale), _WIDTH * _TOLERANCE, 2, least)
    if fitted.size > least:
        return fitted
    return fit_prose(text, Weight.EXTRABOLD, least, _WIDTH * _TOLERANCE, 3, round(26 * scale))


def _lines(fitted: Fitted, leading: float = _LEADING) -> dict[str, object]:
    return {
        "lines": [line for line in fitted.lines if line],
        "size": fitted.size,
        "weight": _CUTS[fitted.weight],
        "leading": leading,
    }


def _svg(matrix: Sequence[Sequence[int]]) -> str:
    """A QR code with its quiet zone, as one path: no seams show between its modules."""
    side = len(matrix) + 2 * _QUIET_ZONE
    modules = "".join(
        f"M{column + _QUIET_ZONE} {row + _QUIET_ZONE}h1v1h-1z"
        for row, line in enumerate(matrix)
        for column, dark in enumerate(line)
        if dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="{modules}"/></svg>'
    )
