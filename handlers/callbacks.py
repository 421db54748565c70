"""What buttons carry. Each prefix ends in a version, so old buttons are recognised as such.

Every button carries enough to be harmless when tapped twice, late, or by somebody else: the
attempt's random key and the question's ordinal, or the name of a place to go to.
"""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field


class Pick(CallbackData, prefix="a1"):
    """An answer: attempt's key, question's ordinal, answer."""

    key: str
    n: int
    v: str


class Move(StrEnum):
    """Ways to move on a question other than answering it."""

    BACK = "back"
    NEXT = "next"
    LEVELS = "levels"
    HIDE = "hide"
    PAUSE = "pause"
    DROP_NOTE = "unnote"


class Step(CallbackData, prefix="s1"):
    """A move on a question."""

    key: str
    n: int
    do: Move


class ReviewDo(StrEnum):
    """What somebody does with all their answers before them."""

    CHANGE = "change"
    DONE = "done"
    PAUSE = "pause"


class Review(CallbackData, prefix="v1"):
    """A button under all answers: the attempt's key, and the ordinal of the one to change."""

    key: str
    do: ReviewDo
    n: int = 0


class To(StrEnum):
    """Where a button of a menu leads, or what it does there."""

    CONSENT = "consent"
    LANGUAGE = "lang"
    PROFILE = "profile"
    SAY = "say"
    SKIP_ALL = "skip"
    UNSAY = "unsay"
    MODE = "mode"
    RESUME = "resume"
    GO_ON = "go_on"
    GO_NEW = "go_new"
    OVER = "over"
    HOME = "home"
    TESTS = "tests"
    TEST = "test"
    CODE = "code"
    RESULTS = "results"
    RESULT = "result"
    SHOW = "show"
    DETAILS = "details"
    SHARE = "share"
    FULL = "full"
    DOCUMENT = "pdf"
    EDIT = "edit"
    AGAIN = "again"
    ADVICE = "advice"
    SETTINGS = "settings"
    MY_DATA = "mydata"
    DELETE = "delete"
    DELETE_YES = "delete_yes"
    CANCEL = "cancel"
    ADMIN = "admin"
    OVERVIEW = "overview"
    REPORT = "report"
    ROWS = "rows"
    ROWS_YES = "rows_yes"


class Go(CallbackData, prefix="g1"):
    """A button of a menu; `arg` says which language, attempt, answer or format."""

    to: To
    arg: str = ""


class At(StrEnum):
    """Screens of the owner's side on which something is chosen."""

    FIGURES = "figures"
    FUNNEL = "funnel"
    EXPORT = "export"
    CHOOSE = "choose"
    AUDIT = "audit"


class Look(CallbackData, prefix="o1"):
    """A screen of the owner's side, with one choice made: "campaign.5", "days.7", "page.2"."""

    at: At
    choice: str = ""


class LeadStep(StrEnum):
    """What somebody does about their contact for the consultant."""

    ASK = "ask"
    REPLACE = "replace"
    AGREE = "agree"
    MINE = "mine"
    WITHDRAW = "withdraw"


class LeadTap(CallbackData, prefix="l1"):
    """A step about one's own contact; `key` is that of the result it is to be about."""

    do: LeadStep
    key: str = ""


class LeadsStep(StrEnum):
    """What an admin does with the contacts that were left."""

    LIST = "list"
    OPEN = "open"
    CARD = "card"
    FILE = "file"
    FILE_YES = "file_yes"


class LeadsTap(CallbackData, prefix="k1"):
    """A step among the contacts; `arg` is a page, a contact's row number or a format."""

    do: LeadsStep
    arg: str = ""


class CampaignDo(StrEnum):
    """What a button about campaigns leads to or does."""

    LIST = "list"
    PAGE = "page"
    PAUSE = "pause"
    OPEN = "open"
    CODE = "code"
    POSTER = "poster"
    PRINT = "print"
    SOURCES = "sources"
    TITLE = "title"
    DAYS = "days"
    SET_DAYS = "set"
    NEW = "new"
    CLONE = "clone"


class Campaigning(CallbackData, prefix="c1"):
    """A button about campaigns.

    Attributes:
        do: What for.
        n: The campaign's row number; for the list, its page.
        v: Which language or days.
    """

    do: CampaignDo
    n: Annotated[int, Field(ge=0, lt=2**63)] = 0
    v: str = ""


class Drafting(CallbackData, prefix="d1"):
    """A button of a new campaign's draft: the step it belongs to, and what is chosen."""

    step: str
    v: str


class StayDo(StrEnum):
    """What somebody does about reminders, and about measuring again."""

    CONTINUE = "continue"
    STOP = "stop"
    REMINDERS_ON = "on"
    REMINDERS_OFF = "off"
    WISH = "wish"
    UNWISH = "unwish"
    AGAIN = "again"
    LATER = "later"
    CHANGE = "change"


class Stay(CallbackData, prefix="t1"):
    """A button of a reminder or under a result; `arg` is an attempt's key, with a language."""

    do: StayDo
    arg: str = ""


class HallDo(StrEnum):
    """What a button does with the live picture for a projector."""

    OPEN = "open"
    STOP = "stop"


class HallTap(CallbackData, prefix="h1"):
    """A button of the live picture; `n` is the campaign's row number."""

    do: HallDo
    n: Annotated[int, Field(ge=0, lt=2**63)]


class PairTap(CallbackData, prefix="y1"):
    """A result beside its hall: the attempt's key, and the language to tell it in."""

    key: str
    language: str


class BuildDo(StrEnum):
    """What a button of a journey that is being built does."""

    OPEN = "open"
    NEW = "new"
    ADD = "add"
    NAME = "name"
    UP = "up"
    DOWN = "down"
    REMOVE = "del"
    FEEL = "feel"
    EFFORT = "effort"
    CLEAR = "clear"
    NEXT = "next"
    UNDO = "undo"
    DONE = "done"


class Build(CallbackData, prefix="b1"):
    """A button of a journey that is being built.

    Attributes:
        key: The attempt's key.
        n: The question's ordinal.
        do: What for.
        id: The number of a stage or touchpoint; 0 for the journey as a whole.
        v: What is chosen; of steps that mean something else each time, the moment they are
            meant for (the journey's counter); of OPEN, the page.
    """

    key: str
    n: int
    do: BuildDo
    id: int = 0
    v: str = ""


class SurveyDo(StrEnum):
    """What a button about surveys of one's own company leads to or does."""

    ABOUT = "about"
    LIST = "list"
    NEW = "new"
    TRY = "try"
    ON = "on"
    SKIP = "skip"
    BACK = "back"
    PAGE = "page"
    POSTER = "poster"
    PRINT = "print"
    CODE = "code"
    FIGURES = "figures"
    COMMENTS = "comments"
    PAUSE = "pause"
    OPEN = "open"
    NAME = "name"
    TOPIC = "topic"
    NO_TOPIC = "untopic"
    REMOVE = "del"
    REMOVE_YES = "del_yes"


class SurveyTap(CallbackData, prefix="u1"):
    """A button about surveys.

    Attributes:
        do: What for.
        n: The row number of the survey's campaign; 0 where it is about none.
        v: Which test, step of a new survey, or language.
    """

    do: SurveyDo
    n: Annotated[int, Field(ge=0, lt=2**63)] = 0
    v: str = ""
