"""All flows in one list, in order; the fallback is last."""

from collections.abc import Sequence

from aiogram import Router

from handlers import (
    admin,
    answering,
    data,
    fallback,
    groups,
    menu,
    profile,
    results,
    start,
)


def build_routers() -> Sequence[Router]:
    """New routers, groups first (they keep other chats away), answering next (most taps)."""
    flows = (groups, answering, start, profile, results, menu, data, admin, fallback)
    return [flow.build_router() for flow in flows]
