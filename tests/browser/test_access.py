"""The page for a keyboard, a screen reader, weak eyes, small and large screens."""

from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from playwright.async_api import Page, expect

from preview.client import People, Person
from preview.server import Server
from tests.browser.conftest import OpenPage, next_tap

LONG = "Карта_клиентоцентричности_без_единого_пробела_в_имени_файла.xlsx"
CONTRAST = """(pairs) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const style = getComputedStyle(document.documentElement);
    const probe = document.body.appendChild(document.createElement("i"));
    const light = (name) => {
        probe.style.color = `var(${name})`;
        canvas.fillStyle = getComputedStyle(probe).color;
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const poor = pairs.filter(([ink, ground]) => {
        const [one, other] = [light(ink), light(ground)];
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5;
    });
    probe.remove();
    return poor;
}"""
PAIRS = [
    ("--ink", "--panel"), ("--dim", "--panel"), ("--dim", "--field"), ("--accent", "--panel"),
    ("--accent", "--field"), ("--on-accent", "--accent"), ("--ink", "--theirs"),
    ("--theirs-dim", "--theirs"), ("--accent", "--theirs"), ("--ink", "--own"),
    ("--own-dim", "--own"), ("--own-accent", "--own"), ("--on-chip", "--chip"),
    ("--on-chip", "--chip-hover"), ("--on-chip", "--danger-ground"),
    ("--on-chip", "--success-ground"), ("--on-chip", "--primary-ground"), ("--danger", "--panel"),
    ("--admin", "--admin-ground"), ("--on-chip", "--toast"), ("--on-chip", "--red"),
    ("--on-chip", "--green"), ("--on-chip", "--yellow"), ("--on-chip", "--violet"),
    ("--on-chip", "--blue"),
]  # fmt: skip


async def fill(bot: Bot, anna: Person) -> None:
    """A chat with everything that might be too wide."""
    row = [InlineKeyboardButton(text=str(number), callback_data="x") for number in range(1, 6)]
    long = [InlineKeyboardButton(text="очень длинная подпись " * 3, callback_data="y")]
    markup = InlineKeyboardMarkup(inline_keyboard=[row, long])
    await bot.send_message(anna.id, "слово" * 60, reply_markup=markup)
    reply = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="очень длинный ответ " * 3)]])
    await bot.send_document(anna.id, BufferedInputFile(b"x", LONG), reply_markup=reply)


async def test_nothing_sticks_out(page: Page, bot: Bot, anna: Person) -> None:
    """At 320 pixels, on a laptop at 200 per cent, on a phone; one can still write and read."""
    await fill(bot, anna)
    await expect(page.locator("article")).to_have_count(3)
    for width, height in ((320, 568), (640, 400), (390, 844)):
        await page.set_viewport_size({"width": width, "height": height})
        wide = await page.evaluate(
            """() => [document.documentElement, document.querySelector("#log")]
                .filter((one) => one.scrollWidth > one.clientWidth).length"""
        )
        assert wide == 0
        box = await page.locator("#log").bounding_box()
        assert box is not None
        assert box["height"] > 120
        await expect(page.locator("#text")).to_be_in_viewport(ratio=1)


async def test_targets_are_large_enough(page: Page, bot: Bot, anna: Person) -> None:
    """44 pixels each way for all that is tapped, links in running text apart."""
    await fill(bot, anna)
    await expect(page.locator("article")).to_have_count(3)
    small = await page.evaluate(
        """() => [...document.querySelectorAll("button, summary, label.round, .row a, .document")]
            .filter((one) => one.checkVisibility())
            .map((one) => [one.id || one.textContent, one.getBoundingClientRect()])
            .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
            .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""
    )
    assert small == []


async def test_the_colours_have_contrast(page: Page) -> None:
    """4.5 to 1 for every pair of ink and ground, as WCAG's level AA asks for, light and dark."""
    assert await page.evaluate(CONTRAST, PAIRS) == []
    await page.emulate_media(color_scheme="dark")
    assert await page.evaluate(CONTRAST, PAIRS) == []


async def test_the_keyboard_reaches_everything(page: Page, bot: Bot, anna: Person) -> None:
    """From the field up to the last question, about its buttons, and back."""
    rows = [
        [InlineKeyboardButton(text=label, callback_data=label) for label in row]
        for row in ("123", "no")
    ]
    await bot.send_message(
        anna.id, "Question", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows)
    )
    await expect(page.locator(".keyboard")).to_be_visible()
    await page.locator("#text").focus()
    for key, label in (
        ("ArrowUp", "1"), ("ArrowRight", "2"), ("ArrowRight", "3"), ("ArrowDown", "o"),
        ("ArrowLeft", "n"), ("ArrowUp", "1"),
    ):  # fmt: skip
        await page.keyboard.press(key)
        await expect(page.get_by_role("button", name=label, exact=True)).to_be_focused()
    await page.keyboard.press("Enter")
    assert (await next_tap(bot)).data == "1"
    await page.keyboard.press("Escape")
    await expect(page.locator("#text")).to_be_focused()


async def test_arrow_keys_in_the_list(open_page: OpenPage, server: Server, people: People) -> None:
    """Down, up, home, end; Enter opens."""
    for name in ("Anna", "Boris", "Clara"):
        await people.join(name, language_code="en")
    page = await open_page(server.base_url)
    await page.get_by_role("button", name="Anna").focus()
    for key, name in (("ArrowDown", "Boris"), ("End", "Clara"), ("ArrowDown", "Clara"),
                      ("Home", "Anna"), ("ArrowUp", "Anna")):  # fmt: skip
        await page.keyboard.press(key)
        await expect(page.get_by_role("button", name=name)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()


async def test_menus_fold_by_escape(page: Page) -> None:
    """And the focus goes back to what opened them."""
    await page.locator("#menu summary").click()
    await expect(page.locator("#menu .panel")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("#menu .panel")).to_be_hidden()
    await expect(page.locator("#menu summary")).to_be_focused()


async def test_nothing_moves_for_those_who_ask_for_it(page: Page, bot: Bot, anna: Person) -> None:
    """No animation at all."""
    await page.emulate_media(reduced_motion="reduce")
    await bot.send_chat_action(anna.id, "typing")
    await expect(page.locator("#status.active")).to_be_visible()
    assert await page.evaluate("document.getAnimations().length") == 0
