"""Every handler asks only for what can be handed to it, and none is unreachable."""

import inspect
from collections.abc import Iterator
from typing import Any, cast

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackQueryFilter

from bot.app import build_dispatcher
from handlers.answering import MOVES
from handlers.callbacks import (
    Build,
    CampaignDo,
    Campaigning,
    Drafting,
    Go,
    HallDo,
    HallTap,
    LeadsTap,
    LeadTap,
    Look,
    Move,
    PairTap,
    Pick,
    Review,
    Stay,
    StayDo,
    Step,
    SurveyDo,
    SurveyTap,
    To,
)
from handlers.desk import Desk

HANDED = {"bot", "desk", "visit", "callback_data", "command"}
COMMANDS = {
    "start", "help", "settings", "tests", "results", "cancel", "privacy", "mydata", "delete",
    "code", "admin", "hall",
}  # fmt: skip


def _handlers() -> Iterator[tuple[str, str, HandlerObject]]:
    """Every registered handler with its router and kind of event."""
    dispatcher = build_dispatcher(cast(Desk, None))
    waiting: list[Router] = [dispatcher]
    while waiting:
        router = waiting.pop(0)
        waiting = [*router.sub_routers, *waiting]
        for kind, observer in router.observers.items():
            if router is not dispatcher:
                yield from ((router.name, kind, handler) for handler in observer.handlers)


HANDLERS = [
    pytest.param(kind, handler, id=f"{router}-{kind}-{number}")
    for number, (router, kind, handler) in enumerate(_handlers())
]


def _filters(handler: HandlerObject) -> list[Any]:
    return [one.callback for one in handler.filters or ()]


@pytest.mark.parametrize(("kind", "handler"), HANDLERS)
def test_what_a_handler_asks_for(kind: str, handler: HandlerObject) -> None:
    """A parameter that nobody fills would be a TypeError in front of the person."""
    parameters = list(inspect.signature(handler.callback).parameters.values())
    event, *others = parameters
    assert event.kind in {event.POSITIONAL_ONLY, event.POSITIONAL_OR_KEYWORD}
    asked = {one.name for one in others if one.default is one.empty}
    assert asked <= HANDED
    filters = _filters(handler)
    if "callback_data" in asked:
        assert kind == "callback_query"
        assert any(isinstance(one, CallbackQueryFilter) for one in filters)
    if "command" in asked:
        assert kind == "message"
        assert any(isinstance(one, Command) for one in filters)
    if "visit" in asked:
        assert kind in {"message", "callback_query", "my_chat_member"}


def test_no_filter_runs_in_a_thread() -> None:
    """A plain function or a bare F costs a hop to a thread each time it is tried."""
    for router, kind, handler in _handlers():
        for one in handler.filters or ():
            assert one.awaitable, f"{router} {kind} {one.callback}"


def test_every_command_has_its_handler() -> None:
    """Once each."""
    found = [
        command
        for _, kind, handler in _handlers()
        if kind == "message"
        for one in _filters(handler)
        if isinstance(one, Command)
        for command in one.commands
    ]
    assert sorted(map(str, found)) == sorted(COMMANDS)


async def test_every_place_of_a_menu_has_its_handler() -> None:
    """A button whose place nobody handles would be called outdated."""
    rules = [
        one
        for _, kind, handler in _handlers()
        if kind == "callback_query"
        for one in _filters(handler)
        if isinstance(one, CallbackQueryFilter)
    ]
    places = [
        *(Go(to=to, arg="x") for to in To),
        *(Campaigning(do=do) for do in CampaignDo),
        *(Stay(do=do, arg="x") for do in StayDo),
        *(HallTap(do=do, n=1) for do in HallDo),
        *(SurveyTap(do=do, n=1, v="x") for do in SurveyDo),
    ]
    for data in places:
        fits = [
            r for r in rules if r.callback_data is type(data) and r.rule and r.rule.resolve(data)
        ]
        assert len(fits) == 1, data
    known = {
        *(Build, Campaigning, Drafting, Go, HallTap, LeadsTap, LeadTap),
        *(Look, PairTap, Pick, Review, Stay, Step, SurveyTap),
    }
    assert {r.callback_data for r in rules} == known
    assert set(MOVES) == set(Move)


def test_the_fallback_comes_last() -> None:
    """So that it takes only what nobody else took."""
    kinds: dict[str, str] = {}
    for router, kind, handler in _handlers():
        if not _filters(handler):
            kinds.setdefault(kind, router)
        elif kind in kinds and kind in {"message", "callback_query"}:
            pytest.fail(f"{router} is behind the catch-all of {kinds[kind]}")
    assert kinds["message"] == kinds["callback_query"] == "fallback"
