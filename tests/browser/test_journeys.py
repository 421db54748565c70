"""Whole ways through the real bot, as people go them in a browser."""

import io

import openpyxl
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.support.chat import CONSENT, SKIP, SKIP_ALL
from tests.support.scene import words
from tests.support.stage import ADMIN, Stage

DRAWING_MS = 60_000


def _button(page: Page, label: str) -> Locator:
    """The newest button with that label under a message."""
    return page.locator(".keyboard").get_by_role("button", name=label, exact=True).last


async def _press(page: Page, label: str) -> None:
    """Taps a button and waits for the answer."""
    await _button(page, label).click()
    await expect(page.locator("[aria-busy]")).to_have_count(0)


async def _choice(question: Locator, language: str) -> str:
    """A four, or the way past what has no scores; empty where nothing is asked."""
    labels = await question.locator("button").all_inner_texts()
    return next((label for label in ("4", SKIP[language]) if label in labels), "")


async def test_from_a_deep_link_to_the_card(open_page: OpenPage, stage: Stage) -> None:
    """Consent, no profile, sixteen answers; the card and its words, opened large, in detail."""
    language = "uk"
    code = await stage.campaign()
    page = await open_page(stage.base_url, f"/?start={code}", locale="uk-UA")
    await _press(page, CONSENT[language])
    await _press(page, SKIP_ALL[language])
    card = page.locator(".with-photo .photo")
    newest = page.locator("article.theirs:has(.keyboard)").last
    await expect(_button(page, "4")).to_be_visible()
    while choice := await _choice(newest, language):
        asked = await newest.locator(".text").inner_text()
        await _press(page, choice)
        # After the last answer nothing can be tapped until the card is drawn.
        await expect(newest.locator(".text")).not_to_have_text(
            asked, use_inner_text=True, timeout=DRAWING_MS
        )
    await card.click()
    await expect(page.locator("#viewer img")).to_be_visible()
    size = await page.locator("#viewer img").evaluate("(one) => one.naturalWidth")
    assert size >= 1000
    await page.keyboard.press("Escape")
    await expect(newest.locator(".text")).not_to_be_empty()


async def test_an_admin_exports_the_report(open_page: OpenPage, stage: Stage) -> None:
    """A workbook that opens."""
    await stage.campaign()
    page = await open_page(stage.base_url, f"/?person={ADMIN}&start=", locale="en-GB")
    await _press(page, CONSENT["en"])
    await page.get_by_label("Message", exact=True).fill("/admin")
    await page.keyboard.press("Enter")
    for key in ("button-export", "button-export-report"):
        await _press(page, words().line("en", key))
    async with page.expect_download() as started:
        await page.locator(".document").click()
    download = await started.value
    assert download.suggested_filename.endswith(".xlsx")
    content = (await download.path()).read_bytes()
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames


async def test_a_question_by_keyboard_alone(open_page: OpenPage, stage: Stage) -> None:
    """No mouse from the consent to the second question; the focus stays where one is."""
    code = await stage.campaign()
    page = await open_page(stage.base_url, f"/?person=7&start={code}", locale="en-GB")
    await expect(_button(page, CONSENT["en"])).to_be_visible()
    await page.locator("#text").focus()
    await page.keyboard.press("ArrowUp")
    await expect(_button(page, CONSENT["en"])).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(_button(page, SKIP_ALL["en"])).to_be_visible()
    await page.locator("#text").focus()
    await page.keyboard.press("ArrowUp")
    while not await _is_focused(_button(page, SKIP_ALL["en"])):
        await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    first = page.locator("article:has(.keyboard)").last
    await expect(_button(page, "4")).to_be_visible()
    asked = await first.locator(".text").inner_text()
    await page.locator("#text").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Space")
    await expect(first.locator(".text")).not_to_have_text(asked, use_inner_text=True)
    await expect(first.locator("button").nth(1)).to_be_focused()


async def _is_focused(button: Locator) -> bool:
    return bool(await button.evaluate("(one) => one === document.activeElement"))
