"""Photos: checked, scaled, recompressed; documents: kept as they are."""

import io
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramServerError
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto, Message
from PIL import Image

from preview import rules
from preview.client import Person
from preview.errors import ApiError
from preview.photos import developed


def picture(width: int, height: int, kind: str = "PNG", mode: str = "RGB") -> bytes:
    """A picture of one colour."""
    buffer = io.BytesIO()
    Image.new(mode, (width, height)).save(buffer, kind)
    return buffer.getvalue()


def upload(content: bytes, name: str = "map.png") -> BufferedInputFile:
    """A file to send."""
    return BufferedInputFile(content, name)


async def test_sizes(bot: Bot, anna: Person) -> None:
    """A large picture comes in four sizes, at most 1280 pixels, as JPEG."""
    sent = await bot.send_photo(anna.id, upload(picture(2560, 1280)), caption="Map")
    assert sent.photo is not None
    assert [(size.width, size.height) for size in sent.photo] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1280, 640),
    ]
    seen = await anna.wait_for("Map")
    shown = Image.open(io.BytesIO(await anna.download(seen)))
    assert (shown.format, shown.size) == ("JPEG", (1280, 640))
    file = await bot.get_file(sent.photo[-1].file_id)
    assert file.file_path is not None
    content = await bot.download_file(file.file_path)
    assert content is not None
    assert len(content.read()) == file.file_size == sent.photo[-1].file_size


def test_small_pictures_are_not_blown_up() -> None:
    """The largest size is the picture's own."""
    assert [size[1:] for size in developed(picture(400, 300))] == [
        (90, 68),
        (320, 240),
        (400, 300),
    ]
    assert [size[1:] for size in developed(picture(50, 50))] == [(50, 50)]


def test_transparency_becomes_white() -> None:
    """JPEG has none."""
    content, *_ = developed(picture(64, 64, mode="RGBA"))[-1]
    assert Image.open(io.BytesIO(content)).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (picture(64, 64)[:60], "IMAGE_PROCESS_FAILED"),
        (picture(9500, 501), "PHOTO_INVALID_DIMENSIONS"),
        (picture(21, 1), "PHOTO_INVALID_DIMENSIONS"),
        (b"", "file must be non-empty"),
    ],
)
def test_refused_pictures(content: bytes, words: str) -> None:
    """No pictures, or of a shape Telegram does not take."""
    with pytest.raises(ApiError, match=f"^Bad Request: {words}$"):
        developed(content)


def test_the_widest_picture() -> None:
    """Twenty to one is still fine, and so are 10 000 of width and height."""
    assert developed(picture(20, 1))
    assert developed(picture(9500, 500, mode="L"))[-1][1] == 1280


async def test_heavy_pictures(bot: Bot, anna: Person) -> None:
    """10 MB are the most."""
    size = rules.PHOTO_BYTES + 1
    with pytest.raises(TelegramBadRequest) as caught:
        await bot.send_photo(anna.id, upload(bytes(size)))
    assert caught.value.message == (
        f"Bad Request: file of size {size} bytes is too big for a photo; "
        f"the maximum size is {rules.PHOTO_BYTES} bytes"
    )


async def test_sending_again_by_id(bot: Bot, anna: Person) -> None:
    """The same photo; the same picture uploaded anew is another one."""
    sent = await bot.send_photo(anna.id, upload(picture(100, 100)))
    assert sent.photo is not None
    again = await bot.send_photo(anna.id, sent.photo[0].file_id)
    anew = await bot.send_photo(anna.id, upload(picture(100, 100)))
    assert again.photo == sent.photo
    assert anew.photo is not None
    assert anew.photo[0].file_id != sent.photo[0].file_id
    for unknown in ("AgACnonsense", "nonsense"):
        with pytest.raises(TelegramBadRequest, match=r"wrong file identifier/HTTP URL specified$"):
            await bot.send_photo(anna.id, unknown)
    with pytest.raises(TelegramBadRequest, match=r"can't use file of type Photo as Document$"):
        await bot.send_document(anna.id, sent.photo[0].file_id)


async def test_documents_are_kept_byte_for_byte(bot: Bot, anna: Person) -> None:
    """With name and type."""
    content = picture(30, 30)
    sent = await bot.send_document(anna.id, upload(content, "карта.png"))
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("карта.png", "image/png")
    assert await anna.download((await anna.messages())[-1]) == content
    with pytest.raises(TelegramBadRequest, match="Bad Request: file must be non-empty"):
        await bot.send_document(anna.id, upload(b"", "x.txt"))


