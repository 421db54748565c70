"""Where a person can be in the conversation. The current state is a column of their row."""

from aiogram.fsm.state import State, StatesGroup


class Talk(StatesGroup):
    """Every state has one screen (handlers/screens/) and answers to junk of every kind."""

    welcome = State()
    role = State()
    size = State()
    industry = State()
    mode = State()
    answering = State()
    paused = State()
    conflict = State()
    home = State()
    tests = State()
    code = State()
    results = State()
    result = State()
    settings = State()
    privacy = State()
    deleting = State()
    admin = State()
    new_campaign = State()
    export = State()
    export_rows = State()


def name(state: State) -> str:
    """A state as it is stored."""
    return str(state.state)
