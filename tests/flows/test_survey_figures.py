"""What the owner gets of a customer survey in the chat: line, picture, report; and no hall."""

import re
from dataclasses import replace
from pathlib import Path

from domain.attempt import Attempt
from domain.kinds import Mode
from handlers.callbacks import Go, HallDo, HallTap, To
from tests.storage.export_world import read_workbook
from tests.support.crowd import found
from tests.support.made import has_finished, stored
from tests.support.scene import rows
from tests.support.staff import as_staff, documents
from tests.support.stage import ADMIN, Stage, StartStage

SURVEY = """\
id: care
meaning: "1"
scoring: survey
group: customers
profile: no
title: {ru: "Забота", uk: "Турбота", en: "Care"}
about: {ru: "О заботе", uk: "Про турботу", en: "About care"}
sections:
  - code: ask
    questions:
      - code: nps
        kind: likelihood
        name: {ru: "а", uk: "а", en: "Recommending us"}
        text: {ru: "а?", uk: "а?", en: "a?"}
      - code: csat
        kind: rating
        points: 5
        measure: share
        favourable: 4
        ends: {low: {ru: "б", uk: "б", en: "b"}, high: {ru: "в", uk: "в", en: "c"}}
        name: {ru: "б", uk: "б", en: "Satisfaction"}
        text: {ru: "б?", uk: "б?", en: "b?"}
"""


async def customers(stage: Stage, count: int) -> None:
    """So many who answered 9 and 4."""
    instrument = stage.app.speech.library.instruments["care"]
    campaign = await found(stage, "care1")
    for number in range(count):
        person = replace(await stored(stage.app.database, 3_000_000 + number), campaign=campaign)
        attempt = Attempt(f"care{number:04}", instrument, Mode.FULL).started()
        attempt = attempt.tapped(0, "9").tapped(1, "4")
        await has_finished(stage.app.database, person, attempt, stage.clock())


async def test_a_survey_s_figures(start_stage: StartStage, tmp_path: Path) -> None:
    """From the menu's line to the workbook, by scoring alone."""
    folder = tmp_path / "content" / "care"
    folder.mkdir(parents=True)
    (folder / "instrument.yaml").write_text(SURVEY, encoding="utf-8")
    stage = await start_stage(content_dir=str(folder.parent))
    now = stage.clock()
    await stage.app.database.write(
        lambda records: records.campaigns.create("care1", "Care event", "care", None, now)
    )
    await customers(stage, 5)
    admin = await as_staff(stage, ADMIN)
    screen = await admin.screen()
    assert "Care: NPS +100" in screen.text
    assert "Overview: Care" in {button.text for button in screen.buttons}
    refused = await admin.say("/hall care1")
    assert refused.text.startswith(admin.word("notice-hall-none").split("<")[0])
    await admin.forge(HallTap(do=HallDo.OPEN, n=1).pack())
    assert await admin.toast() == admin.word("toast-foreign")
    assert rows(stage, "halls") == []
    await admin.forge(Go(to=To.OVERVIEW, arg="care").pack())
    (picture,) = [message for message in await admin.bot() if message.photo]
    told = re.sub("<[^>]*>", "", picture.caption)
    assert "Recommending us: +100 (NPS, 95% interval: +17 … +100, n = 5)" in told
    assert "Satisfaction: 100% (answers 4–5, 95% interval: 57–100%, mean 4.0, n = 5)" in told
    await admin.forge(Go(to=To.REPORT, arg="care").pack())
    (file,) = await documents(admin)
    path = tmp_path / "report.xlsx"
    path.write_bytes(await admin.person.download(file))
    (overall, by_campaign) = [
        row for row in read_workbook(path)["Answers"] if row["Code"] == "csat"
    ]
    assert (overall["n"], overall["Share, %"], overall["4"]) == (5, 100, 5)
    assert by_campaign["Group"] == "Care event (care1)"
