"""What a test does to the world that no person could."""

from collections.abc import Callable
from dataclasses import fields

from preview import people, rules
from preview.errors import PersonError
from preview.faults import Fault
from preview.markup import Json
from preview.world import World

_FAULT_FIELDS = frozenset(field.name for field in fields(Fault))


def add_fault(world: World, values: Json) -> Json:
    """Something goes wrong with the next calls of a method."""
    unknown = values.keys() - _FAULT_FIELDS
    if unknown:
        raise PersonError(f"a fault has no {sorted(unknown)}")
    world.faults.add(Fault(**values))
    return {}


def clear_faults(world: World, _values: Json) -> Json:
    """No more trouble."""
    world.faults.clear()
    return {}


def expire_callback(world: World, values: Json) -> Json:
    """A callback query, or all of them, is too old to be answered."""
    wanted = values.get("callback_query_id")
    for identifier, callback in world.callbacks.items():
        if wanted in {None, identifier}:
            callback.asked = world.now() - world.settings.callback_window_s - 1
    return {}


def age_message(world: World, values: Json) -> Json:
    """A message, or all of a chat, is older than 48 hours, or as old as told."""
    chat = world.chats[int(values["chat_id"])]
    wanted = values.get("message_id")
    by_s = int(values.get("by_s") or rules.DELETABLE_FOR_S + 60)
    for message_id, message in list(chat.messages.items()):
        if wanted in {None, message_id}:
            message.payload = message.payload | {"date": message.payload["date"] - by_s}
            world.changed(chat, message_id)
    return {}


def redeliver(world: World, values: Json) -> Json:
    """An update comes once more, by default the newest one."""
    return {"update_id": world.updates.replay(int(values.get("update_id") or 0)).update_id}


def push_update(world: World, values: Json) -> Json:
    """Any update, of a kind no one here knows too."""
    update = world.updates.push(values["kind"], values["payload"])
    return {"update_id": update.update_id if update is not None else None}


def create_group(world: World, values: Json) -> Json:
    """A group, supergroup or channel with the bot in it."""
    kind = values.get("type", "supergroup")
    chat = people.create_group(world, values["title"], values.get("members", []), kind)
    return {"chat_id": chat.id}


def settings(world: World, values: Json) -> Json:
    """Limits: flood per chat and overall, the window for answers, the pause of the webhook."""
    flood = world.flood
    for name, limiter in (("per_chat", flood.per_chat), ("overall", flood.overall)):
        limit = values.get(name)
        if limit is not None:
            limiter.rate, limiter.burst = float(limit["rate"]), int(limit["burst"])
            limiter.buckets.clear()
    world.settings.callback_window_s = float(
        values.get("callback_window_s", world.settings.callback_window_s)
    )
    world.settings.webhook_retry_s = float(
        values.get("webhook_retry_s", world.settings.webhook_retry_s)
    )
    return {
        "per_chat": {"rate": flood.per_chat.rate, "burst": flood.per_chat.burst},
        "overall": {"rate": flood.overall.rate, "burst": flood.overall.burst},
        "callback_window_s": world.settings.callback_window_s,
        "webhook_retry_s": world.settings.webhook_retry_s,
    }


def calls(world: World, values: Json) -> Json:
    """What the bot has called: how often each, and the latest ones."""
    wanted = str(values.get("method", "")).lower()
    latest = [
        {"time": time, "method": method, "params": params, "code": code}
        for time, method, params, code in world.recent_calls
        if wanted in {"", method.lower()}
    ]
    return {"counts": dict(world.calls), "latest": latest}


ACTIONS: dict[str, Callable[[World, Json], Json]] = {
    "fault": add_fault,
    "clear_faults": clear_faults,
    "expire_callback": expire_callback,
    "age_message": age_message,
    "redeliver": redeliver,
    "update": push_update,
    "group": create_group,
    "settings": settings,
    "calls": calls,
}
