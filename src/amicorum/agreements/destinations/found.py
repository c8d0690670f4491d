# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a search gives back."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate

from amicorum.agreements.destinations.filters import Filters
from amicorum.agreements.rules import Standing
from amicorum.vocabulary.countries import country

IN_ORDER = (
    Standing.OPEN,
    Standing.FULL,
    Standing.FUTURE,
    Standing.CLOSED,
    Standing.SUSPENDED,
    Standing.EXPIRED,
)
"""How results are ordered: what a student can use first."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value that a filter could take, and how many agreements it would give.

    `parent` is the broader field, the continent of a country, the unit above a unit, else None.
    """

    value: str
    count: int
    is_chosen: bool
    parent: str | None


@dataclass(frozen=True, slots=True)
class Help:
    """What to drop of an empty search, how many agreements that would give, and what would remain."""

    dropped: tuple[tuple[str, str], ...]
    count: int
    filters: Filters


@dataclass(frozen=True)
class Found:
    """The agreements that a search finds, with what stands beside them on the page.

    `agreement_ids` and `institution_ids` are in the order of the list: by standing (`IN_ORDER`),
    then by the name of the first partner. `places` counts the free places of the conditions that
    were asked for, in agreements that stand open. `facets` holds every filter but the text, each
    counted in distinct agreements without its own filter.
    """

    agreement_ids: list[int]
    standings: dict[Standing, int]
    places: int
    institution_ids: tuple[int, ...]
    country_codes: tuple[str, ...]
    facets: dict[str, list[FacetValue]]
    would_help: Callable[[], list[Help]] = field(repr=False, compare=False)
    """For an empty result: the fewest filters to drop so that something is found, the best first."""

    @property
    def countries(self) -> int:
        """In how many countries the partners are; the fictitious one of the sample does not count."""
        return sum(not country(code).is_fictitious for code in self.country_codes)

    @property
    def total(self) -> int:
        """How many agreements are found."""
        return len(self.agreement_ids)

    def listed(self, start: int, stop: int) -> list[tuple[int, Standing]]:
        """A stretch of the list, each agreement with how it stands for who asks this."""
        ends = list(accumulate(self.standings.get(standing, 0) for standing in IN_ORDER))
        stretch = enumerate(self.agreement_ids[start:stop], start)
        return [(agreement_id, IN_ORDER[bisect_right(ends, place)]) for place, agreement_id in stretch]
