"""A result in words: the card's facts, its caption, its twin in text."""

from collections.abc import Sequence

from content.texts import Speak
from domain.attempt import Attempt
from domain.change import change_between
from domain.kinds import Kind, Mode
from domain.questionnaire import Question
from domain.scoring import (
    SHOWN,
    BlockScore,
    Result,
    Verdict,
    shown,
    weakest_items,
)
from handlers.callbacks import PairTap, StayDo, To
from handlers.views.advice import advice_rows, advice_told
from handlers.views.common import rows_on, way_in
from handlers.views.question import answer_label
from handlers.views.shown import Shown
from handlers.views.staying import change_told
from handlers.views.view import Button, View, esc, go, paragraphs, stay
from results.facts import Axis, CardFacts, DetailBlock, DetailFacts, DetailItem, Finding, Findings

REASONS_SHOWN = 2
TWIN_FINDINGS = 3


def card_facts(one: Shown, *, is_copy: bool) -> CardFacts:
    """What the result card says.

    Args:
        one: The finished attempt.
        is_copy: Whether it will be passed on: then it leaves out the likelihood answer, and
            its link has a source of its own.
    """
    speak, language, result = one.speak, one.language, one.result
    likelihoods = _likelihoods(one.attempt)
    link, link_caption = way_in(one, is_copy=is_copy)
    return CardFacts(
        title=one.title,
        subtitle=one.subtitle,
        viewpoint=one.viewpoint,
        total=None if result.total is None else float(result.total),
        total_caption=speak("total-missing" if result.total is None else "total-of"),
        level=speak(f"level-{result.level}") if result.level else "",
        verdict=_verdict(result, speak),
        axes=[_axis(block, one) for block in result.blocks],
        missing=speak("block-missing"),
        reference_caption=_reference_caption(one),
        own_caption=speak("own-series") if one.reference else "",
        recommendation=(
            ""
            if is_copy or not likelihoods
            else speak("recommendation", score=str(likelihoods[0][1]))
        ),
        recommendation_caption=speak("recommendation-caption"),
        left=_strengths(result, language, speak),
        right=_zones(result, language, speak),
        date=one.date,
        brand=one.speech.house.brand,
        link=link,
        link_caption=link_caption,
    )


def detail_facts(one: Shown) -> DetailFacts:
    """What the pictures of all blocks and statements say."""
    speak, language, attempt = one.speak, one.language, one.attempt
    legend = next((q.options for q in attempt.instrument.questions if q.kind is Kind.SCALE), ())
    return DetailFacts(
        title=one.title,
        subtitle=one.subtitle,
        blocks_heading=speak("blocks-heading"),
        items_heading=speak("items-heading"),
        legend=[option.label[language] for option in legend],
        blocks=[_detail_block(block, one) for block in one.result.blocks],
        missing=speak("block-missing"),
        reference_caption=_reference_caption(one),
        date=one.date,
        brand=one.speech.house.brand,
    )


def caption(one: Shown) -> str:
    """The line under the card, as HTML."""
    total, level = one.result.total, one.result.level
    if total is None or level is None:
        return one.speak("result-caption-no-total", title=esc(one.title))
    return one.speak(
        "result-caption",
        title=esc(one.title),
        total=shown(total),
        level=one.speak(f"level-{level}"),
    )


def map_view(one: Shown) -> View:
    """The result in words: strengths, growth zones, a next step for each with its reason."""
    speak, result = one.speak, one.result
    text = paragraphs(
        speak("twin-heading", title=esc(one.title), date=one.date) + f"\n{esc(one.viewpoint)}",
        _total(one),
        _told(speak("strengths"), result.strengths, one, steps=False),
        _told(_zones_heading(result, speak), result.zones, one, steps=True),
        _verdict(result, speak),
        advice_told(one),
        _unknown(result, speak),
        _private(one),
        f"<i>{speak('twin-note')}</i>",
    )
    return View(text, _twin_rows(one))


def _twin_rows(one: Shown) -> list[list[Button]]:
    speak, key = one.speak, one.attempt.key
    arg = f"{key}.{one.language}"
    rows = [
        [go(speak("button-details"), To.DETAILS, arg)],
        *advice_rows(one),
        [go(speak("button-share"), To.SHARE, arg)],
    ]
    if one.finished.campaign is not None:
        rows.insert(0, [Button(speak("button-pair"), PairTap(key=key, language=one.language))])
    if one.attempt.mode is Mode.EXPRESS:
        rows.insert(0, [go(speak("button-go-full"), To.FULL, key)])
    if one.earlier is not None:
        rows.append([stay(speak("button-change"), StayDo.CHANGE, arg)])
    if one.is_wished:
        rows.append([stay(speak("button-again-unwish"), StayDo.UNWISH, arg)])
    elif one.is_wished is not None:
        rows.append([stay(speak("button-again-wish"), StayDo.WISH, arg)])
    return rows + rows_on(one)


def _reference_caption(one: Shown) -> str:
    if one.reference is None:
        return ""
    return one.speak("reference-series", group=one.reference.name, n=one.reference.n)


