# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The filters beside the list: each value with its count, and where choosing it or dropping it leads."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from amicorum.agreements.destinations import FacetValue, Filters, Found
from amicorum.agreements.destinations.filters import MOST_VALUES
from amicorum.multilingual.models import Said
from amicorum.portal import words
from amicorum.portal.filter_words import FilterWords, filter_name
from amicorum.portal.visit import Visit
from amicorum.vocabulary import isced_f

ORDER = ("field", "level", "language", "continent", "country", "unit", "term", "network", "standing", "kind")
"""How filters stand under each other: what a student asks first comes first."""
LYING_OPEN = ("field", "level", "language", "continent", "country")
LONGEST = 12
"""Values that a list shows before the rest is folded."""
BY_NAME = ("country", "language", "network")
"""Filters whose values are listed by what they are called; the others keep the order of the search."""


@dataclass(frozen=True)
class Choice:
    """A value of a filter as it is shown; its address, if any, chooses it, or drops it when it is chosen."""

    key: str
    name: Said
    count: int
    is_chosen: bool
    depth: int
    address: str


@dataclass(frozen=True)
class Facet:
    """A filter with its values; those that are folded can be unfolded."""

    name: str
    heading: str
    shown: Sequence[Choice]
    folded: Sequence[Choice] = field(default=())

    @property
    def is_open(self) -> bool:
        return self.name in LYING_OPEN or any(choice.is_chosen for choice in self.shown)

    @property
    def total(self) -> int:
        return len(self.shown) + len(self.folded)


def facets(visit: Visit, filters: Filters, found: Found, called: FilterWords) -> list[Facet]:
    """Every filter that has something to choose, in their order."""
    made = (_facet(visit, filters, name, found.facets.get(name, []), called) for name in ORDER)
    return [facet for facet in made if facet.total]


def address_of(visit: Visit, filters: Filters, *more: tuple[str, str]) -> str:
    """Where these filters are shown, from the first page on, as of the day of the visit."""
    return visit.address("partners", query=[*filters.as_query(), *more])


def _facet(
    visit: Visit, filters: Filters, name: str, values: Sequence[FacetValue], called: FilterWords
) -> Facet:
    shown = _within_reach(values) if name == "field" else values
    depths = _depths(shown) if name in ("field", "unit") else {}
    choices = [_choice(visit, filters, name, one, called, depths.get(one.value, 0)) for one in shown]
    ordered = _ordered(name, shown, choices)
    kept = _kept(name, ordered)
    folded = [choice for choice in ordered if choice.key not in kept]
    return Facet(name, filter_name(name), [one for one in ordered if one.key in kept], folded)


def _choice(
    visit: Visit, filters: Filters, name: str, value: FacetValue, called: FilterWords, depth: int
) -> Choice:
    return Choice(
        key=f"{name}-{value.value}",
        name=called.value(name, value.value),
        count=value.count,
        is_chosen=value.is_chosen,
        depth=depth,
        address=_address(visit, filters, name, value),
    )


def _address(visit: Visit, filters: Filters, name: str, value: FacetValue) -> str:
    """Where the value is chosen or dropped; nothing where a filter holds as many values as it can."""
    if value.is_chosen:
        return address_of(visit, filters.without(name, value.value))
    if len(filters.values(name)) >= MOST_VALUES:
        return ""
    return address_of(visit, _chosen(filters, name, value.value))


def _chosen(filters: Filters, name: str, value: str) -> Filters:
    """With the value; a field takes the place of those that it lies within or that lie within it."""
    kept = filters
    if name == "field":
        for held in filters.values("field"):
            if isced_f.is_within(held, value) or isced_f.is_within(value, held):
                kept = kept.without("field", held)
    return kept.with_value(name, value)


def _within_reach(values: Sequence[FacetValue]) -> list[FacetValue]:
    """The broad fields, and the narrower ones below and beside what is chosen."""
    chosen = {one.value for one in values if one.is_chosen}
    opened = chosen | {step.code for code in chosen for step in isced_f.ancestors(code)}
    return [one for one in values if one.parent is None or _is_opened(one, opened)]


def _is_opened(value: FacetValue, opened: Collection[str]) -> bool:
    """Whether what is chosen leads to a field; one called like the broader one would only repeat it."""
    return value.value in opened or (value.parent in opened and not _repeats_its_parent(value))


def _repeats_its_parent(value: FacetValue) -> bool:
    parent = value.parent
    return parent is not None and isced_f.field(value.value).name("en") == isced_f.field(parent).name("en")


def _depths(values: Iterable[FacetValue]) -> dict[str, int]:
    parents = {one.value: one.parent for one in values}

    def depth(value: str | None) -> int:
        parent = parents.get(value) if value else None
        return 1 + depth(parent) if parent in parents else 0

    return {value: depth(value) for value in parents}


def _ordered(name: str, values: Sequence[FacetValue], choices: Sequence[Choice]) -> Sequence[Choice]:
    if name == "unit":
        return _below_each_other(values, choices)
    if name in BY_NAME:
        return sorted(choices, key=lambda choice: words.sorting(choice.name.text))
    return choices


def _below_each_other(values: Sequence[FacetValue], choices: Sequence[Choice]) -> list[Choice]:
    """By name, each followed by what lies below it."""
    by_value = {value.value: choice for value, choice in zip(values, choices, strict=True)}
    parents = {value.value: value.parent for value in values}

    def path(value: str) -> tuple[str, ...]:
        parent = parents.get(value)
        own = words.sorting(by_value[value].name.text)
        return (*path(parent), own) if parent in by_value else (own,)

    return [by_value[value] for value in sorted(by_value, key=path)]


def _kept(name: str, ordered: Sequence[Choice]) -> set[str]:
    """What is shown at once: the chosen and the most frequent; a list with a hierarchy is shown whole."""
    if len(ordered) <= LONGEST or name == "field":
        return {choice.key for choice in ordered}
    first = sorted(ordered, key=lambda choice: (not choice.is_chosen, -choice.count))[:LONGEST]
    return {choice.key for choice in ordered if choice.is_chosen} | {choice.key for choice in first}
