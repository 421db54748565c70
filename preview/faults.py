"""Troubles on demand: errors, dropped connections, delays."""

from dataclasses import dataclass, field

from preview.errors import ApiError

ANY_METHOD = "*"
_TOO_MANY = 429
_TEXTS = {
    400: "Bad Request: fault injected",
    403: "Forbidden: fault injected",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


@dataclass(slots=True)
class Fault:
    """What goes wrong with the next calls of a method."""

    method: str
    times: int = 1
    error_code: int = 0
    description: str = ""
    retry_after: int = 0
    drop: bool = False
    # Dropped or failed only after the call has done its work: the answer alone is lost.
    after: bool = False
    delay_s: float = 0.0
    skip: int = 0

    def error(self) -> ApiError | None:
        """The error to answer with, if any."""
        if not self.error_code:
            return None
        text = self.description or _TEXTS.get(self.error_code, "fault injected")
        if self.error_code == _TOO_MANY:
            seconds = self.retry_after or 1
            text = self.description or f"Too Many Requests: retry after {seconds}"
            return ApiError(_TOO_MANY, text, retry_after=seconds)
        return ApiError(self.error_code, text, retry_after=self.retry_after)


@dataclass(slots=True)
class Faults:
    """The faults that wait for their calls."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Method names are case-insensitive; `*` stands for any."""
        fault.method = fault.method.lower()
        self.waiting.append(fault)

    def clear(self) -> None:
        """No more trouble."""
        self.waiting.clear()

    def take(self, method: str) -> Fault | None:
        """The fault for this call, counted down."""
        for fault in self.waiting:
            if fault.method not in {method, ANY_METHOD}:
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            fault.times -= 1
            if fault.times <= 0:
                self.waiting.remove(fault)
            return fault
        return None