def _axis(block: BlockScore, one: Shown) -> Axis:
    axis = block.block.axis or block.block.title or {}
    return Axis(
        name=axis[one.language],
        score=None if block.score is None else float(block.score),
        reference=one.reference.means.get(block.block.code) if one.reference else None,
    )


def _title(block: BlockScore, language: str) -> str:
    return (block.block.title or {})[language]


def _findings(
    heading: str, blocks: Sequence[BlockScore], empty: str, language: str, speak: Speak
) -> Findings:
    more = len(blocks) - SHOWN
    return Findings(
        heading=heading,
        items=[
            Finding(_title(block, language), float(block.score))
            for block in blocks[:SHOWN]
            if block.score is not None
        ],
        more=speak("and-more", count=more) if more > 0 else "",
        empty=empty,
    )


def _strengths(result: Result, language: str, speak: Speak) -> Findings:
    if result.verdict in {Verdict.SCREENING, Verdict.NOT_ENOUGH}:
        return Findings("", (), "", "")
    return _findings(speak("strengths"), result.strengths, speak("no-strengths"), language, speak)


def _zones(result: Result, language: str, speak: Speak) -> Findings:
    if result.verdict is Verdict.NOT_ENOUGH:
        return Findings(speak("zones"), (), "", speak("verdict-not_enough"))
    empty = "no-findings-screening" if result.verdict is Verdict.SCREENING else "no-zones"
    return _findings(_zones_heading(result, speak), result.zones, speak(empty), language, speak)


def _zones_heading(result: Result, speak: Speak) -> str:
    return speak("look-here-first" if result.verdict is Verdict.SCREENING else "zones")


def _detail_block(block: BlockScore, one: Shown) -> DetailBlock:
    attempt, language, asked = one.attempt, one.language, one.attempt.asked
    items = []
    for question in block.block.questions:
        if question.code not in asked:
            continue
        value = attempt.answers.get(question.code)
        level = value if isinstance(value, int) else None
        if level is not None:
            label = question.options[level - 1].label[language]
        else:
            label = answer_label(question, value, language, one.speak) if value else ""
        items.append(DetailItem(question.name[language], level, label))
    return DetailBlock(_axis(block, one), _title(block, language), items)


def _verdict(result: Result, speak: Speak) -> str:
    """How the whole profile reads; where it has contrasts, they speak for themselves."""
    if result.verdict is Verdict.CONTRASTS:
        return ""
    return speak(f"verdict-{result.verdict}")


def _likelihoods(attempt: Attempt) -> list[tuple[Question, int]]:
    """The likelihood answers in order: the first may stand on a picture, others may not."""
    return [
        (question, value)
        for question in attempt.instrument.questions
        if question.kind is Kind.LIKELIHOOD
        and isinstance(value := attempt.asked_answers.get(question.code), int)
    ]


def _total(one: Shown) -> str:
    speak, result = one.speak, one.result
    if result.total is None or result.level is None:
        return speak("total-missing") + "."
    lines = [speak("twin-total", total=shown(result.total), level=speak(f"level-{result.level}"))]
    if result.on_border:
        lines.append(speak("twin-border"))
    change = change_between(one.earlier.attempt, one.attempt) if one.earlier else None
    if one.earlier and change and change.points is not None:
        date = one.speech.texts.date(one.language, one.earlier.finished_at)
        lines.append(speak("twin-change", date=date, change=change_told(change, one)))
    return "\n".join(lines)


def _told(heading: str, blocks: Sequence[BlockScore], one: Shown, *, steps: bool) -> str:
    """Findings with the sentence on each; growth zones with reason and next step."""
    if not blocks:
        return ""
    language, speak = one.language, one.speak
    lines = [f"<b>{heading}</b>"]
    for block in blocks[:TWIN_FINDINGS]:
        value = "" if block.score is None else f" — {shown(block.score)}"
        lines.append(f"• <b>{esc(_title(block, language))}</b>{value}")
        sentence = block.block.zone if steps else block.block.strength
        if sentence:
            lines.append(esc(sentence[language]))
        if steps:
            lines.extend(_reason(block, one))
    if (more := len(blocks) - TWIN_FINDINGS) > 0:
        lines.append(speak("and-more", count=more))
    return "\n".join(lines)


def _reason(block: BlockScore, one: Shown) -> list[str]:
    items = weakest_items(block, one.attempt)
    if not items:
        return []
    names = ", ".join(question.name[one.language] for question, _ in items[:REASONS_SHOWN])
    step = items[0][0].step
    lines = [f"<i>{one.speak('twin-reason', items=esc(names))}</i>"]
    if step:
        lines.append(one.speak("twin-step", step=esc(step[one.language])))
    return lines


def _unknown(result: Result, speak: Speak) -> str:
    share = shown(100 * result.unknown_share)
    return speak("twin-unknown", share=share) if share else ""


def _private(one: Shown) -> str:
    """Further likelihood answers: only in words, never on a picture that others may see."""
    return "\n".join(
        one.speak("twin-private", name=esc(question.name[one.language]), score=str(value))
        for question, value in _likelihoods(one.attempt)[1:]
    )
