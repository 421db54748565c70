"""Which function answers which method, and which parameters it understands."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeVar

import aiogram.methods
from aiogram.methods.base import TelegramMethod

from preview.errors import ApiError, unknown_here
from preview.params import Params
from preview.world import World

Handler = Callable[[World, Params], Any | Awaitable[Any]]
H = TypeVar("H", bound=Handler)

# Accepted everywhere, of no consequence here.
_COMMON = frozenset({"disable_notification", "allow_paid_broadcast"})


def _telegram_methods() -> dict[str, tuple[str, frozenset[str]]]:
    """Lower-case name → name and fields, as aiogram's models have them."""
    known: dict[str, tuple[str, frozenset[str]]] = {}
    for name in aiogram.methods.__all__:
        model = getattr(aiogram.methods, name)
        if isinstance(model, type) and issubclass(model, TelegramMethod):
            method = getattr(model, "__api_method__", None)
            if isinstance(method, str):
                known[method.lower()] = (method, frozenset(model.model_fields))
    return known


_TELEGRAM = _telegram_methods()


@dataclass(slots=True, frozen=True)
class Method:
    """One method of the Bot API."""

    name: str
    handler: Handler
    not_here: frozenset[str]

    def check(self, params: Params) -> None:
        """Refuses loudly what Telegram would heed and this server would not.

        Raises:
            ApiError: 501.
        """
        values = params.values
        if not self.not_here.isdisjoint(values):
            for name in sorted(self.not_here & values.keys()):
                if params.text(name) not in {"", "false", "0"}:
                    raise unknown_here(f"the parameter {name} of {self.name}")


_METHODS: dict[str, Method] = {}


def handles(name: str, *params: str) -> Callable[[H], H]:
    """Registers the function that answers a method, with the parameters it understands."""

    def register(handler: H) -> H:
        fields = _TELEGRAM[name.lower()][1]
        misspelt = set(params) - fields
        if misspelt:
            raise LookupError(f"{name} has no {misspelt}")
        _METHODS[name.lower()] = Method(name, handler, fields - _COMMON - set(params))
        return handler

    return register


def method_name(name: str) -> str:
    """The method's proper spelling, the given one for an unknown method."""
    return _TELEGRAM.get(name.lower(), (name, frozenset()))[0]


def find(name: str) -> Method:
    """The method by its name in lower case.

    Raises:
        ApiError: 404 for what Telegram does not know, 501 for what this server does not.
    """
    method = _METHODS.get(name)
    if method is not None:
        return method
    if name in _TELEGRAM:
        raise unknown_here(_TELEGRAM[name][0])
    raise ApiError(HTTPStatus.NOT_FOUND, "Not Found: method not found")
