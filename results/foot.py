"""A result's foot: brand, date and the way for the next person in, as a QR code."""

from typing import Protocol

from results import qr
from results.canvas import Box, Canvas
from results.fitting import Fitted, fit_name, fit_prose
from results.theme import BAND, HEIGHT, INK, MARGIN, QUIET, WIDTH, Weight

_WITH_LINK = 212
_WITHOUT_LINK = 88
_PAD = 24
_QR_SIDE = 196
# On a screen nothing is torn or stained: few large modules help a phone more than much correction.
_CORRECTION: qr.Correction = "l"
_RIGHT = WIDTH - MARGIN


class Signed(Protocol):
    """What a foot says; facts of a picture that have these are enough."""

    @property
    def date(self) -> str:
        """Already formatted."""
        ...

    @property
    def brand(self) -> str:
        """The brand's name, or empty."""
        ...

    @property
    def link(self) -> str:
        """The address behind the QR code, or empty."""
        ...

    @property
    def link_caption(self) -> str:
        """Printed beside the QR code: what to do and the code in letters."""
        ...


def height(facts: Signed) -> int:
    """Height of the foot in pixels."""
    return _WITH_LINK if facts.link else _WITHOUT_LINK


def draw_band(canvas: Canvas, top: float) -> None:
    """The foot's ground, the same on each picture."""
    canvas.tile(Box(0, top, WIDTH, HEIGHT), BAND)


def draw(canvas: Canvas, facts: Signed, top: float) -> None:
    """Write the foot below `top`."""
    if facts.link:
        _draw_with_link(canvas, facts, top)
    else:
        _draw_plain(canvas, facts, top)


def _draw_with_link(canvas: Canvas, facts: Signed, top: float) -> None:
    tile = _code_tile()
    qr.draw(canvas, facts.link, tile, _CORRECTION)
    width = tile.left - 32 - MARGIN
    caption = fit_prose(facts.link_caption, Weight.SEMIBOLD, 30, width, 3)
    canvas.lines(MARGIN, top + _PAD + 8, caption, INK)
    signature = " · ".join(part for part in (facts.brand, facts.date) if part)
    signed = fit_name(signature, Weight.MEDIUM, 24, width, 1)
    canvas.lines(MARGIN, HEIGHT - _PAD - 8 - signed.height, signed, QUIET)


def _draw_plain(canvas: Canvas, facts: Signed, top: float) -> None:
    date = fit_name(facts.date, Weight.MEDIUM, 26, 320, 1)
    if not facts.brand:
        canvas.lines(WIDTH / 2, _middle(date, top), date, QUIET, "center")
        return
    canvas.lines(_RIGHT, _middle(date, top), date, QUIET, "right")
    brand = fit_name(facts.brand, Weight.BOLD, 28, WIDTH - 2 * MARGIN - 32 - date.width, 1)
    canvas.lines(MARGIN, _middle(brand, top), brand, INK)


def _middle(fitted: Fitted, top: float) -> float:
    """The top of lines that stand in the middle of the foot without a link."""
    return top + (_WITHOUT_LINK - fitted.height) / 2


def code_box(link: str) -> Box:
    """Where the QR code of a link stands, its quiet zone included.

    It is as large as the foot has room for: 150 to 196 pixels for links of up to 134 letters,
    which is more than Telegram's longest deep link.
    """
    return qr.place(link, _code_tile(), _CORRECTION)


def _code_tile() -> Box:
    return Box(_RIGHT - _QR_SIDE, HEIGHT - _WITH_LINK + 8, _RIGHT, HEIGHT - 8)
