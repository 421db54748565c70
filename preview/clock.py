"""Time for tests."""

from dataclasses import dataclass


@dataclass(slots=True)
class ManualClock:
    """Time that passes when told: `World(clock=ManualClock())`."""

    time: float = 1_800_000_000.0

    def __call__(self) -> float:
        """The time now, in seconds since 1970."""
        return self.time

    def advance(self, seconds: float) -> None:
        """Lets time pass."""
        self.time += seconds
