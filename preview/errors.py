"""Refusals in Telegram's words."""

from http import HTTPStatus


class ApiError(Exception):
    """An answer other than ok, as the Bot API gives it."""

    def __init__(self, error_code: int, description: str, *, retry_after: int = 0) -> None:
        super().__init__(description)
        self.error_code = error_code
        self.description = description
        self.retry_after = retry_after

    def payload(self) -> dict[str, object]:
        """The JSON body Telegram answers with."""
        body: dict[str, object] = {
            "ok": False,
            "error_code": self.error_code,
            "description": self.description,
        }
        if self.retry_after:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


class PersonError(Exception):
    """What the person asked for can't be done in a Telegram client."""


def bad_request(reason: str) -> ApiError:
    """400; the reason starts in lower case unless it is one of Telegram's CONSTANTS."""
    return ApiError(HTTPStatus.BAD_REQUEST, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """403."""
    return ApiError(HTTPStatus.FORBIDDEN, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """409."""
    return ApiError(HTTPStatus.CONFLICT, f"Conflict: {reason}")


def flood(retry_after: int) -> ApiError:
    """429 with the seconds to wait."""
    return ApiError(
        HTTPStatus.TOO_MANY_REQUESTS,
        f"Too Many Requests: retry after {retry_after}",
        retry_after=retry_after,
    )


def unknown_here(what: str) -> ApiError:
    """Telegram knows it, this server does not: fail loudly instead of pretending."""
    return ApiError(HTTPStatus.NOT_IMPLEMENTED, f"the local server does not know {what} yet")