async def test_documents_have_a_limit(
    bot: Bot, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """50 MB in truth; less here, to spare the machine."""
    monkeypatch.setattr(rules, "DOCUMENT_BYTES", 1000)
    with pytest.raises(TelegramAPIError, match="Request Entity Too Large"):
        await bot.send_document(anna.id, upload(bytes(1001), "x.bin"))


async def test_downloads_have_a_limit(
    bot: Bot, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """20 MB in truth."""
    sent = await bot.send_document(anna.id, upload(bytes(1001), "x.bin"))
    assert sent.document is not None
    monkeypatch.setattr(rules, "DOWNLOAD_BYTES", 1000)
    with pytest.raises(TelegramBadRequest, match=r"Bad Request: file is too big$"):
        await bot.get_file(sent.document.file_id)
    with pytest.raises(TelegramBadRequest, match=r"Bad Request: invalid file_id$"):
        await bot.get_file("nonsense")


async def test_nothing_to_send(bot: Bot, anna: Person) -> None:
    """A photo is needed for a photo."""
    with pytest.raises(TelegramBadRequest, match=r"there is no photo in the request$"):
        await bot.send_photo(anna.id, "")


async def test_albums(bot: Bot, anna: Person) -> None:
    """Two to ten of a kind, one group."""
    photos = [InputMediaPhoto(media=upload(picture(40, 40)), caption="first")]
    with pytest.raises(TelegramBadRequest, match="album holds 2-10"):
        await bot.send_media_group(anna.id, list(photos))
    photos.append(InputMediaPhoto(media=upload(picture(50, 50))))
    first, second = await bot.send_media_group(anna.id, list(photos))
    assert first.media_group_id == second.media_group_id is not None
    assert (first.caption, second.caption) == ("first", None)
    with pytest.raises(TelegramBadRequest, match="can't be mixed"):
        await bot.send_media_group(
            anna.id, [photos[0], InputMediaDocument(media=upload(b"x", "x.txt"))]
        )


async def test_a_photo_takes_the_place_of_another(bot: Bot, anna: Person) -> None:
    """EditMessageMedia with a file sent along."""
    sent = await bot.send_photo(anna.id, upload(picture(100, 100)))
    media = InputMediaPhoto(media=upload(picture(60, 40)), caption="<b>new</b>", parse_mode="HTML")
    edited = await bot.edit_message_media(media, chat_id=anna.id, message_id=sent.message_id)
    assert not isinstance(edited, bool)
    assert edited.photo is not None
    assert (edited.photo[-1].width, edited.caption) == (60, "new")


async def test_a_live_picture(bot: Bot, anna: Person) -> None:
    """Edited every few seconds: a new upload is a change, the same identifier is none."""
    sent = await bot.send_photo(anna.id, upload(picture(100, 100)), caption="1")
    where: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    anew = InputMediaPhoto(media=upload(picture(100, 100)), caption="1")
    edited = await bot.edit_message_media(anew, **where)
    assert isinstance(edited, Message)
    assert edited.photo is not None
    assert edited.photo != sent.photo
    same = InputMediaPhoto(media=edited.photo[-1].file_id, caption="1")
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_media(same, **where)
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.edit_message_media(InputMediaPhoto(media=upload(b"x")), **where)
    (seen,) = [message for message in await anna.messages() if message.outgoing]
    assert (seen.photo, seen.caption) == (edited.photo[-1].file_id, "1")


async def test_an_album_keeps_its_kind(bot: Bot, anna: Person) -> None:
    """A picture of it becomes another picture, never a document."""
    photos = [InputMediaPhoto(media=upload(picture(40, 40))) for _ in range(2)]
    first, _ = await bot.send_media_group(anna.id, list(photos))
    where: dict[str, Any] = {"chat_id": anna.id, "message_id": first.message_id}
    document = InputMediaDocument(media=upload(b"x", "x.txt"))
    with pytest.raises(TelegramBadRequest, match="can't change media type in the album"):
        await bot.edit_message_media(document, **where)
    edited = await bot.edit_message_media(photos[0], **where)
    assert isinstance(edited, Message)
    assert edited.media_group_id == first.media_group_id


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "there are no messages to send"), (11, "too many messages to send as an album")],
)
async def test_sizes_of_albums(bot: Bot, anna: Person, count: int, words: str) -> None:
    """At most ten."""
    sent = await bot.send_photo(anna.id, upload(picture(40, 40)))
    assert sent.photo is not None
    photos = [InputMediaPhoto(media=sent.photo[-1].file_id) for _ in range(count)]
    with pytest.raises(TelegramBadRequest, match=f"Bad Request: {words}$"):
        await bot.send_media_group(anna.id, list(photos))


async def test_thumbnails_are_not_known(bot: Bot, anna: Person) -> None:
    """Said loudly, instead of dropping them."""
    media = InputMediaDocument(media=upload(b"x", "x.pdf"), thumbnail=upload(picture(9, 9)))
    with pytest.raises(TelegramServerError, match="does not know the thumbnail"):
        await bot.send_media_group(anna.id, [media, media])
