"""What buttons carry. Each prefix ends in a version, so old buttons are recognised as such.

Every button carries enough to be harmless when tapped twice, late, or by somebody else: the
attempt's random key and the question's ordinal, or the name of a place to go to.
"""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


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


class Step(CallbackData, prefix="s1"):
    """A move on a question."""

    key: str
    n: int
    do: Move


class To(StrEnum):
    """Where a button of a menu leads, or what it does there."""

    CONSENT = "consent"
    LANGUAGE = "lang"
    PROFILE = "profile"
    SAY = "say"
    SKIP_ALL = "skip"
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
    SETTINGS = "settings"
    MY_DATA = "mydata"
    DELETE = "delete"
    DELETE_YES = "delete_yes"
    CANCEL = "cancel"
    ADMIN = "admin"
    NEW_CAMPAIGN = "campaign"
    SWITCH = "switch"
    EXPORT = "export"
    REPORT = "report"
    ROWS = "rows"
    ROWS_YES = "rows_yes"


class Go(CallbackData, prefix="g1"):
    """A button of a menu; `arg` says which language, attempt, answer or format."""

    to: To
    arg: str = ""
