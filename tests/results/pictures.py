"""What tests of pictures have in common: decoding, text that stays clear, codes that are read."""

import io
from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
import segno
from matplotlib.colors import to_rgb
from numpy.typing import NDArray
from PIL import Image

from results.canvas import Box, Written


def pixels(picture: bytes) -> NDArray[np.uint8]:
    """A picture as rows of RGB."""
    return np.asarray(Image.open(io.BytesIO(picture)).convert("RGB"))


def near(image: NDArray[np.uint8], colour: str) -> NDArray[np.bool_]:
    """Which pixels have a colour, as far as JPEG keeps it."""
    wanted = np.array([round(channel * 255) for channel in to_rgb(colour)])
    return np.asarray((abs(image.astype(int) - wanted) < 24).all(axis=-1))


def check(
    picture: bytes,
    written: Sequence[Written],
    size: tuple[int, int],
    *,
    margin: int,
    smallest: int,
    clear_of: Iterable[Box] = (),
) -> None:
    """A JPEG of that size, nothing on it too small, overlapping or over its margin."""
    image = Image.open(io.BytesIO(picture))
    image.load()
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", size)
    for line in written:
        assert line.size >= smallest, line
        assert line.box.left >= margin, line
        assert line.box.right <= size[0] - margin, line
        assert line.box.top >= 8, line
        assert line.box.bottom <= size[1] - 8, line
        assert not [box for box in clear_of if line.box.meets(box)], line
    collisions = [
        (one.text, other.text)
        for one, other in combinations(written, 2)
        if _inked(one.box).meets(_inked(other.box))
    ]
    assert collisions == []


def _inked(box: Box) -> Box:
    """Without the part pixel at each edge to which the box of a line is rounded outwards."""
    return Box(box.left + 0.5, box.top + 0.5, box.right - 0.5, box.bottom - 0.5)


def reads(picture: bytes, place: Box, link: str) -> bool:
    """Whether each module of a QR code survives that the picture is made JPEG once more."""
    again = io.BytesIO()
    Image.open(io.BytesIO(picture)).save(again, "JPEG", quality=80)
    grey = np.asarray(Image.open(again).convert("L"))
    code = segno.make(link, error="m", micro=False)
    expected = np.array([list(row) for row in code.matrix_iter(border=4)])
    scale, rest = divmod(round(place.width), len(expected))
    assert rest == 0, "modules are not whole pixels"
    centres = np.arange(len(expected)) * scale + scale // 2
    read = grey[np.ix_(round(place.top) + centres, round(place.left) + centres)] < 128
    return bool((read == (expected > 0)).all())
