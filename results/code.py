"""A QR code large, its code in letters below it: to be shown, sent on or printed."""

from results import bands, qr
from results.canvas import Box, Canvas, Written
from results.facts_owner import CodeFacts
from results.fitting import fit_code, fit_prose
from results.theme import BLUE, HEIGHT, INK, MARGIN, QUIET, WIDTH, Weight

_ACROSS = WIDTH - 2 * MARGIN
_GAP = 28
_LARGEST = 760
# Photographed off a wall or a projector's screen: some correction pays here.
_CORRECTION: qr.Correction = "m"


class CodePainter:
    """Paints QR codes, one after the other; belongs to one thread.

    Attributes:
        code_box: Where the last code stands, its quiet zone included.
    """

    def __init__(self) -> None:
        self._canvas = Canvas()
        self.code_box = Box(0, 0, 0, 0)

    @property
    def written(self) -> tuple[Written, ...]:
        """The lines of text on the last picture, with their places."""
        return tuple(self._canvas.written)

    def paint(self, facts: CodeFacts) -> bytes:
        """The code as a JPEG of 1024 × 1280 pixels; the same facts give the same bytes."""
        canvas = self._canvas
        canvas.clear()
        title = bands.fit_title(facts.title, "", _ACROSS, 52, 32)
        top = title.bottom + 32
        canvas.tile(Box(-1, -1, WIDTH + 1, top), BLUE)
        bands.write_title(canvas, title)
        foot = bands.fit_foot("", facts.brand, "", _ACROSS, 26)
        bands.draw_foot(canvas, foot)
        code = fit_code(facts.code, Weight.EXTRABOLD, 88, _ACROSS, 44)
        caption = fit_prose(facts.caption, Weight.MEDIUM, 32, _ACROSS, 3)
        below = code.height + (12 + caption.height if caption.lines else 0)
        room = HEIGHT - foot.height - top
        side = min(room - below - 3 * _GAP, _LARGEST)
        # The code, its letters and the caption stand in the middle of what is left.
        top += (room - side - _GAP - below) / 2
        tile = Box((WIDTH - side) / 2, top, (WIDTH + side) / 2, top + side)
        self.code_box = qr.place(facts.link, tile, _CORRECTION)
        qr.draw(canvas, facts.link, tile, _CORRECTION, 28)
        top = canvas.lines(WIDTH / 2, tile.bottom + _GAP, code, INK, "center")
        canvas.lines(WIDTH / 2, top + 12, caption, QUIET, "center")
        return canvas.jpeg()
