# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The actions that fund the joint programmes of a home, with what is stated of each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from amicorum.portal.passages import Passage, passages
from amicorum.portal.visit import Visit
from amicorum.programmes.models import FundingAction, FundingPeriod, FundingStatement


@dataclass(frozen=True)
class Funding:
    """An action that funds joint programmes, and what is stated of it."""

    action: FundingAction
    passages: Sequence[Passage]


def funding_of(visit: Visit, programmes: Collection[int]) -> list[Funding]:
    """The actions that fund or funded any of these programmes by the day, with what holds of each on it."""
    periods = FundingPeriod.objects.public().filter(programme__in=programmes).begun_by(visit.day)
    stated = FundingStatement.objects.public().on(visit.day)
    stated = stated.filter(funding_action__in=periods.values("funding_action"))
    told = (
        stated.select_related("funding_action", "source")
        .prefetch_related("texts", "funding_action__texts")
        .order_by("funding_action__slug", "pk")
    )
    return [
        Funding(action, passages(together))
        for action, together in groupby(told, key=lambda one: one.funding_action)
    ]
