"""A result in words, by the way its instrument is scored."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.kinds import Scoring
from handlers.views.calculation import calculation_view
from handlers.views.canvas_result import canvas_twin
from handlers.views.checklist import checklist_view
from handlers.views.common import plain_view
from handlers.views.journey_result import journey_twin
from handlers.views.profile_result import profile_view
from handlers.views.result import map_view
from handlers.views.shown import Shown
from handlers.views.survey import survey_view
from handlers.views.view import View

TWINS: Final[Mapping[Scoring, Callable[[Shown], View]]] = {
    Scoring.BLOCKS: map_view,
    Scoring.JOURNEY: journey_twin,
    Scoring.CANVAS: canvas_twin,
    Scoring.PROFILE: profile_view,
    Scoring.SURVEY: survey_view,
    Scoring.CHECKLIST: checklist_view,
    Scoring.CALCULATION: calculation_view,
    Scoring.NONE: plain_view,
}


def twin_view(one: Shown) -> View:
    """A result in words, with what can be done with it."""
    return TWINS.get(one.attempt.instrument.scoring, plain_view)(one)
