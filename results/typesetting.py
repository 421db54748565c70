"""Pages set by typst with our letters, as PDF or as pictures."""

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import typst
from PIL import Image

from results.theme import Weight

_POINTS_PER_INCH = 72
_MEMORY = 10
_NOTHING = b"#set page(width: 1pt, height: 1pt)"
# As the other pictures: Telegram makes photos JPEG once more.
_QUALITY = 90


class Typesetter:
    """Sets the pages of one source; belongs to one thread.

    Args:
        source: The typst file; it may import files beside it.
    """

    def __init__(self, source: Path) -> None:
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(Weight.MEDIUM.path.parent)],
        )
        self._source = source
        self._compiler = typst.Compiler(source, root=source.parent, font_paths=fonts)

    def pdf(self, inputs: Mapping[str, str]) -> bytes:
        """The pages as a PDF; the same inputs give the same bytes.

        Args:
            inputs: What the source is given.
        """
        (document,) = self._compiled(inputs, "pdf")
        return document

    def jpegs(self, inputs: Mapping[str, str], points: float, width: int) -> tuple[bytes, ...]:
        """Each page as a JPEG.

        Args:
            inputs: What the source is given.
            points: How wide the pages are in points.
            width: How wide the pictures are to be in pixels.
        """
        pages = self.pages(inputs, _POINTS_PER_INCH * width / points)
        return tuple(map(_as_jpeg, pages))

    def pages(self, inputs: Mapping[str, str], resolution: float) -> list[bytes]:
        """Each page as a PNG.

        Args:
            inputs: What the source is given.
            resolution: In pixels per inch.
        """
        return self._compiled(inputs, "png", resolution)

    def _compiled(
        self,
        inputs: Mapping[str, str],
        form: Literal["pdf", "png"],
        resolution: float | None = None,
    ) -> list[bytes]:
        compiled = self._compiler.compile(
            self._source, format=form, ppi=resolution, sys_inputs=dict(inputs)
        )
        # What typst has measured for a page is of no use to the next one, but it remembers it for
        # ten more, and that is hundreds of megabytes: ten nothings make it forget.
        for _ in range(_MEMORY + 1):
            self._compiler.compile(_NOTHING, format="svg")
        if compiled is None:
            raise TypeError("pages expected, got none")
        return [compiled] if isinstance(compiled, bytes) else compiled


def _as_jpeg(page: bytes) -> bytes:
    file = io.BytesIO()
    picture = Image.open(io.BytesIO(page)).convert("RGB")
    picture.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    return file.getvalue()


def as_inputs(facts: Mapping[str, object]) -> dict[str, str]:
    """What a source is given: all of it as one JSON object named `facts`."""
    return {"facts": json.dumps(facts)}
