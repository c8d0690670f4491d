# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Judgements: what can honestly be said of how many members a network has."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Roster:
    """The members of a network on a day, as far as they may be shown.

    `shown` full members, of whom `start_unknown` since a day that is not known; `waiting` more wait
    for verification; `stated` is the figure that the network itself or another source gives.
    """

    shown: int
    start_unknown: int
    waiting: int
    stated: int | None
    is_shown: bool


def may_be_shown(held: int, stated: int | None) -> bool:
    """Whether a list of `held` members is no pretence of the whole membership.

    With less than half of the stated members, or with none stated and none held, there is no list.
    """
    return 2 * held >= stated if stated else held > 0
