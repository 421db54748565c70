"""People who finish instruments of any kind."""

from datetime import timedelta
from typing import Final

from tests.storage.export_world import NOW, World, answered, seeded

CROWD: Final = 60


async def crowd(world: World, count: int) -> None:
    """So many who finish, one after another, in campaigns of all sizes; a trial; a half."""
    random = seeded(count + len(world.name))
    names = ("large", "middle", "small")
    rows = {name: await world.campaign(f"{world.name}-{name}") for name in names}
    places: list[int | None] = [None] * count
    if count == CROWD:
        places[:-7] = [rows["large"]] * 39 + [rows["middle"]] * 11 + [rows["small"]] * 3
    elif count > 5:
        places[:] = [rows["large"]] * 5 + [rows["small"]] * (count - 5)
    random.shuffle(places)
    for number, place in enumerate(places):
        attempt = answered(random, world.instrument)
        await world.take(attempt, campaign=place, at=NOW + timedelta(minutes=number))
    await world.take(answered(random, world.instrument), await world.person(is_trial=True))
    await world.take(answered(random, world.instrument, stop=1), minutes=None)
