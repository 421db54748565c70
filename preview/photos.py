"""What Telegram does to a photo: checks it, scales it, makes it a JPEG."""

import asyncio
import hashlib
import io
import warnings
from collections import OrderedDict

from PIL import Image

from preview import rules
from preview.errors import bad_request

Sizes = list[tuple[bytes, int, int]]

_KNOWN_AT_MOST = 64


class Darkroom:
    """Turns uploads into the sizes of a photo; remembers the latest ones."""

    def __init__(self) -> None:
        self._known: OrderedDict[bytes, Sizes] = OrderedDict()

    async def develop(self, content: bytes) -> Sizes:
        """The sizes of a photo, the smallest first.

        Raises:
            ApiError: too big, no picture, or of a shape Telegram refuses.
        """
        if len(content) > rules.PHOTO_BYTES:
            raise bad_request(
                f"file of size {len(content)} bytes is too big for a photo; "
                f"the maximum size is {rules.PHOTO_BYTES} bytes"
            )
        digest = hashlib.sha256(content).digest()
        sizes = self._known.get(digest)
        if sizes is None:
            sizes = await asyncio.to_thread(developed, content)
            self._known[digest] = sizes
            if len(self._known) > _KNOWN_AT_MOST:
                self._known.popitem(last=False)
        return sizes


def developed(content: bytes) -> Sizes:
    """The work itself, made for a thread."""
    if not content:
        raise bad_request("file must be non-empty")
    try:
        with warnings.catch_warnings():
            # A picture that is too large is refused below by its sides.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture: Image.Image = Image.open(io.BytesIO(content))
        width, height = picture.size
        if width + height > rules.PHOTO_SIDES_SUM:
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        if max(width, height) > rules.PHOTO_RATIO * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        picture = _flattened(picture)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    return _scaled(picture)


def _flattened(picture: Image.Image) -> Image.Image:
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        with_alpha = picture.convert("RGBA")
        ground = Image.new("RGB", with_alpha.size, "white")
        ground.paste(with_alpha, mask=with_alpha.getchannel("A"))
        return ground
    return picture.convert("RGB")


def _scaled(picture: Image.Image) -> Sizes:
    longest = max(picture.size)
    wanted = [side for side in rules.PHOTO_SIZES if side < longest]
    if longest <= rules.PHOTO_SIZES[-1]:
        wanted.append(longest)
    sizes: Sizes = []
    for side in reversed(wanted):  # each from the next larger one: quicker, and as good
        scale = side / max(picture.size)
        if scale < 1:
            shape = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
            picture = picture.resize(shape, Image.Resampling.BICUBIC, reducing_gap=2.0)
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=rules.PHOTO_QUALITY)
        sizes.append((buffer.getvalue(), *picture.size))
    return sizes[::-1]
