"""A checklist's group figures as pictures and captions tell them: what is so, missing, unknown."""

from collections.abc import Sequence
from typing import Final

from content.texts import Speak
from domain.questionnaire import Instrument, Question, Section
from domain.scoring import shown
from domain.tally import Split
from handlers.views.view import esc
from results.facts_owner import Breakdown, Portion
from storage.boards import Board
from storage.splits import Splits, most_missing

ROWS: Final = 16
"""Sections and statements that fit on a picture."""
ITEMS: Final = 14
"""Statements, where no section is told."""
LEAST: Final = 6
"""Statements beside the most sections."""
SECTIONS_NAMED: Final = 4
"""So many sections have room in the caption."""
NAMED: Final = 4
"""Statements in the caption, of what is most often missing and of what is least known."""


def breakdown_of(
    instrument: Instrument, board: Board, language: str, speak: Speak
) -> Breakdown | None:
    """Sections in their order, and the statements most often missing first; None where hidden."""
    splits = board.splits
    if splits is None or board.is_hidden:
        return None
    sections = [
        Portion((block.axis or block.title or {})[language], _parts(splits.sections[block.code]))
        for block in _sections(instrument)
    ]
    room = max(ROWS - len(sections), LEAST) if sections else ITEMS
    ordered = _ordered(instrument, splits)
    items = [Portion(one.name[language], _parts(splits.items[one.code])) for one in ordered]
    lists = [(speak("split-sections"), sections)] if sections else []
    beyond = max(len(items) - room, 0)
    return Breakdown(
        legend=_legend(splits.whole, speak),
        lists=[*lists, (speak("split-items"), items[:room])],
        missing=speak("overview-missing"),
        more=[
            speak("split-more", count=beyond + left) if beyond + left else ""
            for left in range(len(sections) + len(items[:room]) + 1)
        ],
    )


def split_words(
    instrument: Instrument, board: Board, language: str, speak: Speak
) -> Sequence[str]:
    """Paragraphs of HTML: the whole, the sections, what is most often missing, what is unknown."""
    splits = board.splits
    if splits is None or splits.whole is None:
        return ()
    blocks = _sections(instrument)
    sections = [
        speak("split-section", name=esc((block.axis or block.title or {})[language]), **told)
        for block in (blocks if len(blocks) <= SECTIONS_NAMED else ())
        if (told := _shares(splits.sections[block.code]))
    ]
    items = [
        (question.name[language], split)
        for question in _ordered(instrument, splits)
        if (split := splits.items[question.code])
    ]
    # Where the caption also tells on how many people its figures stand, it has less room.
    named = NAMED if board.people == board.present else NAMED - 1
    by_unsure = sorted(items, key=lambda item: -item[1].unsure)
    return (
        speak("split-whole", people=board.people, **_shares(splits.whole)),
        "\n".join(sections),
        _named("split-missing", [(name, split.no) for name, split in items][:named], speak),
        _named("split-unsure", [(name, split.unsure) for name, split in by_unsure][:named], speak),
    )


def _sections(instrument: Instrument) -> Sequence[Section]:
    """One alone would only say once more what the whole does."""
    return instrument.blocks if len(instrument.blocks) > 1 else ()


def _ordered(instrument: Instrument, splits: Splits) -> Sequence[Question]:
    items = [question for block in instrument.blocks for question in block.questions]
    return most_missing(items, [splits.items[item.code] for item in items])


def _shares(split: Split | None) -> dict[str, int]:
    if split is None:
        return {}
    return {"yes": shown(split.yes), "no": shown(split.no), "unsure": shown(split.unsure)}


def _parts(split: Split | None) -> Sequence[int]:
    """Whole per cents in the legend's order."""
    return () if split is None else [shown(part) for part in (split.yes, split.unsure, split.no)]


def _legend(split: Split | None, speak: Speak) -> Sequence[str]:
    words = [speak(key) for key in ("button-yes", "button-unsure", "button-no")]
    shares = _parts(split)
    if not shares:
        return words
    return [
        speak("board-part", answers=word, share=share)
        for word, share in zip(words, shares, strict=True)
    ]


def _named(key: str, items: Sequence[tuple[str, float]], speak: Speak) -> str:
    """Statements with their shares; those of nobody are none."""
    told = [
        f"{esc(name)} {speak('percent', share=shown(share))}"
        for name, share in items
        if shown(share)
    ]
    return speak(key, items=", ".join(told)) if told else ""
