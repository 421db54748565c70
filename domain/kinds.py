"""What code knows of instruments: kinds of questions, results and figures (ADR 9)."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    RATING = "rating"
    YES_NO = "yes_no"
    LIKELIHOOD = "likelihood"
    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    NUMBERS = "numbers"
    PAGE = "page"
    JOURNEY = "journey"


LEVELLED: Final = frozenset({Kind.SCALE, Kind.RATING, Kind.LIKELIHOOD})
"""Kinds that are answered with a whole number on a button."""


class Scoring(StrEnum):
    """How an instrument turns answers into a result."""

    BLOCKS = "blocks"
    CHECKLIST = "checklist"
    PROFILE = "profile"
    SURVEY = "survey"
    JOURNEY = "journey"
    CANVAS = "canvas"
    CALCULATION = "calculation"
    NONE = "none"


LIGHT: Final = frozenset({Scoring.CALCULATION, Scoring.NONE})
"""What is left as easily as it was begun: nobody is asked, reminded or led back there."""
PRIVATE: Final = frozenset({Scoring.JOURNEY, Scoring.CANVAS, Scoring.CALCULATION})
"""What a person builds or calculates is theirs alone: no group figure, no export tells it."""


class Group(StrEnum):
    """Whom an instrument is for: how the list of tests is divided."""

    COMPANY = "company"
    CUSTOMERS = "customers"
    EMPLOYEES = "employees"
    TOOLS = "tools"


class Measure(StrEnum):
    """What a group's answers to a question on a row of numbers amount to.

    Only 0–10 questions can make an NPS, and only those that ask for a recommendation should.
    """

    NPS = "nps"
    SHARE = "share"
    MEAN = "mean"


class Unit(StrEnum):
    """What a number that is typed counts."""

    NUMBER = "number"
    WHOLE = "whole"
    PERCENT = "percent"


class Listing(StrEnum):
    """What stands in the rows of a list of numbers."""

    PLAIN = "plain"
    RATINGS = "ratings"


class Mode(StrEnum):
    """Which part of an instrument is asked."""

    EXPRESS = "express"
    FULL = "full"
