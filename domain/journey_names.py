"""A journey's names in another language: those that were suggested follow, those typed stay.

A suggestion is known by its text in any language, so whoever types just that has it translated
too; nothing needs to be kept beside the name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from domain.journey import Journey, Stage, Touchpoint
from domain.languages import Text
from domain.questionnaire import Stage as Ready


def in_language(journey: Journey, ready: Sequence[Ready], language: str) -> Journey:
    """The journey with all suggested names in a language.

    The steps that can be undone keep the names they had: read again, these follow as well.

    Args:
        journey: As it is kept.
        ready: The stages to begin with; stage n of the journey was the n-th of them.
        language: One of `domain.languages.LANGUAGES`.
    """
    titles = _by_text(stage.title for stage in ready)
    everywhere = _by_text(text for stage in ready for text in stage.touchpoints)
    stages = []
    for stage in journey.stages:
        # A touchpoint may have been moved away from its stage, but is looked for there first.
        own = ready[stage.id - 1].touchpoints if 1 <= stage.id <= len(ready) else ()
        texts = {**everywhere, **_by_text(own)}
        stages.append(_stage(stage, titles, texts, language))
    return replace(journey, stages=tuple(stages))


def _stage(
    stage: Stage, titles: Mapping[str, Text], texts: Mapping[str, Text], language: str
) -> Stage:
    def named(point: Touchpoint) -> Touchpoint:
        return replace(point, title=_told(point.title, texts, language))

    title = _told(stage.title, titles, language)
    return replace(stage, title=title, touchpoints=tuple(map(named, stage.touchpoints)))


def _told(title: str, texts: Mapping[str, Text], language: str) -> str:
    return texts[title][language] if title in texts else title


def _by_text(texts: Iterable[Text]) -> Mapping[str, Text]:
    """Texts by their wording in each language; of two that share one, the first."""
    found: dict[str, Text] = {}
    for text in texts:
        for wording in text.values():
            found.setdefault(wording, text)
    return found
