"""Texts, captions and markup: what Telegram refuses, in its words."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramServerError
from aiogram.types import BufferedInputFile, LinkPreviewOptions, MessageEntity

from preview.client import Person
from preview.errors import ApiError
from preview.markup import parse_html
from preview.render import to_html
from preview.rules import formatted


def refusal(source: str) -> str:
    """What Telegram says of this markup."""
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.error_code == 400
    return caught.value.description.removeprefix("Bad Request: can't parse entities: ")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<x>a</x>", 'Unsupported start tag "x" at byte offset 0'),
        ("тест <br> a", 'Unsupported start tag "br" at byte offset 9'),
        ("3 < 5", 'Unsupported start tag "" at byte offset 2'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>a</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>a</b ", "Unclosed end tag at byte offset 4"),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ('a <a href="x', "Unclosed start tag at byte offset 2"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a =1>b</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=a/b>c</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_broken_html(source: str, words: str) -> None:
    """Byte offsets count UTF-8."""
    assert refusal(source) == words


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b><strong>b</strong>", "ab", [("bold", 0, 1), ("bold", 1, 1)]),
        ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>a</s><strike>b</strike>", "ab", [("strikethrough", 0, 1), ("strikethrough", 1, 1)]),
        ("<del>a</del>", "a", [("strikethrough", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<code>a</code>", "a", [("code", 0, 1)]),
        ("<pre>a</pre>", "a", [("pre", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<B>a</B>", "a", [("bold", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("🏁<b>🏁</b>", "🏁🏁", [("bold", 2, 2)]),
        ("<b><i>a</i>b</b>", "ab", [("bold", 0, 2), ("italic", 0, 1)]),
        ("<b><b>a</b></b>", "a", [("bold", 0, 1)]),
        ("<b></b>a", "a", []),
        ("<code><b>a</b></code>", "a", [("code", 0, 1)]),
        ("&lt;b&gt; &amp;amp; &quot;&#33;&#x21;&nbsp;", '<b> &amp; "!!&nbsp;', []),
        ("<a href='no-host'>a</a>", "a", []),
    ],
)
def test_html(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    """Text and entities, in UTF-16 units."""
    got_text, got = parse_html(source)
    assert got_text == text
    assert [(item["type"], item["offset"], item["length"]) for item in got] == entities


def test_details_of_entities() -> None:
    """Links, languages and custom emoji keep what makes them."""
    _, (link,) = parse_html('<a href="https://example.com?a=1&amp;b=2">x</a>')
    assert link["url"] == "https://example.com/?a=1&b=2"
    _, (itself,) = parse_html("<a>example.com</a>")
    assert itself["url"] == "http://example.com/"
    _, (block,) = parse_html('<pre><code class="language-python">x = 1</code></pre>')
    assert (block["type"], block["language"]) == ("pre", "python")
    _, (emoji,) = parse_html('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>')
    assert emoji["custom_emoji_id"] == "5368324170671202286"


def test_text_is_trimmed_with_its_entities() -> None:
    """Telegram drops outer white space."""
    assert formatted(" <b> a</b>\n", "HTML", None) == (
        "a",
        [{"offset": 0, "length": 1, "type": "bold"}],
    )


def test_entities_found_by_telegram() -> None:
    """Commands, links, mentions, hashtags and addresses, but not inside code."""
    text = "/go@a_bot see https://example.com/a. @someone #tag me@example.com"
    _, entities = formatted(text, "", None)
    found = {
        item["type"]: text[item["offset"] : item["offset"] + item["length"]] for item in entities
    }
    assert found == {
        "bot_command": "/go@a_bot",
        "url": "https://example.com/a",
        "mention": "@someone",
        "hashtag": "#tag",
        "email": "me@example.com",
    }
    _, (link,) = formatted("see t.me/a_bot?start=b, or", "", None)
    assert (link["offset"], link["length"]) == (4, len("t.me/a_bot?start=b"))
    _, entities = formatted("<code>/go</code>", "HTML", None)
    assert [item["type"] for item in entities] == ["code"]


@pytest.mark.parametrize(
    "source",
    [
        "<b>a <i>b</i></b> &lt;c&gt;",
        '<a href="https://example.com/">x</a>',
        '<pre><code class="language-python">x</code></pre>',
        "<blockquote expandable>🏁<tg-spoiler>a</tg-spoiler></blockquote>",
        '<tg-emoji emoji-id="1">👍</tg-emoji><s>a</s><u>b</u>',
    ],
)
def test_html_there_and_back(source: str) -> None:
    """Rendering entities gives the source again."""
    assert to_html(*parse_html(source)) == source


async def test_lengths_of_texts(bot: Bot, anna: Person) -> None:
    """4096 UTF-16 units after parsing."""
    await bot.send_message(anna.id, "🏁" * 2048)
    await bot.send_message(anna.id, "<b>" + "x" * 4096 + "</b>", parse_mode="HTML")
    for text in ("x" * 4097, "🏁" * 2048 + "x"):
        with pytest.raises(TelegramBadRequest, match=r"^.*Bad Request: message is too long$"):
            await bot.send_message(anna.id, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "message text is empty"), ("  \n", "text must be non-empty")],
)
async def test_no_text(bot: Bot, anna: Person, text: str, words: str) -> None:
    """Neither nothing nor white space."""
    with pytest.raises(TelegramBadRequest, match=f"Bad Request: {words}$"):
        await bot.send_message(anna.id, text)


async def test_only_markup_is_no_text(bot: Bot, anna: Person) -> None:
    """Empty after parsing."""
    with pytest.raises(TelegramBadRequest, match="text must be non-empty"):
        await bot.send_message(anna.id, "<b> </b>", parse_mode="HTML")


async def test_lengths_of_captions(bot: Bot, anna: Person) -> None:
    """1024 UTF-16 units after parsing, and none at all is fine."""
    file = BufferedInputFile(b"x", "x.txt")
    sent = await bot.send_document(anna.id, file, caption="x" * 1024)
    assert sent.caption == "x" * 1024
    assert (await bot.send_document(anna.id, file)).caption is None
    with pytest.raises(TelegramBadRequest, match=r"Bad Request: message caption is too long$"):
        await bot.send_document(anna.id, file, caption="x" * 1025)


async def test_parse_modes(bot: Bot, anna: Person) -> None:
    """HTML in any case; Markdown is not known here, and nonsense nowhere."""
    assert (await bot.send_message(anna.id, "<b>a</b>", parse_mode="html")).text == "a"
    with pytest.raises(TelegramServerError, match="does not know parse_mode MarkdownV2 yet"):
        await bot.send_message(anna.id, "*a*", parse_mode="MarkdownV2")
    with pytest.raises(TelegramBadRequest, match=r"Bad Request: unsupported parse_mode$"):
        await bot.send_message(anna.id, "a", parse_mode="BBCode")


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        (
            MessageEntity(type="bold", offset=9, length=1),
            "entity begins after the end of the text",
        ),
        (
            MessageEntity(type="bold", offset=0, length=9),
            "beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
        ),
        (MessageEntity(type="bold", offset=-1, length=1), "entity with incorrect offset -1"),
        (MessageEntity(type="bold", offset=0, length=-1), "entity with incorrect length -1"),
        (MessageEntity(type="x", offset=0, length=1), "parse MessageEntity: Unsupported type"),
        (MessageEntity(type="text_link", offset=0, length=1), 'Can\'t find field "url"'),
    ],
)
async def test_broken_entities(bot: Bot, anna: Person, entity: MessageEntity, words: str) -> None:
    """Entities are checked against the text."""
    with pytest.raises(TelegramBadRequest, match=words):
        await bot.send_message(anna.id, "hello", entities=[entity])


async def test_entities_instead_of_markup(bot: Bot, anna: Person) -> None:
    """They come back as given."""
    entity = MessageEntity(type="bold", offset=1, length=2)
    sent = await bot.send_message(anna.id, "hello", entities=[entity])
    assert sent.entities is not None
    assert [item.model_dump() for item in sent.entities] == [entity.model_dump()]


async def test_link_previews(bot: Bot, anna: Person) -> None:
    """Options are kept with the message."""
    sent = await bot.send_message(
        anna.id,
        "https://example.com",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    assert sent.link_preview_options is not None
    assert sent.link_preview_options.is_disabled
