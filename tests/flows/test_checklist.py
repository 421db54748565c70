"""A checklist in the chat: from its link to its picture, its words and its recommendations."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from handlers.callbacks import Go, To
from tests.support.folder import lay
from tests.support.scene import rows, scene
from tests.support.stage import StartStage
from tests.support.ticks import checklist_yaml


async def test_from_the_link_to_the_recommendations(
    start_stage: StartStage, tmp_path: Path
) -> None:
    """Four taps; then the picture, the words, all recommendations, and the line in the list."""
    folder = lay(tmp_path / "content", {"tick/instrument.yaml": checklist_yaml(3, 1)})
    stage = await start_stage(content_dir=str(folder))
    now = stage.clock()
    await stage.app.database.write(
        lambda records: records.campaigns.create("forum", "Forum", "tick", None, now)
    )
    anna = await scene(stage, "en")
    asked = await anna.agree("forum")
    for answer, question in (("yes", "a1"), ("no", "a2"), ("unsure", "a3"), ("no", "b1")):
        assert f"We do {question}." in asked.text
        asked = await anna.press(f"button-{answer}")

    consent, done, picture, twin = await anna.bot()
    assert done.text == anna.word("done-line-plain", title="The list", count=4)
    assert picture.caption == anna.word(
        "checklist-caption", title="The list", pluses=1, count=4, share=25
    )
    with Image.open(BytesIO(await anna.person.download(picture))) as image:
        assert image.size == (1024, 1280)
    assert consent.rows == done.rows == picture.rows == []
    for words in ("1 of 4", "Point a2", "Start a2 now.", "Point a3", "Begin in b."):
        assert words in twin.text
    assert [button.text for button in twin.buttons] == [
        anna.word("button-advice"), anna.word("button-share"), anna.word("button-tests"),
    ]  # fmt: skip
    copy = await anna.press("button-share")
    assert copy.photo
    assert copy.caption.endswith("?start=s_forum")
    await anna.forge(twin.buttons[0].data, twin.id)

    advice = await anna.screen()
    assert await anna.toast() == anna.word("toast-making")
    library = stage.app.speech.library
    first, second, *_ = (line for line in advice.text.splitlines() if line[:2] in {"1.", "2."})
    titles = {one.code: one.title["en"] for one in library.advice}
    assert (first, second) == (f"1. {titles['metrics']}", f"2. {titles['journeys']}")
    assert anna.word("advice-called", count=2) in advice.text
    (on,) = advice.buttons
    assert on.text == anna.word("button-tests")
    screen = await anna.press("button-tests")
    assert anna.word("tests-groups") in screen.text
    assert screen.id > advice.id, "the recommendations stay"

    listed = await anna.say("/results")
    assert " · 1/4 · " in listed.buttons[0].text
    (attempt,) = rows(stage, "attempts")
    assert (attempt["total"], attempt["scores"]) == (25.0, '{"a":33.333333333333336,"b":0.0}')

    # The copy leads a friend to the same list, but not into the event.
    friend = await scene(stage, "en")
    assert "The list" in (await friend.open("s_forum")).text
    assert "We do a1." in (await friend.press("button-consent")).text
    assert (await friend.known()).campaign is None

    # Somebody else's tap on the same button brings nothing.
    bert = await scene(stage, "en")
    await bert.agree("forum")
    seen = len(await bert.bot())
    await bert.forge(Go(to=To.ADVICE, arg=twin.buttons[0].data.rpartition(":")[2]).pack())
    assert await bert.toast() == bert.word("toast-foreign")
    assert len(await bert.bot()) == seen
