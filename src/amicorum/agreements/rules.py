# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Judgements: what an agreement means for a student on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class Standing(StrEnum):
    """How a destination stands on a day; only `OPEN` may look open anywhere."""

    OPEN = "open"
    FULL = "full"
    CLOSED = "closed"
    FUTURE = "future"
    SUSPENDED = "suspended"
    EXPIRED = "expired"


class GivesPlaces(Protocol):
    """What a judgement needs of a round."""

    opens_on: date
    closes_on: date
    places: int
    taken: int


@dataclass(frozen=True)
class Validity:
    """The days of an agreement: from, until (exclusive, None: open), and whether it rests."""

    counts_from: date | None
    counts_until: date | None
    is_suspended: bool = False


def standing(validity: Validity, rounds: Iterable[GivesPlaces], day: date) -> Standing:
    """How a destination stands on this day.

    An agreement valid through 31 August has `counts_until` 1 September, so it stands all day on
    the last of August and has expired at midnight without anyone acting.
    """
    if validity.counts_until is not None and validity.counts_until <= day:
        return Standing.EXPIRED
    if validity.is_suspended:
        return Standing.SUSPENDED
    if validity.counts_from is not None and day < validity.counts_from:
        return Standing.FUTURE
    running = [one for one in rounds if one.opens_on <= day <= one.closes_on]
    if not running:
        return Standing.CLOSED
    return Standing.OPEN if any(one.taken < one.places for one in running) else Standing.FULL
