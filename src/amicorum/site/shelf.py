# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A cache of Django in the memory of one process, bounded by the bytes of the pages that it holds."""

import time
from collections import OrderedDict
from threading import Lock
from typing import Any, ClassVar, NamedTuple

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

MOST_BYTES = 32_000_000
ALL_BESIDES = 1_000
"""Bytes that are reckoned for what a page needs besides its content."""


class Room:
    """What is held under each key, longest unasked first, and how many bytes that are."""

    def __init__(self) -> None:
        self.held: OrderedDict[str, Held] = OrderedDict()
        self.size = 0
        self.lock = Lock()

    def put(self, key: str, one: "Held") -> None:
        """Hold one more."""
        self.remove(key)
        self.held[key] = one
        self.size += one.size

    def remove(self, key: str) -> bool:
        """Forget a key; whether it was known."""
        gone = self.held.pop(key, None)
        self.size -= gone.size if gone else 0
        return gone is not None

    def shrink(self, most: int) -> None:
        """Forget what was not asked for longest, until no more than so many bytes are held."""
        while self.size > most:
            self.remove(next(iter(self.held)))


class Held(NamedTuple):
    """A value with its size in bytes and the moment until which it may be given (none: for ever)."""

    value: Any
    size: int
    until: float | None


class Shelf(BaseCache):
    """What was not asked for longest goes first when there is no room.

    Unlike Django's own memory cache it gives back the very object that was put in, so only what
    nobody changes may be held, and it cannot outgrow its room, however long the pages are.
    """

    _rooms: ClassVar[dict[str, Room]] = {}

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._most: int = params.get("OPTIONS", {}).get("MOST_BYTES", MOST_BYTES)
        # Django makes one object of this class for each thread: all of a name share one room.
        self._room = self._rooms.setdefault(name, Room())

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """The value that is held under this key."""
        room = self._room
        with room.lock:
            one = room.held.get(key)
            if one is None:
                return default
            if one.until is not None and one.until < time.time():
                room.remove(key)
                return default
            room.held.move_to_end(key)
            return one.value

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Hold a value; one that would take more than half of the room is not held."""
        one = Held(value, ALL_BESIDES + _size(value), self.get_backend_timeout(timeout))
        with self._room.lock:
            if one.size * 2 > self._most:
                self._room.remove(key)
                return
            self._room.put(key, one)
            self._room.shrink(self._most)

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Hold a value unless there is one; whether this one is held now."""
        if self.get(key) is not None:
            return False
        self.set(key, value, timeout)
        return True

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget a key; whether it was known."""
        with self._room.lock:
            return self._room.remove(key)

    def clear(self) -> None:
        """Forget everything."""
        with self._room.lock:
            self._room.shrink(0)


def _size(value: Any) -> int:
    """Bytes of the texts in a value, also of those in tuples and lists."""
    if isinstance(value, bytes | str):
        return len(value)
    return sum(map(_size, value)) if isinstance(value, tuple | list) else 0
