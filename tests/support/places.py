"""How to get to every place of the conversation."""

from collections.abc import Awaitable, Callable
from typing import Final

from tests.support.scene import Scene, scene
from tests.support.stage import ADMIN, Stage

Way = Callable[[Scene], Awaitable[object]]


async def _answering(anna: Scene) -> None:
    await anna.open("ml7-16")
    if await anna.state() == "role":
        await anna.press("button-skip-all")
    await anna.answer("8")
    await anna.answer("3")


async def _paused(anna: Scene) -> None:
    await _answering(anna)
    await anna.press("button-pause")


async def _conflict(anna: Scene) -> None:
    await _answering(anna)
    await anna.open("other")


async def _size(anna: Scene) -> None:
    await anna.open("ml7-16")
    await anna.tap((await anna.screen()).rows[0][0].text)


async def _industry(anna: Scene) -> None:
    await _size(anna)
    await anna.tap((await anna.screen()).rows[0][0].text)


async def _mode(anna: Scene) -> None:
    await anna.open("choose")
    await anna.press("button-skip-all")


async def _result(anna: Scene) -> None:
    await _results(anna)
    await anna.tap((await anna.screen()).rows[0][0].text)


async def _results(anna: Scene) -> None:
    await _answering(anna)
    await anna.leap("own_nps_reason")
    await anna.press("button-skip")
    await anna.say("/results")


async def _home(anna: Scene) -> None:
    await anna.say("/cancel")


async def _export(anna: Scene) -> None:
    await anna.say("/admin")
    await anna.press("button-export")


async def _export_rows(anna: Scene) -> None:
    await _export(anna)
    await anna.press("button-export-csv")


async def _new_campaign(anna: Scene) -> None:
    await anna.say("/admin")
    await anna.press("button-new-campaign")


WAYS: Final[dict[str, Way]] = {
    "role": lambda anna: anna.open("ml7-16"),
    "size": _size,
    "industry": _industry,
    "mode": _mode,
    "answering": _answering,
    "paused": _paused,
    "conflict": _conflict,
    "home": _home,
    "tests": lambda anna: anna.say("/tests"),
    "code": lambda anna: anna.say("/code"),
    "results": _results,
    "result": _result,
    "settings": lambda anna: anna.say("/settings"),
    "privacy": lambda anna: anna.say("/privacy"),
    "deleting": lambda anna: anna.say("/delete"),
    "admin": lambda anna: anna.say("/admin"),
    "new_campaign": _new_campaign,
    "export": _export,
    "export_rows": _export_rows,
}
"""Every state but the welcome, which is where everybody begins, and the way there."""

PLACES: Final = ("welcome", *WAYS)


async def campaigns(stage: Stage) -> None:
    """What the ways need."""
    await stage.campaign("ml7-16")
    await stage.campaign("other")
    await stage.campaign("choose", mode=None)


async def somebody_at(stage: Stage, place: str, language: str) -> Scene:
    """Somebody in a place; an admin, to whom every place is open."""
    await campaigns(stage)
    anna = await scene(stage, language, user_id=ADMIN)
    await anna.open()
    if place != "welcome":
        await anna.press("button-consent")
        await WAYS[place](anna)
    reached = await anna.state()
    if reached != place:
        raise LookupError(f"the way to {place} led to {reached}")
    return anna
