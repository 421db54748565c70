"""What the answers of a choice mean, a line each."""

from collections.abc import Sequence

from content.texts import Speak
from domain.calculation import leads_to_formula
from domain.questionnaire import Instrument, Option, Question
from handlers.views.view import esc, paragraphs


def briefs(question: Question, instrument: Instrument, language: str, speak: Speak) -> str:
    """A line for each answer; those for which something is calculated stand apart.

    Args:
        question: A choice.
        instrument: Which asks it.
        language: One of LANGUAGES.
        speak: Says a line in it.
    """
    counted = [o for o in question.options if leads_to_formula(question, o.code, instrument)]
    others = [option for option in question.options if option not in counted]
    if not counted or not others:
        return _lines(question.options, language, speak)
    return paragraphs(
        f"{speak('choice-calculated')}\n{_lines(counted, language, speak)}",
        f"{speak('choice-explained')}\n{_lines(others, language, speak)}",
    )


def _lines(options: Sequence[Option], language: str, speak: Speak) -> str:
    return "\n".join(_line(option, language, speak) for option in options)


def _line(option: Option, language: str, speak: Speak) -> str:
    label = esc(option.label[language])
    if option.brief is None:
        return f"<b>{label}</b>"
    return speak("choice-brief", label=label, brief=esc(option.brief[language]))
