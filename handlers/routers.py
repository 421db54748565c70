"""All flows in one list, in order; the fallback is last."""

from collections.abc import Sequence

from aiogram import Router

from handlers import (
    admin,
    answering,
    building,
    calculations,
    campaigns,
    data,
    fallback,
    groups,
    hall,
    leads,
    leads_owner,
    menu,
    new_campaign,
    own_surveys,
    profile,
    results,
    reviewing,
    start,
    staying,
    surveys,
)


def build_routers() -> Sequence[Router]:
    """New routers, groups first (they keep other chats away), answering next (most taps)."""
    flows = (
        groups,
        answering,
        building,
        reviewing,
        calculations,
        start,
        profile,
        results,
        staying,
        menu,
        data,
        leads,
        admin,
        campaigns,
        hall,
        new_campaign,
        leads_owner,
        surveys,
        own_surveys,
        fallback,
    )
    return [flow.build_router() for flow in flows]
