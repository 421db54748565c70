"""Calculators as chats: a retention that can't be right at first, and a table of customers."""

import json
from datetime import timedelta
from io import BytesIO
from itertools import repeat
from pathlib import Path

import orjson
from openpyxl import Workbook

from domain.questionnaire import WRITTEN
from handlers.callbacks import Go, To
from preview.screen import ChatMessage
from tests.support.calculators import IDENTIFIER, MEANING, tree
from tests.support.folder import lay
from tests.support.scene import Scene, message, rows, scene
from tests.support.stage import Stage, StartStage


async def _stage(start_stage: StartStage, folder: Path) -> Stage:
    """JSON is YAML, too."""
    content = {f"{IDENTIFIER}/instrument.yaml": orjson.dumps(tree())}
    return await start_stage(content_dir=str(lay(folder / "content", content)))


async def _at_calculators(stage: Stage) -> Scene:
    """Somebody who looks at the list of metrics."""
    anna = await scene(stage)
    await anna.agree(await stage.campaign())
    await anna.say("/cancel")
    await anna.forge(Go(to=To.TEST, arg=IDENTIFIER).pack())
    assert (await anna.standing())[0] == "metric"
    return anna


def _plain(screen: ChatMessage) -> str:
    """A text with ordinary spaces."""
    return screen.text.replace("\N{NO-BREAK SPACE}", " ")


def _labels(screen: ChatMessage) -> list[str]:
    return [button.text for button in screen.buttons]


async def test_a_retention(start_stage: StartStage, tmp_path: Path) -> None:
    """A number leads on, and the next screen says how it was read; what can't be right stays."""
    stage = await _stage(start_stage, tmp_path)
    anna = await _at_calculators(stage)
    screen = await anna.tap("crr")
    assert _labels(screen) == [anna.word("button-calculate"), anna.word("button-back")]
    assert anna.word("progress", done=1, count=6) not in screen.text
    await anna.press("button-calculate")

    screen = await anna.say("1 000 клиентов?")
    assert anna.word("notice-not-number") in screen.text
    screen = await anna.say("1,000")
    assert (await anna.standing())[0] == "crr_n"
    assert _plain(screen).endswith(anna.word("number-before", name="crr_s", number="1 000"))
    assert _labels(screen) == [anna.word("button-back")]
    screen = await anna.say("12 %")
    assert anna.word("notice-no-percent") in screen.text
    await anna.say("950")

    screen = await anna.say("900")
    assert anna.word("refused-new_above_end", new="950", end="900") in screen.text
    assert await anna.standing() == (
        "crr_e", {"metric": "crr", "crr_page": "read", "crr_s": 1000, "crr_n": 950},
    )  # fmt: skip
    screen = await anna.press("button-back")
    assert _labels(screen) == [
        anna.word("button-number-keep", number="950"),
        anna.word("button-back"),
    ]
    await anna.say("50")
    screen = await anna.say("900")
    assert _plain(screen).endswith(anna.word("number-before", name="crr_e", number="900"))
    assert _labels(screen) == ["month", "quarter", "year", anna.word("button-back")]
    await anna.tap("month")

    done, picture, words = (await anna.bot())[-3:]
    assert done.text == anna.word("done-line-calculation", title="CRR")
    assert picture.photo
    assert picture.caption == anna.word(
        "calculation-caption", title="CRR", value="85\N{NO-BREAK SPACE}%"
    )
    assert "= (900 − 50) ÷ 1 000 = 85 %" in _plain(words)
    assert MEANING in words.text
    assert anna.word("remark-kept_monthly", value="85 %", year="14,2 %") in _plain(words)

    # Once more, with the numbers at hand: only the one that changes is written again.
    screen = await anna.press("button-calculate-again")
    assert "1 000" in _plain(screen)
    await anna.tap("Оставить 1")
    await anna.press("button-number-keep", number="50")
    screen = await anna.say("950")
    assert anna.word("number-before", name="crr_e", number="950") in _plain(screen)
    assert anna.word("answer-now", answer="month") in screen.text
    await anna.tap("year")
    assert "= (950 − 50) ÷ 1 000 = 90 %" in _plain(await anna.screen())

    # A page of the glossary has nothing but the way back, and every link leads out of it.
    await anna.press("button-other-metric")
    screen = await anna.tap("enps")
    assert _labels(screen) == [anna.word("button-back")]
    await anna.press("button-back")
    await anna.tap("enps")
    await anna.open(await stage.campaign("other"))
    assert await anna.state() == "role"
    assert _labels(await anna.say("/results"))[0].startswith("CRR · ")


