"""Wakes those who wait for a change: no polling, no sleeping."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Hashable

ANY = "any"


class Signals:
    """Callbacks by what they wait for."""

    def __init__(self) -> None:
        self.closed = False
        self._watchers: defaultdict[Hashable, set[Callable[[], None]]] = defaultdict(set)

    def watch(self, key: Hashable, callback: Callable[[], None]) -> None:
        """Calls back on every change of the key until forgotten."""
        self._watchers[key].add(callback)

    def forget(self, key: Hashable, callback: Callable[[], None]) -> None:
        """Stops calling back."""
        watchers = self._watchers.get(key)
        if watchers is not None:
            watchers.discard(callback)
            if not watchers:
                del self._watchers[key]

    def fire(self, key: Hashable) -> None:
        """The key has changed."""
        if not self._watchers:
            return
        for watched in (key, ANY):
            for callback in tuple(self._watchers.get(watched, ())):
                callback()

    def close(self) -> None:
        """Nothing will change any more: nobody need wait."""
        self.closed = True
        for callbacks in tuple(self._watchers.values()):
            for callback in tuple(callbacks):
                callback()

    async def wait(self, key: Hashable, timeout_s: float) -> bool:
        """Waits for a change of the key; False when none came in time."""
        changed = asyncio.Event()
        self.watch(key, changed.set)
        try:
            async with asyncio.timeout(timeout_s):
                await changed.wait()
        except TimeoutError:
            return False
        else:
            return True
        finally:
            self.forget(key, changed.set)
