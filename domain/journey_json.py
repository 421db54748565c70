"""A journey as text, to be kept: canonical JSON, read back whole or not at all."""

import json
from collections.abc import Mapping
from typing import Any, Final

from domain.errors import AnswerError
from domain.journey import (
    EFFORTS,
    EMOTIONS,
    MAX_NOTE,
    MAX_STAGES,
    MAX_TITLE,
    MAX_TOUCHPOINTS,
    UNDO_STEPS,
    Before,
    Journey,
    Stage,
    Touchpoint,
    tidy,
)
from domain.journey_errors import BrokenJourneyError

_JOURNEY: Final = {"counter", "stages", "past"}
_STAGE: Final = {"id", "title", "touchpoints"}
_TOUCHPOINT: Final = {"id", "title", "emotion", "effort", "note"}
_BEFORE: Final = {"layout", "titles", "touchpoints"}


def to_json(journey: Journey) -> str:
    """The journey with the steps that can be undone, the same text for the same journey."""
    plain = {
        "counter": journey.counter,
        "stages": [
            {
                "id": stage.id,
                "title": stage.title,
                "touchpoints": [_plain(point) for point in stage.touchpoints],
            }
            for stage in journey.stages
        ],
        "past": [
            {
                "layout": before.layout,
                "titles": before.titles,
                "touchpoints": [_plain(point) for point in before.touchpoints],
            }
            for before in journey.past
        ],
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Journey:
    """The journey behind `to_json`.

    Raises:
        BrokenJourneyError: It is anything else, or one of the steps can't be undone.
    """
    try:
        journey = _journey(json.loads(text))
        past = journey
        _check(past)
        while past.past:
            past = past.undone()
            _check(past)
    except (AnswerError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise BrokenJourneyError(str(error) or type(error).__name__) from error
    return journey


def _plain(point: Touchpoint) -> dict[str, int | str | None]:
    return {
        "id": point.id,
        "title": point.title,
        "emotion": point.emotion,
        "effort": point.effort,
        "note": point.note,
    }


def _journey(plain: Any) -> Journey:  # noqa: ANN401 - whatever the JSON holds
    fields = _fields(plain, _JOURNEY)
    stages = tuple(_stage(one) for one in _list(fields["stages"]))
    past = tuple(_before(one) for one in _list(fields["past"]))
    if len(past) > UNDO_STEPS:
        raise ValueError("too many steps")
    return Journey(stages, _whole(fields["counter"]), past)


def _stage(plain: Any) -> Stage:  # noqa: ANN401 - likewise
    fields = _fields(plain, _STAGE)
    points = tuple(_touchpoint(one) for one in _list(fields["touchpoints"]))
    return Stage(_whole(fields["id"]), _words(fields["title"], 1, MAX_TITLE), points)


def _touchpoint(plain: Any) -> Touchpoint:  # noqa: ANN401 - likewise
    fields = _fields(plain, _TOUCHPOINT)
    emotion, effort = fields["emotion"], fields["effort"]
    if (emotion is not None and _whole(emotion) not in EMOTIONS) or (
        effort is not None and _whole(effort) not in EFFORTS
    ):
        raise ValueError("no such emotion or effort")
    return Touchpoint(
        id=_whole(fields["id"]),
        title=_words(fields["title"], 1, MAX_TITLE),
        emotion=emotion,
        effort=effort,
        note=_words(fields["note"], 0, MAX_NOTE),
    )


def _before(plain: Any) -> Before:  # noqa: ANN401 - likewise
    fields = _fields(plain, _BEFORE)
    layout = []
    for stage, inside in _list(fields["layout"]):
        layout.append((_whole(stage), tuple(_whole(one) for one in _list(inside))))
    titles = []
    for stage, title in _list(fields["titles"]):
        titles.append((_whole(stage), _words(title, 1, MAX_TITLE)))
    points = tuple(_touchpoint(one) for one in _list(fields["touchpoints"]))
    return Before(tuple(layout), tuple(titles), points)


def _fields(plain: Any, names: set[str]) -> Mapping[str, Any]:  # noqa: ANN401 - likewise
    if not isinstance(plain, dict) or plain.keys() != names:
        raise ValueError(f"expected {', '.join(sorted(names))}")
    return plain


def _list(plain: Any) -> list[Any]:  # noqa: ANN401 - likewise
    if not isinstance(plain, list):
        raise TypeError("expected a list")
    return plain


def _whole(plain: Any) -> int:  # noqa: ANN401 - likewise
    if type(plain) is not int:
        raise TypeError("expected a whole number")
    return plain


def _words(plain: Any, least: int, most: int) -> str:  # noqa: ANN401 - likewise
    if not isinstance(plain, str) or plain != tidy(plain) or not least <= len(plain) <= most:
        raise ValueError(f"expected {least} to {most} characters on one line")
    return plain


def _check(journey: Journey) -> None:
    """That it is one that steps could have led to."""
    numbers = [stage.id for stage in journey.stages]
    numbers += [point.id for point in journey.touchpoints]
    if not 1 <= len(journey.stages) <= MAX_STAGES:
        raise ValueError("too few or too many stages")
    if len(journey.touchpoints) > MAX_TOUCHPOINTS:
        raise ValueError("too many touchpoints")
    if len(set(numbers)) != len(numbers) or not all(1 <= n <= journey.counter for n in numbers):
        raise ValueError("numbers that can't have been given")
