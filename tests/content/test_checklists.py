"""The four checklists against the page that specifies them: what is asked, how, in which words."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

import pytest

from content.library import Library
from domain.kinds import Group, Kind, Scoring
from domain.languages import LANGUAGES, Text
from domain.questionnaire import Instrument, Question
from tests.content.test_map_words import FOREIGN, texts_of

CODES: Final[Mapping[str, Sequence[Sequence[str]]]] = {
    "service": (("1", "2", "3", "4"), ("5", "6", "7", "8", "9"), ("10", "11", "12", "13")),
    "experience": (("e1", "e2", "e3"), ("s1", "s2", "s3"), ("f1", "f2", "f3")),
    "management": (("s1", "s2", "s3"), ("m1", "m2", "m3"), ("p1", "p2", "p3")),
    "practice": (("1", "2", "3"), ("4", "5", "6", "7", "8")),
}
SECTIONS: Final = {
    "experience": ["emotions", "ease", "function"],
    "management": ["strategy", "measurement", "people"],
}
LONGEST_STATEMENT: Final = 160
GOLDING: Final = {"ru": "Голдинг", "uk": "Ґолдінг", "en": "Golding"}
FIRST_PERSON: Final = {
    "ru": r"\b(мы|нам|нами|нас|наш\w*)\b",
    "uk": r"\b(ми|нам|нами|нас|наш\w*)\b",
    "en": r"\b(we|us|our)\b",
}

named = pytest.mark.parametrize("name", CODES)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def said_in(instrument: Instrument) -> list[Text]:
    """Every wording of a checklist."""
    sections = [
        text
        for section in instrument.sections
        for text in (section.title, section.axis, section.strength, section.zone, section.cheer)
    ]
    questions = [text for q in instrument.questions for _, text in texts_of(q)]
    told = [instrument.title, instrument.about, *sections, *questions]
    return [text for text in told if text is not None]


def all_items(library: Library) -> list[Question]:
    """The statements of the four together."""
    return [q for name in CODES for q in library.instruments[name].questions]


@named
def test_codes(library: Library, name: str) -> None:
    """The items of the specification, in its order, in scored sections."""
    instrument = library.instruments[name]
    assert [tuple(q.code for q in s.questions) for s in instrument.sections] == list(CODES[name])
    assert all(section.scored for section in instrument.sections)
    codes = [section.code for section in instrument.sections]
    assert codes == SECTIONS.get(name, codes)


@named
def test_how_it_is_asked(library: Library, name: str) -> None:
    """Yes, no, not sure about a company, after the profile; never optional or conditional."""
    instrument = library.instruments[name]
    assert instrument.scoring is Scoring.CHECKLIST
    assert instrument.group is Group.COMPANY
    assert instrument.profile
    assert {q.kind for q in instrument.questions} == {Kind.YES_NO}
    assert not any(q.optional or q.when or q.levels for q in instrument.questions)


def test_order(library: Library) -> None:
    """They follow one another in the list of tests as on the page."""
    assert [library.instruments[name].order for name in CODES] == [2, 3, 4, 5]


def test_groups_stand_together(library: Library) -> None:
    """Whatever lists all tests shows them by group, and in the groups' order."""
    groups = [one.group for one in library.instruments.values()]
    assert [group for group, _ in groupby(groups)] == list(Group)


@named
def test_every_no_leads_somewhere(library: Library, name: str) -> None:
    """A hint, a step and a recommendation that there is, for each item."""
    advised = {advice.code for advice in library.advice}
    instrument = library.instruments[name]
    for question in instrument.questions:
        assert question.hint, question.code
        assert question.step, question.code
        assert (question.advice or instrument.section_of[question.code].advice) in advised


@named
def test_every_section_speaks(library: Library, name: str) -> None:
    """Title and axis for the picture, a word for strength, zone and the way between."""
    for section in library.instruments[name].sections:
        texts = (section.title, section.axis, section.strength, section.zone, section.cheer)
        assert all(texts), section.code
        assert section.advice, section.code


def test_all_advice_is_called_for(library: Library) -> None:
    """Each of the five recommendations is what some checklist's weak answer calls for."""
    assert [advice.code for advice in library.advice] == [
        "expectations",
        "three_percent",
        "journeys",
        "mission",
        "metrics",
    ]
    called = {
        q.advice or library.instruments[name].section_of[q.code].advice
        for name in CODES
        for q in library.instruments[name].questions
    }
    assert called == {advice.code for advice in library.advice}


@each_language
def test_statements(library: Library, language: str) -> None:
    """One short sentence that “yes” answers, about us."""
    for question in all_items(library):
        text = question.text[language]
        assert text.endswith("."), text
        assert len(re.findall(r"[.!?](?:\s|$)", text)) == 1, text
        assert len(text) <= LONGEST_STATEMENT, text
        assert re.search(FIRST_PERSON[language], text, re.IGNORECASE), text


@each_language
def test_hints_are_one_sentence(library: Library, language: str) -> None:
    """What it means and why it matters, at one breath."""
    for question in all_items(library):
        assert question.hint is not None
        hint = question.hint[language]
        assert len(re.findall(r"[.!?](?:\s|$)", hint)) == 1, hint


@each_language
def test_no_two_texts_are_alike(library: Library, language: str) -> None:
    """Nothing was copied and forgotten: statements, hints and steps differ, from others' too."""
    own = all_items(library)
    others = [
        q for one in library.instruments.values() if one.id not in CODES for q in one.questions
    ]
    told = [text[language].casefold() for q in own for text in (q.text, q.hint, q.step) if text]
    elsewhere = {
        text[language].casefold() for q in others for text in (q.text, q.hint, q.step) if text
    }
    assert len(told) == 3 * len(own)
    assert sorted({text for text in told if told.count(text) > 1}) == []
    assert elsewhere.intersection(told) == set()
    for name in CODES:
        names = [q.name[language] for q in library.instruments[name].questions]
        assert len(set(names)) == len(names)
        assert not any("," in one for one in names), "results list them with commas"


@named
@each_language
def test_letters(library: Library, name: str, language: str) -> None:
    """No Latin letter in a Cyrillic word, nor a letter of the neighbour's alphabet."""
    mixed = re.compile(r"[a-z][а-яёґєії]|[а-яёґєії][a-z]", re.IGNORECASE)
    foreign = re.compile(FOREIGN[language], re.IGNORECASE)
    texts = [text[language] for text in said_in(library.instruments[name])]
    assert [text for text in texts if mixed.search(text) or foreign.search(text)] == []


@each_language
def test_golding_is_credited(library: Library, language: str) -> None:
    """The structure of strategy, measurement and people is his."""
    assert GOLDING[language] in library.instruments["management"].about[language]