async def test_numbers_that_come_twice(start_stage: StartStage, tmp_path: Path) -> None:
    """Delivered again, sent again, sent before the question was read: none lands further on."""
    stage = await _stage(start_stage, tmp_path)
    anna = await _at_calculators(stage)
    await anna.tap("nps")
    await anna.press("button-calculate")
    await anna.say("60")
    at_next = await anna.standing()
    assert at_next[0] == "nps_pas"
    await stage.people.control("redeliver")
    assert await anna.standing() == at_next
    assert len(await anna.live()) == 1

    # Sent twice: only who insists means this question, too.
    screen = await anna.say("60")
    assert await anna.standing() == at_next
    assert anna.word("notice-early") in screen.text
    await anna.say("60")
    assert (await anna.standing())[0] == "nps_det"

    # Together, before the next question could be seen; a refusal changes nothing about that.
    await anna.press("button-back")
    await anna.press("button-back")
    ticks, stage.clock._ticks = stage.clock._ticks, repeat(0)
    stage.clock.ahead += timedelta(hours=1)
    for number, text in enumerate(("70", "20", "10"), start=20_000_000_000):
        told = {"update_id": number, "message": message(anna, text=text)}
        await stage.app.intake.accept(told)
    screen = await anna.screen()
    stage.clock._ticks = ticks
    assert (await anna.standing())[0] == "nps_pas"
    assert anna.word("notice-early") in screen.text
    assert (await anna.standing())[1]["nps_pro"] == 70

    # Different ones, each after its question: answers, however fast; the last is the end.
    await anna.say("20")
    await anna.say("10")
    assert (await anna.known()).attempt is None
    assert "= (70 − 10) ÷ 100 × 100 = 60" in _plain(await anna.screen())
    count = len(await anna.bot())
    await stage.people.control("redeliver")
    assert len(await anna.bot()) == count


async def test_concentration_from_a_workbook(start_stage: StartStage, tmp_path: Path) -> None:
    """The column is named, rows without a number too; names are kept nowhere."""
    stage = await _stage(start_stage, tmp_path)
    anna = await _at_calculators(stage)
    await anna.tap("nps")
    await anna.press("button-back")
    await anna.tap("concentration")
    await anna.press("button-calculate")
    await anna.person.send_voice()
    screen = await anna.screen()
    assert anna.word("notice-table-only") in screen.text
    await anna.person.send_document(b"%PDF-1.7 \x00\x01\x02\xff", "table.csv")
    assert anna.word("table-unreadable") in (await anna.screen()).text
    await anna.person.control("fault", method="getFile", error_code=400)
    await anna.person.send_document(b"1;2;3", "table.csv")
    assert anna.word("notice-no-file") in (await anna.screen()).text

    # A list that the client cuts in two is one list; a later one takes its place.
    ticks = stage.clock._ticks
    stage.clock._ticks = iter([0] * 10_000)
    await anna.person.say("\n".join(["Customer; 100"] * 290))
    screen = await anna.say("Customer; 100\nнет\n" + "Customer; 100\n" * 9)
    rows_unread = anna.word("unread-row", row="2", text="нет")
    assert anna.word("list-unread", count=1, rows=rows_unread) in screen.text
    assert anna.word("list-again") in screen.text
    kept = anna.word("list-kept", count=300, least="100", most="100", total="30 000")
    assert kept in _plain(screen)
    stage.clock._ticks = ticks

    await anna.person.send_document(_workbook(), "customers.xlsx")
    screen = await anna.screen()
    unread = anna.word("unread-row", row="9", text="Secret 5; новый")
    total = anna.word("unread-row", row="16", text="Итого; 1000")
    said = [
        anna.word("list-column", column="Прибыль, ₽", count=10),
        anna.word("list-totals", count=1, rows=total),
        anna.word("list-unread", count=1, rows=unread),
        anna.word("list-again"),
    ]
    assert " ".join(said) in screen.text
    assert (await anna.standing())[1]["conc_values"] == WRITTEN
    assert "900" not in rows(stage, "written")[0]["words"]
    row = (await anna.known()).attempt_id or 0
    words = await stage.app.database.read(lambda records: records.attempts.words(row))
    assert json.loads(words["conc_values"]) == [900, 50, 10, 10, 10, 5, 5, 5, 3, 2]

    await anna.press("button-calculate")
    picture, words_of_it = (await anna.bot())[-2:]
    assert picture.photo
    assert "1 ÷ 10 = 10 %" in _plain(words_of_it)
    assert anna.word("remark-top_fifth", part="95 %") in _plain(words_of_it)


def _workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for title in ("Прибыль по клиентам", "За 2026 год", ""):
        sheet.append([title])
    sheet.append(["Клиент", "Прибыль, ₽"])
    for number, value in enumerate((900, 50, 10, 10, "новый", 10, 5, 5, 5, 3, 2), start=1):
        sheet.append([f"Secret {number}", value])
    sheet.append(["Итого", 1000])
    file = BytesIO()
    book.save(file)
    return file.getvalue()
