"""A sheet of pixels, top left first, over matplotlib's Agg renderer.

Artists and their layout cost more time than their drawing, so shapes go straight to the renderer
as paths. A canvas holds one figure and belongs to one thread of one process.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import BoxStyle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from numpy.typing import NDArray
from PIL import Image

from results.fitting import Fitted
from results.lettering import DPI, mask
from results.theme import HEIGHT, PAPER, WIDTH, Weight

Align = Literal["left", "center", "right"]
Point = tuple[float, float]
_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
# Telegram makes photos JPEG once more: full chroma and little loss here leave it clean edges.
_QUALITY = 90


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the top left corner of the canvas."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def meets(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text on the canvas and where its ink lies."""

    text: str
    size: int
    box: Box


class Canvas:
    """One sheet of pixels.

    Attributes:
        width: From left to right, in pixels.
        height: From top to bottom, in pixels.
        written: The lines written since the last `clear` or `restore`, in order.
    """

    def __init__(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.width = width
        self.height = height
        figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI)
        agg = FigureCanvasAgg(figure)
        self._renderer: RendererBase = agg.get_renderer()  # type: ignore[no-untyped-call]
        # A view: what the renderer draws appears here, and what is put here it draws over.
        self._pixels: NDArray[np.uint8] = np.asarray(agg.buffer_rgba())  # type: ignore[no-untyped-call]
        self._downwards = Affine2D().scale(1, -1).translate(0, height)
        self.written: list[Written] = []

    def clear(self) -> None:
        """Start again on plain paper."""
        self.written = []
        self.tile(Box(-1, -1, self.width + 1, self.height + 1), PAPER)

    def keep(self) -> NDArray[np.uint8]:
        """A copy of the pixels, for `restore`."""
        return self._pixels.copy()

    def restore(self, pixels: NDArray[np.uint8]) -> None:
        """Start again on pixels that `keep` returned."""
        self.written = []
        np.copyto(self._pixels, pixels)

    def tile(self, box: Box, colour: str, rounding: float = 0) -> None:
        """Fill a rectangle.

        Args:
            box: Its place.
            colour: Its colour.
            rounding: Radius of its corners in pixels; at most half of the shorter side counts.
        """
        radius = min(rounding, box.width / 2, box.height / 2)
        if radius > 0:
            shape = BoxStyle.Round(pad=0, rounding_size=radius)
            path = shape(box.left, box.top, box.width, box.height, 1)
        else:
            path = _polygon(
                [
                    (box.left, box.top),
                    (box.right, box.top),
                    (box.right, box.bottom),
                    (box.left, box.bottom),
                ]
            )
        self._fill(path, colour)

    def disc(self, centre: Point, radius: float, colour: str) -> None:
        """Fill a circle."""
        self._fill(Path.circle(centre, radius), colour)

    def ring(self, centre: Point, radius: float, colour: str, width: float) -> None:
        """Draw a circle's outline."""
        self._stroke(Path.circle(centre, radius), colour, width)

    def area(self, corners: Sequence[Point], colour: str, opacity: float = 1) -> None:
        """Fill a polygon; opacity is 0 to 1."""
        self._fill(_polygon(corners), colour, opacity)

    def line(
        self,
        points: Sequence[Point],
        colour: str,
        width: float,
        *,
        dashes: tuple[float, float] | None = None,
        closed: bool = False,
    ) -> None:
        """Draw a line through points.

        Args:
            points: Two or more.
            colour: Its colour.
            width: Its width in pixels.
            dashes: Lengths of dash and gap in pixels.
            closed: Whether it returns to its first point.
        """
        path = _polygon(points) if closed else Path(np.asarray(points, dtype=float))
        self._stroke(path, colour, width, dashes)

    def stamp(self, pixels: NDArray[np.uint8], left: int, top: int) -> None:
        """Put an RGBA image down, its pixels one to one."""
        gc = self._renderer.new_gc()
        # The renderer counts rows from below.
        below = self.height - top - pixels.shape[0]
        self._renderer.draw_image(gc, left, below, pixels[::-1].copy())

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        *,
        weight: Weight,
        size: int,
        colour: str,
        align: Align = "left",
    ) -> Box:
        """Write one line.

        Args:
            x: Where `align` of the line stands.
            baseline: Where its letters stand.
            text: The words; nothing is written where there are none.
            weight: Weight of the letters.
            size: Size of the letters in pixels.
            colour: Colour of the letters.
            align: Which point of the line `x` is.

        Returns:
            Where its ink lies.
        """
        if not text:
            return Box(x, baseline, x, baseline)
        drawn = mask(text, weight, size)
        height, width = drawn.coverage.shape
        left = round(x - width * _SHARES[align])
        top = round(baseline) - drawn.ascent
        pixels = np.empty((height, width, 4), np.uint8)
        pixels[..., :3] = [round(channel * 255) for channel in to_rgb(colour)]
        pixels[..., 3] = drawn.coverage
        self.stamp(pixels, left, top)
        box = Box(left, top, left + width, top + height)
        self.written.append(Written(text, size, box))
        return box

    def lines(
        self, x: float, top: float, fitted: Fitted, colour: str, align: Align = "left"
    ) -> float:
        """Write fitted lines below each other.

        Args:
            x: Where `align` of each line stands.
            top: Upper edge of the first line's leading.
            fitted: The lines.
            colour: Colour of the letters.
            align: Which point of a line `x` is.

        Returns:
            The lower edge of the last line's leading.
        """
        for number, line in enumerate(fitted.lines):
            self.text(
                x,
                top + number * fitted.leading + round(fitted.size * 0.97),
                line,
                weight=fitted.weight,
                size=fitted.size,
                colour=colour,
                align=align,
            )
        return top + fitted.height

    def jpeg(self) -> bytes:
        """The picture as a JPEG file."""
        size = (self.width, self.height)
        image = Image.frombuffer("RGBX", size, self._pixels, "raw", "RGBX", 0, 1)
        file = io.BytesIO()
        image.save(file, "JPEG", quality=_QUALITY, subsampling=0)
        return file.getvalue()

    def _fill(self, path: Path, colour: str, opacity: float = 1) -> None:
        gc = self._renderer.new_gc()
        gc.set_linewidth(0)
        gc.set_alpha(opacity)
        self._renderer.draw_path(gc, path, self._downwards, to_rgb(colour))

    def _stroke(
        self, path: Path, colour: str, width: float, dashes: tuple[float, float] | None = None
    ) -> None:
        gc = self._renderer.new_gc()
        gc.set_foreground(colour)
        gc.set_linewidth(width)
        gc.set_joinstyle("round")
        gc.set_capstyle("butt" if dashes else "round")
        gc.set_dashes(0, dashes)
        self._renderer.draw_path(gc, path, self._downwards)


def _polygon(corners: Sequence[Point]) -> Path:
    return Path(np.asarray([*corners, corners[0]], dtype=float), closed=True)
