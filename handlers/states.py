"""Where a person can be in the conversation. The current state is a column of their row."""

from collections.abc import Mapping
from typing import Final

from aiogram.fsm.state import State, StatesGroup


class Talk(StatesGroup):
    """Every state has one screen (handlers/screens/) and answers to junk of every kind."""

    welcome = State()
    role = State()
    size = State()
    industry = State()
    mode = State()
    answering = State()
    building = State()
    review = State()
    paused = State()
    conflict = State()
    home = State()
    tests = State()
    code = State()
    results = State()
    settings = State()
    privacy = State()
    deleting = State()
    lead_consent = State()
    lead_contact = State()
    lead_left = State()
    admin = State()
    campaigns = State()
    campaign = State()
    campaign_sources = State()
    campaign_poster = State()
    campaign_title = State()
    campaign_days = State()
    new_campaign = State()
    new_title = State()
    new_test = State()
    new_company = State()
    new_occasion = State()
    new_mode = State()
    new_days = State()
    new_review = State()
    figures = State()
    funnel = State()
    choosing = State()
    audit = State()
    export = State()
    export_rows = State()
    leads = State()
    lead = State()
    leads_export = State()
    survey = State()
    surveys = State()
    survey_company = State()
    survey_occasion = State()
    survey_review = State()
    survey_page = State()
    survey_poster = State()
    survey_name = State()
    survey_topic = State()
    survey_removing = State()


def name(state: State) -> str:
    """A state as it is stored."""
    return str(state.state)


RESTING: Final = frozenset(
    name(state)
    for state in (
        Talk.answering,
        Talk.building,
        Talk.review,
        Talk.paused,
        Talk.home,
        Talk.tests,
        Talk.results,
        Talk.settings,
    )
)
"""Places in which a reminder of a test breaks into nothing: no contact, code or deletion."""
AFTER_CONSENT: Final[Mapping[str, State]] = {
    "tests": Talk.tests,
    "settings": Talk.settings,
    "code": Talk.code,
    "admin": Talk.admin,
}
"""Where commands lead that were given before the consent, by their names."""
WITH_KEYS: Final = frozenset({name(Talk.lead_contact)})
"""Places whose screen stands above keys in the keyboard's place: they go when it is left."""
WRITTEN: Final = frozenset(
    name(state)
    for state in (
        Talk.code,
        Talk.lead_contact,
        Talk.campaign_title,
        Talk.campaign_days,
        Talk.new_campaign,
        Talk.new_title,
        Talk.new_company,
        Talk.new_occasion,
        Talk.new_days,
        Talk.survey_company,
        Talk.survey_occasion,
        Talk.survey_name,
        Talk.survey_topic,
    )
)
"""Places where something is to be written, questions apart."""
