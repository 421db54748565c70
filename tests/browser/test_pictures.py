"""Pictures, albums and documents on the page."""

import io
from typing import Any

from aiogram import Bot
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto
from PIL import Image
from playwright.async_api import Page, expect

from preview.client import Person


def picture(colour: str = "green", width: int = 300, height: int = 200) -> BufferedInputFile:
    """A picture of one colour."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "PNG")
    return BufferedInputFile(buffer.getvalue(), f"{colour}.png")


def album(*colours: str) -> list[Any]:
    """Pictures to be sent together, the first with the caption."""
    return [
        InputMediaPhoto(media=picture(colour), caption=None if index else "Details")
        for index, colour in enumerate(colours)
    ]


async def test_a_picture_opens_large(page: Page, bot: Bot, anna: Person) -> None:
    """With its caption; zoom in and out; Escape closes."""
    await bot.send_photo(anna.id, picture(), caption="Map")
    photo = page.get_by_role("button", name="Photo: Open")
    bubble = page.locator(".with-photo")
    await expect(bubble).to_contain_text("Map")
    await photo.click()
    large = page.locator("#viewer img")
    await expect(large).to_be_visible()
    await expect(page.locator("#viewer-caption")).to_have_text("Map")
    fitted = await large.bounding_box()
    await page.get_by_role("button", name="Zoom").click()
    zoomed = await large.bounding_box()
    assert fitted is not None
    assert zoomed is not None
    assert zoomed["width"] > fitted["width"]
    await page.keyboard.press("-")
    assert await large.bounding_box() == fitted
    await page.keyboard.press("Escape")
    await expect(large).to_be_hidden()
    await expect(photo).to_be_focused()


async def test_an_album_is_a_grid(page: Page, bot: Bot, anna: Person) -> None:
    """One bubble with the caption; arrow keys leaf through this album only."""
    await bot.send_photo(anna.id, picture("black"))
    sent = await bot.send_media_group(anna.id, album("red", "blue", "teal"))
    await expect(page.locator("article.theirs")).to_have_count(2)
    cells = page.locator(".album .photo")
    await expect(cells).to_have_count(3)
    await expect(page.locator(".with-photo").last).to_contain_text("Details")
    boxes = [await cell.bounding_box() for cell in await cells.all()]
    tops = [round(box["y"]) for box in boxes if box is not None]
    assert tops[0] < tops[1] == tops[2]
    await cells.nth(1).click()
    await expect(page.locator("#viewer-count")).to_have_text("2 of 3")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("ArrowRight")
    await expect(page.locator("#viewer-count")).to_have_text("3 of 3")
    await page.get_by_role("button", name="Previous").click()
    await expect(page.locator("#viewer-count")).to_have_text("2 of 3")
    await page.keyboard.press("Escape")
    await bot.delete_message(anna.id, sent[1].message_id)
    await expect(cells).to_have_count(2)
    await page.reload()
    await expect(cells).to_have_count(2)


async def test_an_album_of_documents(page: Page, bot: Bot, anna: Person) -> None:
    """One bubble with a line for each."""
    files = [
        InputMediaDocument(media=BufferedInputFile(b"x", name)) for name in ("a.pdf", "b.csv")
    ]
    await bot.send_media_group(anna.id, list(files))
    await expect(page.locator("article.theirs .document")).to_have_count(2)
    await expect(page.locator("article.theirs")).to_have_count(1)


async def test_a_live_picture_changes_without_flicker(page: Page, bot: Bot, anna: Person) -> None:
    """At every moment there is a picture that is painted, in the chat and opened large."""
    sent = await bot.send_photo(anna.id, picture("red"), caption="1")
    await page.get_by_role("button", name="Photo: Open").click()
    await expect(page.locator("#viewer img")).to_be_visible()
    await expect(page.locator(".photo img")).to_be_visible()
    await page.evaluate(
        """() => {
            window.gaps = 0;
            const isPainted = (image) => image?.complete && image.naturalWidth > 0;
            const look = () => {
                const shown = [".photo img", "#viewer img"];
                const all = shown.map((one) => document.querySelector(one));
                if (!all.every(isPainted)) window.gaps += 1;
            };
            new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
        }"""
    )
    for number, colour in enumerate(("blue", "teal", "black"), start=2):
        media = InputMediaPhoto(media=picture(colour), caption=str(number))
        edited = await bot.edit_message_media(media, chat_id=anna.id, message_id=sent.message_id)
        assert not isinstance(edited, bool)
        assert edited.photo is not None
        wanted = edited.photo[-1].file_id
        await expect(page.locator(f'.photo img[data-file="{wanted}"]')).to_be_visible()
        await expect(page.locator("#viewer img")).to_have_attribute("src", f"/api/files/{wanted}")
        await expect(page.locator("#viewer-caption")).to_have_text(str(number))
    await expect(page.locator("#viewer img")).to_have_count(1)
    assert await page.evaluate("window.gaps") == 0


async def test_another_caption_leaves_the_picture(page: Page, bot: Bot, anna: Person) -> None:
    """The same element, so nothing is loaded or painted again."""
    sent = await bot.send_photo(anna.id, picture(), caption="one")
    image = await page.locator(".photo img").element_handle()
    await bot.edit_message_caption(chat_id=anna.id, message_id=sent.message_id, caption="two")
    await expect(page.locator(".with-photo")).to_contain_text("two")
    assert image is not None
    assert await image.evaluate("(image) => image.isConnected")


async def test_a_hidden_picture(page: Page, bot: Bot, anna: Person) -> None:
    """The first tap shows it, the second opens it."""
    await bot.send_photo(anna.id, picture(), has_spoiler=True)
    photo = page.get_by_role("button", name="Photo: Open")
    await photo.click()
    await expect(page.locator(".hidden-photo")).to_have_count(0)
    await expect(page.locator("#viewer")).to_be_hidden()
    await photo.click()
    await expect(page.locator("#viewer")).to_be_visible()


async def test_documents_download(page: Page, bot: Bot, anna: Person) -> None:
    """With name, size and a sign of what they are."""
    content = b"%PDF-1.7" + bytes(2040)
    await bot.send_document(anna.id, BufferedInputFile(content, "карта.pdf"))
    link = page.get_by_role("link", name="карта.pdf")
    await expect(link).to_contain_text("2 KB")
    async with page.expect_download() as download:
        await link.click()
    assert (await download.value).suggested_filename == "карта.pdf"
    assert (await (await download.value).path()).read_bytes() == content


async def test_sending_files(page: Page, anna: Person) -> None:
    """A picture as a photo unless told otherwise, anything else as a document."""
    upload = page.locator("#file")
    sent = {"name": "a.png", "mimeType": "image/png", "buffer": picture().data}
    await upload.set_input_files(sent)  # type: ignore[arg-type] # as Playwright documents it
    await page.get_by_label("Caption").fill("mine")
    await page.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(page.locator("article.own .photo")).to_be_visible()
    await expect(page.locator("article.own").last).to_contain_text("mine")
    await upload.set_input_files(sent)  # type: ignore[arg-type] # as Playwright documents it
    await page.get_by_label("As a photo").uncheck()
    await page.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(page.get_by_role("link", name="a.png")).to_be_visible()
    await upload.set_input_files(sent)  # type: ignore[arg-type] # as Playwright documents it
    await page.get_by_role("button", name="Cancel").click()
    assert [bool(message.photo) for message in await anna.messages()] == [False, True, False]


async def test_contacts_from_the_bot(page: Page, bot: Bot, anna: Person) -> None:
    """Name and number."""
    await bot.send_contact(anna.id, "+380501234567", "Petro", last_name="Consultant")
    await expect(page.locator(".theirs .contact")).to_contain_text("Petro Consultant")
    await expect(page.locator(".theirs .contact")).to_contain_text("+380501234567")
