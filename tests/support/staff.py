"""Staff in their chat, and people for them to look at."""

from preview.screen import ChatMessage
from tests.support.scene import Scene, scene
from tests.support.stage import Stage


async def as_staff(stage: Stage, user_id: int, language: str = "en") -> Scene:
    """Somebody of the staff at their menu."""
    anna = await scene(stage, language, user_id=user_id)
    await anna.agree()
    await anna.say("/admin")
    return anna


async def documents(anna: Scene) -> list[ChatMessage]:
    """The files that the bot has sent."""
    return [m for m in await anna.bot() if m.document]


async def answered_by(stage: Stage, number: int) -> list[Scene]:
    """So many people who finished the short version of a campaign, with words nobody may see."""
    await stage.campaign()
    everybody = []
    for _ in range(number):
        boris = await scene(stage)
        await boris.begin("ml7-16")
        await boris.answer("9")
        await boris.leap("own_nps_reason", 3)
        await boris.say("=секрет(1)")
        await boris.press("button-next")
        everybody.append(boris)
    return everybody
